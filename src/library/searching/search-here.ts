import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SearchAnswer, SearchQuestion } from '#core/search/search-answer.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { answerQuestion } from './answer-question.ts'
import { IndexFile, isDamage } from './index-file.ts'
import type { IndexPlace } from './index-file.ts'
import type { DocumentStep } from './index-steps.ts'
import { rehearsalOf } from '#core/search/rehearsal.ts'
import { readSearchedDocument, stampOfDocument } from './read-searched-document.ts'
import type { RefreshOrder, Refreshed, SearchProgress, Searcher } from './searcher.ts'

/** Documents of one step: a question waits no longer than one takes. */
const STEP = 100
/** Where the words of the index are cut when they are gathered: a question waits no longer than for one part. */
const PARTS = ['', ...'bcdefghijklmnopqrstuvwxyz']
/** Documents that are looked at in one go; in between questions get their turn. */
const LOOK = 500

const NOTHING: SearchAnswer = { documents: [], more: false, corrected: [], unknown: [] }

const refused = (error: unknown): Result<never> => {
  const reason = error instanceof Error ? error.message : String(error)
  return fail(
    'unexpected',
    `The search index could not be used (${reason}). Reading and marking work as ever; try again in a moment.`,
  )
}

/**
 * Searches a library in this thread, which does nothing else during a step: right for a program that has nothing else to do.
 * `documents` is the folder that holds the documents'.
 */
export const searchHere = (place: IndexPlace, documents: string): Searcher => {
  const file = new IndexFile(place)
  let vocabulary: readonly string[] | null = null
  /** Nobody has asked anything yet. */
  let isNew = true
  const closing = new AbortController()

  /** Documents of which the index has another state than their files. */
  const findChanged = async ({ documents: all, among }: RefreshOrder): Promise<DocumentStep[]> => {
    const known = file.use(({ steps }) => steps.stamps())
    const there = new Set(all)
    const changed: DocumentStep[] = [...known.keys()]
      .filter(id => !there.has(id))
      .map(id => ({ id, stamp: '', document: null }))
    for (const [at, id] of (among?.filter(one => there.has(one)) ?? all).entries()) {
      if (at % LOOK === LOOK - 1) await setImmediate()
      const stamp = stampOfDocument(join(documents, id))
      if (known.get(id) !== stamp) changed.push({ id, stamp, document: null })
    }
    return changed
  }

  /** The documents of a step with what they hold; those that are gone, or hold nothing that can be read, are taken out. */
  const readStep = (step: readonly DocumentStep[], unreadable: string[]): Promise<DocumentStep[]> =>
    Promise.all(
      step.map(async ({ id, stamp }) => {
        if (stamp === '') return { id, stamp, document: null }
        const { document, whole } = await readSearchedDocument(documents, id)
        if (!whole) unreadable.push(id)
        return { id, stamp: whole ? stamp : '', document }
      }),
    )

  const gatherVocabulary = async (): Promise<void> => {
    for (const [at, part] of PARTS.entries()) {
      if (closing.signal.aborted) return
      file.use(({ steps }) => steps.gatherWords(part, PARTS[at + 1] ?? null))
      await setImmediate()
    }
    vocabulary = null
  }

  const refresh = async (order: RefreshOrder, progress?: SearchProgress): Promise<Refreshed> => {
    const changed = await findChanged(order)
    if (place.access === 'read') return { changed: 0, missing: changed.length, unreadable: [] }
    const unreadable: string[] = []
    const isFew = changed.length <= STEP
    for (let from = 0; from < changed.length && !closing.signal.aborted; from += STEP) {
      const steps = await readStep(changed.slice(from, from + STEP), unreadable)
      if (closing.signal.aborted) break
      file.use(index => index.steps.take(steps, isFew))
      vocabulary = null
      progress?.(Math.min(from + STEP, changed.length), changed.length)
      await setImmediate()
    }
    if (!isFew || file.use(({ steps }) => steps.lacksVocabulary())) await gatherVocabulary()
    return { changed: changed.length, missing: 0, unreadable }
  }

  const answer = (question: SearchQuestion): SearchAnswer =>
    file.ask(({ questions }) => answerQuestion(questions, question, () => (vocabulary ??= questions.vocabulary())))

  const rehearse = async (): Promise<void> => {
    const questions = rehearsalOf(file.use(index => index.questions.someText()))
    for (const typed of questions) {
      if (!isNew || closing.signal.aborted) return
      answer({ typed, document: null, documents: 30, hits: 3 })
      await setImmediate()
    }
    isNew = false
  }

  return {
    refresh: async (order, progress) => {
      for (let again = true; ; again = false)
        try {
          return succeed(await refresh(order, progress))
        } catch (error) {
          if (!isDamage(error) || place.access === 'read' || !again) return refused(error)
          // What was damaged is gone: all of it is made anew.
          order = { ...order, among: null }
        }
    },
    rehearse: async () => {
      try {
        if (isNew) await rehearse()
        return false
      } catch (error) {
        if (isDamage(error) && place.access === 'own') return true
        // The reader's own question meets it again, and is told.
        console.error('The search could not be rehearsed:', error)
        return false
      }
    },
    ask: async question => {
      isNew = false
      try {
        return succeed({ answer: answer(question), lost: false })
      } catch (error) {
        return isDamage(error) && place.access === 'own' ? succeed({ answer: NOTHING, lost: true }) : refused(error)
      }
    },
    close: async () => {
      closing.abort()
      file.close()
    },
  }
}
