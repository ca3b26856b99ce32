import { computed, effect, signal } from '@preact/signals-core'
import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import { standsInPlace } from '#core/anchoring/stands-in-place.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation, Selectors } from '#core/annotation/annotation.ts'
import type { Article } from '#core/article/article.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import type { NameOf } from '#core/mechanism/entities/name-of-word.ts'
import { fitsInAFrame } from '../anchoring/anchoring-time.ts'
import { BackgroundAnchoring } from '../anchoring/background-anchoring.ts'
import { opened } from './article.ts'
import { askForNames, names } from './names.ts'
import { notify } from './notices.ts'
import { openDocument } from './open-document.ts'
import { PlacedAnnotations, placedOn } from './placed-annotations.ts'
import type { PlacedAnnotation } from './placed-annotations.ts'
import { annotationRecords } from './records.ts'

/** What is known of the open article's annotations, and how far the records have been followed. */
interface Anchored {
  readonly article: Article | null
  readonly placed: PlacedAnnotations
  /** The verdict on each annotation's selectors, also of deleted ones: undo may bring them back. */
  readonly verdicts: Map<string, { readonly selectors: Selectors; readonly verdict: Verdict }>
  /** Those that take longer than a frame to find; they are in no list until that is done. */
  readonly sought: Map<string, Annotation>
  journal: readonly string[]
  followed: number
  arrived: number
}

const begin = (article: Article | null): Anchored => ({
  article,
  placed: new PlacedAnnotations(),
  verdicts: new Map(),
  sought: new Map(),
  journal: [],
  followed: 0,
  arrived: 0,
})

let anchored = begin(null)
/** Grows when verdicts arrive from the worker. */
const arrivals = signal(0)
/** By what name the lexicon knows words; null while it has not been asked. */
const nameOf = computed<NameOf | null>(() => (names.value === null ? null : nameOfWord(names.value)))

const sameSelectors = (a: Selectors, b: Selectors): boolean =>
  a === b ||
  (a.position.start === b.position.start &&
    a.position.end === b.position.end &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix)

/**
 * What is left of the selectors of a passage that does not stand in its place: that place is one in an older text, and only
 * an update knows how far the text has moved since. Without it, what the update refused is refused here, too.
 */
const withoutPlace = ({ quote }: Selectors): AnchorSelectors => ({ quote })

/** The verdict that is there already or can be seen at once; null when the passage has to be looked for. */
function verdictAtHand({ article, verdicts }: Anchored, { id, selectors }: Annotation): Verdict | null {
  const known = verdicts.get(id)
  if (known !== undefined && sameSelectors(known.selectors, selectors)) return known.verdict
  return article === null ? null : standsInPlace(article.text, selectors)
}

/** The same object as before for an annotation of which nothing changed, so that nobody paints or lays it out again. */
function renewed(before: PlacedAnnotation | null, annotation: Annotation, verdict: Verdict): PlacedAnnotation {
  const same =
    before?.verdict === verdict &&
    before.annotation.version === annotation.version &&
    before.annotation.modified === annotation.modified
  return same ? before : placedOn(annotation, verdict)
}

/** Brings the list up to date with the records, looking only at those that were put since the last time. */
function follow(
  now: Anchored,
  records: ReadonlyMap<string, Annotation>,
  changed: Iterable<string>,
  known: NameOf | null,
): void {
  const entries = new Map<string, PlacedAnnotation | null>()
  const settle = (annotation: Annotation, verdict: Verdict): void => {
    const { id, selectors } = annotation
    now.sought.delete(id)
    now.verdicts.set(id, { selectors, verdict })
    entries.set(id, renewed(now.placed.get(id), annotation, verdict))
  }
  for (const id of changed) {
    const annotation = records.get(id)
    if (annotation === undefined || annotation.deleted !== undefined) {
      now.sought.delete(id)
      entries.set(id, null)
      continue
    }
    const verdict = verdictAtHand(now, annotation)
    if (verdict !== null) settle(annotation, verdict)
    else {
      now.sought.set(id, annotation)
      entries.set(id, null)
    }
  }
  const { article, sought } = now
  if (article !== null && known !== null && sought.size > 0 && fitsInAFrame(article.text.length, sought.size)) {
    const passages = [...sought.values()]
    const verdicts = anchorAll(
      article,
      passages.map(({ selectors }) => withoutPlace(selectors)),
      { nameOf: known },
    )
    for (const [index, annotation] of passages.entries()) {
      const verdict = verdicts[index]
      if (verdict !== undefined) settle(annotation, verdict)
    }
  }
  now.placed.put(entries)
}

