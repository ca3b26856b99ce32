import type { BookPage } from './book-page.ts'
import { joinHeadings } from './heading-groups.ts'
import { labelKey, labelsAgree } from './label-words.ts'
import { lineOfText } from '../source-text.ts'
import { outlineTargets } from './outline-targets.ts'
import type { OutlineTarget } from './outline-targets.ts'
import type { NavigationEntry } from './navigation.ts'
import { append, elementsOf, makeElement, putBefore, rawTextOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

const headingName = /^h([1-6])$/

const isHeading = ({ name }: PageElement): boolean => headingName.test(name)

/** What may stand before the heading that a place begins with: at the start of a page a motto, elsewhere a number. */
const LONGEST_MOTTO = 160
const numberLike = /^.{0,60}[^.!?…。！？]$/u

/** The number of a part and nothing else. */
const onlyNumber = /^(?:\p{L}+\s+)?(?:\d{1,3}|[IVXLCDM]{1,8})[.:]?$/u

/** A book's own title has the first rank, so that its chapters begin with the second. */
const FIRST_LEVEL = 2
const LAST_LEVEL = 6

/** A heading that only holds a picture says nothing in an outline; the line of the table of contents takes its place. */
const dissolveEmptyHeadings = (pages: readonly BookPage[]): void => {
  for (const { root } of pages)
    for (const element of elementsOf(root))
      if (isHeading(element) && lineOfText(rawTextOf(element)) === '') element.name = 'div'
}

const TITLE_LIKE = /^(?:h[1-6]|p|div|center|header|hgroup|section|article|legend)$/
const CLOSED = new Set(['ul', 'ol', 'dl', 'table', 'figure', 'blockquote', 'aside'])

/** Whether a block may become a section's heading: in a list, a table or a quotation none opens a section. */
export const mayOpenSection = (block: PageElement): boolean => {
  if (!TITLE_LIKE.test(block.name) || block.parent === null) return false
  for (let around: PageElement | null = block; around !== null; around = around.parent)
    if (CLOSED.has(around.name)) return false
  return true
}

const showsPicture = (root: PageElement): boolean =>
  elementsOf(root).some(({ name }) => name === 'img' || name === 'image')

class Outline {
  readonly #pages: readonly BookPage[]
  /** The line of the text that is the book's own title. */
  readonly #title: PageElement | null
  /** The heading of each line that has one, by element. */
  readonly #headings = new Map<PageElement, OutlineTarget>()

  constructor(pages: readonly BookPage[], title: PageElement | null) {
    this.#pages = pages
    this.#title = title
  }

  build(entries: readonly NavigationEntry[]): void {
    const targets = outlineTargets(entries, this.#pages)
    const open = targets.filter(target => !this.#agreeing(target))
    // The title page needs no heading that says so.
    const untitled = open.filter(({ blocks }) => !blocks.some(({ element }) => element === this.#title))
    for (const target of untitled) if (!this.#nearest(target)) this.#insert(target)
    this.#setLevels()
  }

  #claim(element: PageElement, target: OutlineTarget): true {
    this.#headings.set(element, target)
    return true
  }

  /** Takes the heading or the line of text that says what the table of contents says. */
  #agreeing(target: OutlineTarget): boolean {
    const free = target.blocks.filter(
      ({ element }) => element !== this.#title && !this.#headings.has(element) && mayOpenSection(element),
    )
    const { label } = target.entry
    for (const [at, { element, text }] of free.entries()) {
      const next = free[at + 1]
      const together = next === undefined ? '' : labelKey(text + next.text)
      if (together !== '' && together === labelKey(label) && next?.element.parent === element.parent)
        return this.#claim(joinHeadings(element, next.element), target)
    }
    const same = free.filter(({ text }) => labelsAgree(text, label))
    const best = same.find(({ element }) => isHeading(element)) ?? same[0]
    if (best === undefined) return false
    // A number on a line of its own before the title, which the table of contents leaves out.
    const before = free[free.indexOf(best) - 1]
    const isNumbered = before !== undefined && isHeading(before.element) && onlyNumber.test(before.text)
    if (isNumbered && before.element.parent === best.element.parent)
      return this.#claim(joinHeadings(before.element, best.element), target)
    return this.#claim(best.element, target)
  }

  /** Takes the heading that the place begins with, whatever it says. */
  #nearest(target: OutlineTarget): boolean {
    if (target.shared) return false
    for (const { element, text } of target.blocks) {
      if (isHeading(element) && mayOpenSection(element))
        return !this.#headings.has(element) && this.#claim(element, target)
      if (target.element.parent === null ? text.length > LONGEST_MOTTO : !numberLike.test(text)) return false
    }
    return false
  }

  /** Where the text has no heading, the line of the table of contents becomes one. */
  #insert(target: OutlineTarget): void {
    const root = this.#pages[target.page]?.root
    if (root === undefined || (target.blocks.length === 0 && !showsPicture(root))) return
    const heading = makeElement('h1')
    append(heading, target.entry.label)
    let place = target.element === root ? root : target.element
    // Not into the midst of a paragraph, a list or a table.
    for (let around: PageElement | null = place; around !== null && around !== root; around = around.parent)
      if (!['div', 'section', 'article', 'main', 'header', 'body'].includes(around.name)) place = around
    while (place !== root && place.parent !== null && place.parent.children[0] === place && place.parent !== root)
      place = place.parent
    putBefore(heading, place)
    this.#claim(heading, target)
  }

  /** The highest rank of the book's own headings, which a book need not begin with. */
  #firstRank(): number {
    const own = this.#pages.flatMap(({ root }) =>
      elementsOf(root)
        .filter(element => isHeading(element) && element !== this.#title)
        .map(({ name }) => Number(name[1])),
    )
    return own.reduce((least, rank) => Math.min(least, rank), LAST_LEVEL)
  }

  /** Ranks of the table of contents for its own lines; those of the others follow from how they stand to the line before. */
  #setLevels(): void {
    let line = { level: FIRST_LEVEL, own: this.#firstRank() }
    let before = FIRST_LEVEL - 1
    for (const { root } of this.#pages) {
      for (const element of elementsOf(root)) {
        const target = this.#headings.get(element)
        const own = Number(headingName.exec(element.name)?.[1] ?? 1)
        if (element === this.#title || (target === undefined && !isHeading(element))) continue
        const wanted: number = target === undefined ? line.level + own - line.own : target.entry.depth + FIRST_LEVEL - 1
        const level: number = Math.max(FIRST_LEVEL, Math.min(wanted, before + 1, LAST_LEVEL))
        if (target !== undefined) line = { level, own }
        element.name = `h${level}`
        before = level
      }
    }
  }
}

/**
 * Gives a book the headings that its table of contents names, each once: a heading of the text, a line of the text that is made one, or, where
 * the text has neither, a new one.
 */
export const makeOutline = (
  pages: readonly BookPage[],
  entries: readonly NavigationEntry[],
  title: PageElement | null,
): void => {
  dissolveEmptyHeadings(pages)
  new Outline(pages, title).build(entries)
}
