import { annotationColors } from '#core/annotation/annotation.ts'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { changeNote, deleteAnnotation, recolor, restoreAnnotation } from '#core/annotation/edit-annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Article } from '#core/article/article.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { oneOf, wholeNumber } from '../random.ts'
import type { Random } from '../random.ts'
import type { Change } from './change.ts'

/** A document as the one who changes it knows it; kept up to date by whoever applies the changes. */
export interface KnownDocument {
  readonly article: Article
  readonly annotations: Map<string, Annotation>
  pageNote: PageNote | null
}

/** Documents of a library with what is written on them. */
export const readKnownDocuments = async (library: OpenLibrary): Promise<KnownDocument[]> => {
  const documents: KnownDocument[] = []
  for (const { id } of library.documents()) {
    const read = await library.readDocument(id)
    if (!read.ok) throw new Error(read.error.message)
    const { article, annotations, pageNote } = read.value
    documents.push({ article, annotations: new Map(annotations.map(record => [record.id, record])), pageNote })
  }
  return documents
}

const LONGEST_NOTE = 1_000

/** Text in which a missing end, a doubled part or another encoding shows. */
const note = (random: Random): string => {
  const number = wholeNumber(random, 0, 1e9)
  return `begin ${number} ${'né “ß” \u{1F9E0} '.repeat(wholeNumber(random, 0, LONGEST_NOTE / 10))}end ${number}`
}

const identifier = (random: Random): string => {
  const digits = Array.from({ length: 32 }, () => wholeNumber(random, 0, 15).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/u, '$1-$2-4$3-8$4-$5')
}

const newAnnotation = ({ article }: KnownDocument, random: Random, now: string): Annotation => {
  const start = wholeNumber(random, 0, article.text.length - 60)
  const what = { id: identifier(random), now, style: 'highlight', color: oneOf(random, annotationColors) } as const
  return makeAnnotation(article, { start, end: start + wholeNumber(random, 5, 50) }, { ...what, note: note(random) })
}

const editedAnnotation = (annotation: Annotation, random: Random, now: string): Annotation => {
  if (annotation.deleted !== undefined) return restoreAnnotation(annotation, now)
  const way = random()
  if (way < 0.2) return deleteAnnotation(annotation, now)
  if (way < 0.4) return recolor(annotation, annotation.color === 'pink' ? 'green' : 'pink', now)
  return changeNote(annotation, note(random), now)
}

const changeOf = (known: KnownDocument, random: Random, now: string): Change => {
  const document = known.article.id
  const way = random()
  if (way < 0.08) {
    // With what is known of its edits, as the window keeps it: who leaves that out has seen nothing.
    const record = {
      ...known.pageNote,
      value: note(random),
      modified: now,
      version: (known.pageNote?.version ?? 0) + 1,
    }
    return { kind: 'page-note', document, record }
  }
  if (way < 0.13)
    return { kind: 'position', document, record: { offset: wholeNumber(random, 0, 999), progress: random() } }
  const facts = { id: identifier(random), created: now, modified: now, version: 1 }
  if (way < 0.16) {
    const name = `protein ${wholeNumber(random, 0, 1e9)}`
    return { kind: 'name', record: { ...facts, name, type: 'gene-or-protein', synonyms: [] } }
  }
  if (way < 0.22) {
    const quote = known.article.text.slice(0, 40)
    const content = { title: note(random).slice(0, 200), passage: { start: 0, end: 40, quote }, effects: [] }
    return { kind: 'card', document, record: { ...facts, decision: 'added', card: null, content } }
  }
  const there = [...known.annotations.values()]
  const isNew = there.length === 0 || way < 0.7
  const record = isNew ? newAnnotation(known, random, now) : editedAnnotation(oneOf(random, there), random, now)
  return { kind: 'annotation', document, record }
}

/** One thing after the other: an annotation made, edited, deleted or brought back, a note, a card, a name, a position. */
export const makeChange = (documents: readonly KnownDocument[], random: Random, now: string): Change => {
  const known = oneOf(random, documents)
  const change = changeOf(known, random, now)
  if (change.kind === 'annotation') known.annotations.set(change.record.id, change.record)
  if (change.kind === 'page-note') known.pageNote = change.record
  return change
}

/** Keeps one change as the window has it kept. */
export const keepChange = (library: OpenLibrary, change: Change): ReturnType<OpenLibrary['saveNotes']> => {
  switch (change.kind) {
    case 'annotation':
      return library.saveNotes(change.document, [change.record], null)
    case 'page-note':
      return library.saveNotes(change.document, [], change.record)
    case 'card':
      return library.saveMechanisms(change.document, { cards: [change.record], effectDecisions: [] })
    case 'name':
      return library.saveNames([change.record])
    case 'position':
      return library.savePosition(change.document, change.record)
  }
}
