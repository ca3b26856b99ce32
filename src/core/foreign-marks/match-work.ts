import type { DocumentEntry } from '../article/document-entry.ts'
import type { MarkedWork } from './foreign-mark.ts'
import { canonicalAddress, findDoi } from './identifiers.ts'

/** How a work was known to be a document, the surest first. */
export type MatchedBy = 'document' | 'doi' | 'address' | 'title-and-author' | 'title'

/** The document that a work is; null when there is none, or when it may be several, which are named then. */
export type WorkMatch =
  | { readonly document: string; readonly by: MatchedBy }
  | { readonly document: null; readonly candidates: readonly string[] }

type Known = Pick<DocumentEntry, 'id' | 'title' | 'authors' | 'address' | 'doi'>

/** Likeness of two titles, by their words, from which on they are one when an author agrees (Dice's coefficient). */
const ALIKE = 0.8
/** Words of a title that are enough for it to stand for a work without its authors. */
const TELLING_WORDS = 4

const wordsOf = (title: string): string[] =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A title without what shops add to it, as words. */
const foldTitle = (title: string): string[] =>
  wordsOf(
    title.replace(
      /\s*[([](?:[^()[\]]*\b(?:edition|edición|ausgabe|édition|edizione)\b[^()[\]]*|kindle[^()[\]]*)[)\]]/giu,
      '',
    ),
  )

/** The title before its subtitle. */
const mainTitle = (title: string): string => foldTitle(title.split(/\s*[:|]\s+|\s+[–—-]\s+/u)[0] ?? '').join(' ')

/** The last name, or the whole one where names are written without blanks. */
const surname = (author: string): string => wordsOf(author).at(-1) ?? ''

const authorsAgree = (one: readonly string[], other: readonly string[]): boolean => {
  const names = new Set(one.map(surname))
  return other.some(author => names.has(surname(author)) && surname(author) !== '')
}

const shareOf = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of one) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / (one.length + other.length)
}

interface IndexedDocument extends Known {
  readonly words: readonly string[]
  readonly main: string
}

/** Looks for the documents that works of other programs are. */
export class WorkMatcher {
  readonly #ids: ReadonlySet<string>
  readonly #byDoi = new Map<string, string[]>()
  readonly #byAddress = new Map<string, string[]>()
  readonly #byWord = new Map<string, IndexedDocument[]>()

  constructor(documents: readonly Known[]) {
    this.#ids = new Set(documents.map(({ id }) => id))
    const put = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
      const known = map.get(key)
      if (known === undefined) map.set(key, [value])
      else known.push(value)
    }
    for (const document of documents) {
      const { id, title, address } = document
      const doi = document.doi?.toLowerCase() ?? findDoi(address ?? '')
      if (doi !== undefined) put(this.#byDoi, doi, id)
      const place = canonicalAddress(address ?? '')
      if (place !== null) put(this.#byAddress, place, id)
      const indexed = {
        ...document,
        words: foldTitle(title),
        main: mainTitle(title),
        ...(doi !== undefined && { doi }),
      }
      for (const word of new Set(indexed.words)) put(this.#byWord, word, indexed)
    }
  }

  match(work: MarkedWork): WorkMatch {
    if (work.document !== undefined && this.#ids.has(work.document)) return { document: work.document, by: 'document' }
    const doi = work.doi ?? findDoi(work.address ?? '')
    const byDoi = doi === undefined ? [] : (this.#byDoi.get(doi.toLowerCase()) ?? [])
    if (byDoi.length > 0) return only(byDoi, 'doi')
    const place = canonicalAddress(work.address ?? '')
    const byAddress = place === null ? [] : (this.#byAddress.get(place) ?? [])
    return byAddress.length > 0 ? only(byAddress, 'address') : this.#matchTitle(work, doi)
  }

  #matchTitle({ title, authors }: MarkedWork, doi: string | undefined): WorkMatch {
    const words = foldTitle(title)
    const main = mainTitle(title)
    const ranked: { readonly id: string; readonly rank: number; readonly by: MatchedBy | null }[] = []
    for (const document of this.#sharing(words)) {
      // Two papers may have one title; their numbers tell them apart.
      if (doi !== undefined && document.doi !== undefined && document.doi !== doi) continue
      const agree = authorsAgree(authors, document.authors)
      const unknown = authors.length === 0 || document.authors.length === 0
      if (!agree && !unknown) continue
      const share = shareOf(words, document.words)
      const isTelling = new Set(words).size >= TELLING_WORDS
      const { id } = document
      if (share === 1 && (agree || isTelling))
        ranked.push({ id, rank: agree ? 4 : 3, by: agree ? 'title-and-author' : 'title' })
      else if (agree && (share >= ALIKE || document.main === main)) ranked.push({ id, rank: 2, by: 'title-and-author' })
      else if (share >= ALIKE || (document.main === main && main !== '')) ranked.push({ id, rank: 1, by: null })
    }
    const best = Math.max(0, ...ranked.map(({ rank }) => rank))
    const first = ranked.filter(({ rank }) => rank === best)
    const [one] = first
    if (one === undefined) return { document: null, candidates: [] }
    return one.by === null || first.length > 1
      ? { document: null, candidates: first.map(({ id }) => id) }
      : { document: one.id, by: one.by }
  }

  /** Documents that share the rarest words of a title. */
  #sharing(words: readonly string[]): ReadonlySet<IndexedDocument> {
    const lists = words.map(word => this.#byWord.get(word) ?? []).toSorted((a, b) => a.length - b.length)
    return new Set(
      lists
        .filter(list => list.length > 0)
        .slice(0, 4)
        .flat(),
    )
  }
}

const only = (ids: readonly string[], by: MatchedBy): WorkMatch => {
  const [id, ...others] = ids
  return id !== undefined && others.length === 0 ? { document: id, by } : { document: null, candidates: ids }
}