/** The open article's annotations with their passages. A new object whenever something about them changes. */
export const placement = computed(() => {
  const article = opened.value?.article ?? null
  const records = annotationRecords.value
  const arrived = arrivals.value
  const known = nameOf.value
  // Between two articles the records of the one do not belong to the text of the other.
  const shown = article !== null && openDocument.value === article.id ? article : null
  if (anchored.article !== shown) anchored = begin(shown)
  const { journal } = annotationRecords
  if (shown !== null && anchored.journal === journal) {
    const changed = new Set(journal.slice(anchored.followed))
    if (anchored.arrived !== arrived) for (const id of anchored.sought.keys()) changed.add(id)
    follow(anchored, records, changed, known)
  } else if (shown !== null) {
    const gone = anchored.placed.list.flatMap(({ annotation: { id } }) => (records.has(id) ? [] : [id]))
    follow(anchored, records, [...records.keys(), ...gone], known)
    anchored.journal = journal
  }
  anchored.followed = journal.length
  anchored.arrived = arrived
  return { placed: anchored.placed, sought: [...anchored.sought.values()], article: shown }
})

/** Whether an annotation is still being looked for in the text; it comes into the lists when that is done. */
export const isSought = (id: string): boolean => placement.value.sought.some(annotation => annotation.id === id)

/** Takes in what was found, unless the article was closed or the annotation changed while it was looked for. */
function takeIn(article: Article, asked: readonly Annotation[], verdicts: readonly Verdict[]): void {
  if (anchored.article !== article) return
  for (const [index, { id, selectors }] of asked.entries()) {
    const verdict = verdicts[index]
    const sought = anchored.sought.get(id)
    if (verdict === undefined || sought === undefined || !sameSelectors(sought.selectors, selectors)) continue
    anchored.verdicts.set(id, { selectors, verdict })
  }
  arrivals.value += 1
}

function tellNotLookedFor(count: number, advice: string): void {
  notify({
    kind: 'failure',
    text: `${count} of your marks could not be looked for in this article. They are kept; ${advice}`,
  })
}

/**
 * Has the names fetched when the first passage has to be looked for, and a worker look for what is not found within a
 * frame; returns a function that stops.
 */
export function seekInBackground(startWorker?: () => Worker): () => void {
  let work: {
    readonly article: Article
    readonly anchoring: BackgroundAnchoring
    readonly asked: WeakSet<Selectors>
  } | null = null
  /** The article for which the names were asked in vain, so that a refusal is told once. */
  let refused: Article | null = null
  const seekNames = async (article: Article, count: number): Promise<void> => {
    const came = await askForNames()
    if (came.ok || refused === article) return
    refused = article
    tellNotLookedFor(count, came.error.message)
  }
  const stop = effect(() => {
    const { article, sought } = placement.value
    if (work !== null && work.article !== article) {
      work.anchoring.close()
      work = null
    }
    const unasked = sought.filter(({ selectors }) => work?.asked.has(selectors) !== true)
    if (article === null || unasked.length === 0) return
    const known = names.value
    if (known === null) {
      // Without them a passage about another substance could be taken for an edited one; what stands in place needs none.
      if (refused !== article) void seekNames(article, unasked.length)
      return
    }
    // The text alone: to copy the blocks of a long one takes ten times as long as its text, and they are not asked for.
    const { text } = article
    work ??= {
      article,
      anchoring: new BackgroundAnchoring({ text }, known, startWorker),
      asked: new WeakSet(),
    }
    for (const { selectors } of unasked) work.asked.add(selectors)
    work.anchoring.anchor(unasked.map(({ selectors }) => withoutPlace(selectors))).then(
      verdicts => takeIn(article, unasked, verdicts),
      (error: unknown) => {
        console.error('Passages could not be looked for.', error)
        tellNotLookedFor(unasked.length, 'close the program and open the article again.')
      },
    )
  })
  return () => {
    stop()
    work?.anchoring.close()
  }
}
