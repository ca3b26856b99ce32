import { lineOfText } from '../source-text.ts'
import type { BookPage } from './book-page.ts'
import { placeOf } from './book-paths.ts'
import { append, detach, elementsOf, makeElement, rawTextOf, typesOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** What notes are called (EPUB Structural Semantics Vocabulary, DPUB-ARIA); `rearnote` is the older word for an endnote. */
const NOTES = ['footnote', 'endnote', 'rearnote', 'note']
const NOTE_LISTS = ['footnotes', 'endnotes', 'rearnotes']

const hasType = (element: PageElement, types: readonly string[]): boolean =>
  typesOf(element).some(type => types.includes(type))

const within = (element: PageElement, fits: (around: PageElement) => boolean): boolean => {
  for (let around = element.parent; around !== null; around = around.parent) if (fits(around)) return true
  return false
}

/** The sign that a link back has when the note has none to make one of. */
const BACK = '↩'

interface Reference {
  readonly link: PageElement
  readonly page: BookPage
}

/** A mark at the start of a note that is the one in the text, as `1`, `[1]` or `*`. */
const markAtStart = (note: PageElement, mark: string): { parent: PageElement; at: number; text: string } | null => {
  for (const parent of elementsOf(note)) {
    for (const [at, child] of parent.children.entries()) {
      if (typeof child !== 'string' || child.trim() === '') continue
      return parent.name !== 'a' && mark !== '' && child.trimStart().startsWith(mark)
        ? { parent, at, text: child }
        : null
    }
  }
  return null
}

const makeLink = (href: string, text: string): PageElement => {
  const link = makeElement('a', { href })
  append(link, text)
  return link
}

/** The last block of a note in which a sign may follow the words. */
const lastBlock = (note: PageElement): PageElement => {
  const paragraphs = elementsOf(note).filter(({ name }) => name === 'p')
  return paragraphs.at(-1) ?? note
}

const linkBack = (note: PageElement, { link, page }: Reference): void => {
  const id = link.attributes.get('id')
  if (id === undefined) return
  const href = `/${encodeURI(page.path).replaceAll('#', '%23').replaceAll('?', '%3F')}#${encodeURIComponent(id)}`
  const mark = lineOfText(rawTextOf(link))
  const start = markAtStart(note, mark)
  if (start === null) {
    const block = lastBlock(note)
    append(block, ' ')
    append(block, makeLink(href, BACK))
    return
  }
  const { parent, at, text } = start
  const from = text.indexOf(mark)
  const made = makeLink(href, mark)
  made.parent = parent
  parent.children.splice(at, 1, text.slice(0, from), made, text.slice(from + mark.length))
}

const leadsToReference = (note: PageElement, page: BookPage, references: readonly Reference[]): boolean =>
  elementsOf(note).some(({ name, attributes }) => {
    const place = name === 'a' ? placeOf(attributes.get('href') ?? '', page.path) : null
    return (
      place !== null &&
      references.some(({ link, page: from }) => from.path === place.path && standsAt(link, place.fragment))
    )
  })

/** Whether a link stands in, is, or holds the element of an id; books put it on the paragraph as well. */
const standsAt = (link: PageElement, id: string): boolean =>
  id !== '' &&
  (elementsOf(link).some(({ attributes }) => attributes.get('id') === id) ||
    within(link, ({ attributes }) => attributes.get('id') === id))

const key = (path: string, id: string): string => `${path}#${id}`

/** Links that lead to notes, by the place they lead to. */
const referencesIn = (
  pages: readonly BookPage[],
  notes: ReadonlySet<string>,
): ReadonlyMap<string, readonly Reference[]> => {
  const references = new Map<string, Reference[]>()
  let unnamed = 0
  for (const page of pages) {
    for (const link of elementsOf(page.root)) {
      const href = link.name === 'a' ? link.attributes.get('href') : undefined
      const place = href === undefined ? null : placeOf(href, page.path)
      if (place === null || place.fragment === '') continue
      const to = key(place.path, place.fragment)
      if (!notes.has(to) || within(link, around => hasType(around, NOTES))) continue
      if (!link.attributes.has('id')) link.attributes.set('id', `note-reference-${(unnamed += 1)}`)
      references.set(to, [...(references.get(to) ?? []), { link, page }])
    }
  }
  return references
}

const isRaised = ({ name }: PageElement): boolean => name === 'sup' || name === 'sub'

/** Raises the mark of a note, which books leave to their styles: on the line it would be a part of the word or number before it. */
const raise = (link: PageElement): void => {
  if (!hasType(link, ['noteref']) || within(link, isRaised) || elementsOf(link).some(isRaised)) return
  const raised = makeElement('sup')
  for (const child of link.children.splice(0)) append(raised, child)
  append(link, raised)
}

/**
 * Brings the notes of a book into its text: notes that stand amid it go to the end of their page, none is hidden, and each leads
 * back to the place that it belongs to.
 */
export const settleNotes = (pages: readonly BookPage[]): void => {
  const notes = pages.flatMap(page =>
    elementsOf(page.root)
      .filter(
        element =>
          element.name !== 'a' && hasType(element, NOTES) && !within(element, around => hasType(around, NOTES)),
      )
      .map(note => ({ note, page })),
  )
  const references = referencesIn(
    pages,
    new Set(notes.map(({ note, page }) => key(page.path, note.attributes.get('id') ?? ''))),
  )
  for (const { root } of pages) for (const link of elementsOf(root)) if (link.name === 'a') raise(link)
  for (const { note, page } of notes) {
    note.attributes.delete('hidden')
    const own = references.get(key(page.path, note.attributes.get('id') ?? '')) ?? []
    const [first] = own
    if (first !== undefined && !leadsToReference(note, page, own)) linkBack(note, first)
    if (note.name !== 'aside' || within(note, around => hasType(around, NOTE_LISTS))) continue
    detach(note)
    append(page.root, note)
  }
}
