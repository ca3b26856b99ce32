import { flatElements, leafOrContainerElements } from '../canonical-elements.ts'
import { placeId } from './book-page.ts'
import type { BookPage } from './book-page.ts'
import { isAddress, placeOf } from './book-paths.ts'
import { elementsOf, makeElement } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** What a page needs to know of the book around it. */
export interface PageSurroundings {
  /** The number of each page by its path. */
  readonly pages: ReadonlyMap<string, number>
  /** The path under which the archive has a file; null when it has none. */
  readonly find: (path: string) => string | null
  /** The language of the book, which need not be said again. */
  readonly language: string
}

/**
 * The picture that a drawing or an object only wraps, as books do to fit a picture to the page. A drawing that shows a picture of the book and draws on it
 * becomes that picture, because a kept drawing names no other file.
 */
const pictureIn = (element: PageElement): { source: string; alt: string } | null => {
  if (element.name === 'object')
    return (element.attributes.get('type') ?? '').startsWith('image/')
      ? { source: element.attributes.get('data') ?? '', alt: '' }
      : null
  const image = elementsOf(element).find(({ name }) => name === 'image')
  const title = elementsOf(element).find(({ name }) => name === 'title' || name === 'desc')
  const alt = title?.children.filter(child => typeof child === 'string').join('') ?? ''
  const source = image?.attributes.get('href') ?? ''
  if (source === '' || source.startsWith('data:')) return null
  return { source, alt: element.attributes.get('aria-label') ?? element.attributes.get('label') ?? alt }
}

const unwrapPictures = (root: PageElement): void => {
  for (const element of elementsOf(root)) {
    const picture = element.name === 'svg' || element.name === 'object' ? pictureIn(element) : null
    if (picture === null) continue
    element.name = 'img'
    element.attributes.clear()
    element.attributes.set('src', picture.source)
    element.attributes.set('alt', picture.alt)
    element.children.length = 0
  }
}

/** Readings beside characters (ruby) stand in brackets behind them, where the book has none for programs that cannot set them. */
const bracketReadings = (root: PageElement): void => {
  for (const ruby of elementsOf(root).filter(({ name }) => name === 'ruby')) {
    if (elementsOf(ruby).some(({ name }) => name === 'rp')) continue
    for (const reading of elementsOf(ruby).filter(({ name }) => name === 'rt')) {
      reading.children.unshift('（')
      reading.children.push('）')
    }
  }
}

const holdsFormula = (element: PageElement): boolean => elementsOf(element).some(({ name }) => name === 'math')

/** Of what a book offers in several forms (EPUB 3.0, `epub:switch`), the formula, or else the one for programs that know none of the others. */
const chooseForms = (root: PageElement): void => {
  for (const element of elementsOf(root).filter(({ name }) => name === 'switch')) {
    const forms = element.children.filter(child => typeof child !== 'string')
    const kept =
      forms.find(form => form.name === 'case' && holdsFormula(form)) ?? forms.find(({ name }) => name === 'default')
    element.children.splice(0, element.children.length, ...(kept === undefined ? [] : [kept]))
  }
}

/** Language and direction of what is around a block go onto the block: what is around it may not stay. */
const handDownLanguage = (element: PageElement, around: { lang: string; dir: string }, language: string): void => {
  const { attributes, name } = element
  const lang = attributes.get('lang') ?? around.lang
  const dir = attributes.get('dir') ?? around.dir
  if (flatElements.has(name) || leafOrContainerElements.has(name)) {
    if (lang !== '' && lang !== language) attributes.set('lang', lang)
    if (dir !== '') attributes.set('dir', dir)
  }
  for (const child of element.children) if (typeof child !== 'string') handDownLanguage(child, { lang, dir }, language)
}

/** Where a link leads in the content of the whole book; null for one that leads to no text. */
const linkOf = (href: string, page: BookPage, { pages, find }: PageSurroundings): string | null => {
  if (isAddress(href)) return href
  const place = placeOf(href, page.path)
  const number = place === null ? undefined : pages.get(find(place.path) ?? '')
  return place === null || number === undefined ? null : `#${placeId(number, place.fragment)}`
}

/** A name that no file has, for a picture that lies outside of the book. */
const pictureOf = (source: string, page: BookPage, find: PageSurroundings['find']): string => {
  if (isAddress(source)) return source
  const path = placeOf(source, page.path)?.path
  return path === undefined ? source : (find(path) ?? path)
}

/** Names inside a drawing are for the drawing. */
const elementsOutsideOfDrawings = (root: PageElement): readonly PageElement[] => {
  const found: PageElement[] = []
  const visit = (element: PageElement): void => {
    found.push(element)
    if (element.name === 'svg') return
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return found
}

const settleReferences = (page: BookPage, number: number, surroundings: PageSurroundings): void => {
  for (const { name, attributes } of elementsOutsideOfDrawings(page.root)) {
    for (const anchor of name === 'a' ? ['id', 'name'] : ['id']) {
      const id = attributes.get(anchor)
      if (id !== undefined && id !== '') attributes.set(anchor, placeId(number, id))
    }
    const href = name === 'a' ? attributes.get('href') : undefined
    if (href !== undefined) {
      const link = linkOf(href, page, surroundings)
      if (link === null) attributes.delete('href')
      else attributes.set('href', link)
    }
    const source = name === 'img' ? attributes.get('src') : undefined
    if (source !== undefined) attributes.set('src', pictureOf(source, page, surroundings.find))
  }
}

/** The page as a part of the whole book's content: links and pictures by their names there, languages where they are needed. */
export const settlePage = (page: BookPage, number: number, surroundings: PageSurroundings): PageElement => {
  chooseForms(page.root)
  unwrapPictures(page.root)
  bracketReadings(page.root)
  handDownLanguage(page.root, { lang: '', dir: '' }, surroundings.language)
  settleReferences(page, number, surroundings)
  const start = makeElement('a', { id: placeId(number, '') })
  start.parent = page.root
  page.root.children.unshift(start)
  return page.root
}
