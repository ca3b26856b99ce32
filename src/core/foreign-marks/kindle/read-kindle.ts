import type { MarkedWork, ReadMarks } from '../foreign-mark.ts'
import { GatheredMarks } from '../gather-marks.ts'
import { isClippings, readClippings } from './read-clippings.ts'
import type { Clipping } from './read-clippings.ts'

interface Highlight {
  readonly clipping: Clipping
  readonly notes: Clipping[]
}

/** Highlights before one that are asked whether they are an earlier state of it. */
const LOOKED_BACK = 8

const overlap = ({ place: a }: Clipping, { place: b }: Clipping): boolean =>
  a.start === undefined || b.start === undefined
    ? a.page !== undefined && a.page === b.page
    : a.start <= (b.end ?? b.start) && b.start <= (a.end ?? a.start)

/** A highlight that was drawn longer or shorter stands in the file twice: of two at one place, one within the other, the later one counts. */
const isEarlierState = (earlier: Clipping, later: Clipping): boolean =>
  overlap(earlier, later) && (later.text.includes(earlier.text) || earlier.text.includes(later.text))

/** Highlights that lie before a note's place and are asked whether they reach to it. */
const REACHING = 50

/** The number of highlights, in the order of their places, that begin at a location or before it. */
const countUpTo = (highlights: readonly Highlight[], location: number): number => {
  let [low, high] = [0, highlights.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((highlights[middle]?.clipping.place.start ?? 0) <= location) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds the highlights that notes were written on. `highlights` are in the order of their places, `clippings` in that of the file. */
class NotedHighlights {
  readonly #highlights: readonly Highlight[]
  readonly #byEnd: ReadonlyMap<number | undefined, Highlight>
  /** With pages alone a note is known to belong to what stands right before it, when both have one page and one date. */
  readonly #rightBefore = new Map<Clipping, Highlight>()

  constructor(highlights: readonly Highlight[], clippings: readonly Clipping[]) {
    this.#highlights = highlights
    this.#byEnd = new Map(highlights.map(highlight => [highlight.clipping.place.end, highlight]))
    const byClipping = new Map(highlights.map(highlight => [highlight.clipping, highlight]))
    for (const [at, note] of clippings.entries()) {
      const before = clippings[at - 1]
      const highlight = before && byClipping.get(before)
      if (highlight === undefined || note.kind !== 'note') continue
      const { place, dated } = highlight.clipping
      if (place.page !== undefined && place.page === note.place.page && dated === note.dated)
        this.#rightBefore.set(note, highlight)
    }
  }

  find(note: Clipping): Highlight | undefined {
    const { start } = note.place
    if (start === undefined) return this.#rightBefore.get(note)
    const ending = this.#byEnd.get(start)
    if (ending !== undefined) return ending
    const count = countUpTo(this.#highlights, start)
    return this.#highlights
      .slice(Math.max(0, count - REACHING), count)
      .findLast(({ clipping: { place } }) => place.start !== undefined && start <= (place.end ?? place.start))
  }
}

const LIMIT = /^<[^<>]{8,200}>$/

const wordsOf = (clipping: Clipping): string => (LIMIT.test(clipping.text) ? '' : clipping.text)

const locationOf = ({ place: { start, end } }: Clipping): string | undefined =>
  start === undefined ? undefined : end === start ? String(start) : `${start}-${end}`

const placeIn = (clipping: Clipping) => {
  const location = locationOf(clipping)
  const { page } = clipping.place
  if (location === undefined && page === undefined) return undefined
  return { ...(page !== undefined && { page }), ...(location !== undefined && { location }) }
}

/** Entries have no names: what tells one from another is where it begins, and its first words. */
const idOf = ({ kind, place, text }: Clipping): string =>
  [
    kind,
    place.start ?? '',
    place.start === undefined ? (place.page ?? '') : '',
    text.replace(/\s+/g, ' ').slice(0, 40),
  ].join('|')

/** Of several notes at one place the later one counts when it goes on where the earlier one stopped; otherwise both do. */
const joinTexts = (notes: readonly Clipping[]): string =>
  notes
    .map(({ text }) => text)
    .filter((text, at, all) => text !== '' && all[at + 1]?.startsWith(text) !== true)
    .join('\n\n')

const factsOf = (clipping: Clipping, last: Clipping = clipping) => {
  const place = placeIn(clipping)
  return {
    ...(place !== undefined && { place }),
    ...(clipping.created !== undefined && { created: clipping.created }),
    ...(last.created !== undefined && { modified: last.created }),
    ...(clipping.created === undefined && clipping.dated !== '' && { dated: clipping.dated }),
  }
}

const takeWork = (into: GatheredMarks, work: MarkedWork, clippings: readonly Clipping[]): void => {
  const highlights: Highlight[] = []
  const alone: Clipping[] = []
  for (const clipping of clippings.filter(({ kind }) => kind === 'highlight').toSorted(byPlace)) {
    const earlier =
      wordsOf(clipping) === ''
        ? -1
        : highlights.slice(-LOOKED_BACK).findIndex(one => isEarlierState(one.clipping, clipping))
    const highlight = { clipping, notes: [] }
    if (earlier >= 0) highlights.splice(Math.max(0, highlights.length - LOOKED_BACK) + earlier, 1, highlight)
    else highlights.push(highlight)
  }
  const noted = new NotedHighlights(highlights, clippings)
  for (const clipping of clippings) {
    if (clipping.kind === 'highlight') continue
    const on = clipping.kind === 'note' ? noted.find(clipping) : undefined
    if (on === undefined) alone.push(clipping)
    else on.notes.push(clipping)
  }
  for (const { clipping, notes } of highlights) {
    const quote = wordsOf(clipping)
    if (quote === '')
      into.warn(
        `“${work.title.slice(0, 80)}”: the Kindle kept no words of the highlight at ${locationOf(clipping) ?? `page ${clipping.place.page ?? '?'}`}, ` +
          'because its limit for this book was reached.',
      )
    into.add(work, {
      id: idOf(clipping),
      kind: quote === '' ? 'note' : 'highlight',
      quote,
      note: joinTexts(notes),
      ...factsOf(clipping, notes.at(-1)),
    })
  }
  for (const clipping of alone)
    into.add(work, {
      id: idOf(clipping),
      kind: clipping.kind === 'bookmark' ? 'bookmark' : placeIn(clipping) === undefined ? 'page-note' : 'note',
      note: clipping.text,
      ...factsOf(clipping),
    })
}

/** In the order of places, those of one place in the order of the file. */
const byPlace = (a: Clipping, b: Clipping): number => (a.place.start ?? 0) - (b.place.start ?? 0)

/** Marks of a Kindle's `My Clippings.txt`, in any of its languages. Null when the text is none. */
export const readKindle = (text: string): ReadMarks | null => {
  if (!isClippings(text)) return null
  const { clippings, unread, isCutOff } = readClippings(text)
  const into = new GatheredMarks('kindle')
  const works = new Map<string, Clipping[]>()
  for (const clipping of clippings) {
    const key = [clipping.title, ...clipping.authors].join('\n')
    const known = works.get(key)
    if (known === undefined) works.set(key, [clipping])
    else known.push(clipping)
  }
  for (const all of works.values()) {
    const [{ title, authors } = { title: '', authors: [] }] = all
    takeWork(into, { title: title || 'Without a title', authors: [...authors] }, all)
  }
  if (isCutOff) into.warn('The file ends within an entry: it is cut off, and its last entry may not be whole.')
  if (unread > 0)
    into.warn(
      unread === 1
        ? 'One entry does not look like a clipping and could not be read.'
        : `${unread} entries do not look like clippings and could not be read.`,
    )
  return into.result()
}
