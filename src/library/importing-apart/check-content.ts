import type { Article, Block } from '#core/article/article.ts'
import { canonicalAttributes, canonicalElements, isCanonicalValue } from '#core/article/canonical-vocabulary.ts'
import { assetOfReference } from '#core/article/asset.ts'
import { takingTurns } from './taking-turns.ts'

const elements: ReadonlySet<string> = new Set(canonicalElements)
const attributes: ReadonlySet<string> = new Set(canonicalAttributes)
const withoutEnd: ReadonlySet<string> = new Set(['br', 'img'])

/** A tag as an importer writes it, or the text up to the next one. */
const nextPart = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|[^<>]+/y
const nextAttribute = / ([a-z-]+)="([^"]*)"/g

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
}

/** Text with its character references resolved; undefined when there are others than an importer writes. */
const resolve = (text: string): string | undefined => {
  let known = true
  const resolved = text.replace(/&(?:[a-z]+;)?/g, reference => {
    const character = Object.hasOwn(references, reference) ? references[reference] : undefined
    known &&= character !== undefined
    return character ?? reference
  })
  return known ? resolved : undefined
}

/** Parts between two looks at the clock. */
const PARTS = 500

/** Reads canonical content once from its start to its end, and says what is the first thing amiss. */
class ContentCheck {
  readonly texts = new Map<string, string>()
  readonly ids = new Set<string>()
  readonly assets = new Set<string>()
  readonly #open: string[] = []
  #block: { readonly id: string; readonly depth: number; text: string } | null = null

  /** Takes the part that begins at `place`. Gives where it ends; a string is what is amiss with it. */
  read(html: string, place: number): number | string {
    nextPart.lastIndex = place
    const part = nextPart.exec(html)
    if (part === null) return 'it is not written as an importer writes it'
    const [whole, slash, name, written] = part
    const amiss =
      name === undefined ? this.#text(whole) : slash === '' ? this.#start(name, written ?? '') : this.#end(name)
    return amiss ?? place + whole.length
  }

  end(): string | null {
    return this.#open.length === 0 ? null : 'it has an element without an end'
  }

  #text(written: string): string | null {
    const text = resolve(written)
    if (text === undefined) return 'it has a character reference that may not be there'
    if (this.#block !== null) this.#block.text += text
    else if (text.trim() !== '') return 'it has text outside of its blocks'
    return null
  }

  #start(name: string, written: string): string | null {
    if (!elements.has(name)) return `it has an element that may not be there: <${name.slice(0, 40)}>`
    for (const [, key = '', value = ''] of written.matchAll(nextAttribute)) {
      const amiss = this.#attribute(key, value)
      if (amiss !== null) return amiss
    }
    if (!withoutEnd.has(name)) this.#open.push(name)
    return null
  }

  #attribute(key: string, written: string): string | null {
    const value = resolve(written)
    if (value === undefined || !attributes.has(key) || !isCanonicalValue(key, value))
      return `it has an attribute that may not be there: ${key.slice(0, 40)}`
    if (key === 'id') this.ids.add(value)
    const asset = key === 'src' ? assetOfReference(value) : null
    if (asset !== null) this.assets.add(asset)
    if (key !== 'data-block') return null
    if (this.#block !== null || this.texts.has(value)) return `it has block ${value} in a wrong place`
    this.#block = { id: value, depth: this.#open.length, text: '' }
    this.texts.set(value, '')
    return null
  }

  #end(name: string): string | null {
    if (this.#open.pop() !== name) return `its elements do not end as they begin: </${name.slice(0, 40)}>`
    if (this.#block?.depth === this.#open.length) {
      this.texts.set(this.#block.id, this.#block.text)
      this.#block = null
    }
    return null
  }
}

const checkBlocks = (article: Article, texts: ReadonlyMap<string, string>): string | null => {
  const sections = new Set(article.sections.map(({ id }) => id))
  let before: Block | undefined
  for (const block of article.blocks) {
    const gap = article.text.slice(before?.end ?? 0, block.start)
    const follows = before === undefined ? gap === '' : gap === '\n' || gap === '\t'
    if (!follows || block.end < block.start || !sections.has(block.section)) return 'its blocks are not in order'
    if (texts.get(block.id) !== article.text.slice(block.start, block.end))
      return 'the text of a block is not what the content says'
    before = block
  }
  return before?.end === article.text.length && texts.size === article.blocks.length
    ? null
    : 'the text and the content do not go together'
}

const checkSections = (article: Article, ids: ReadonlySet<string>): string | null =>
  article.sections.every(
    ({ id, level, start, end }) => start <= end && end <= article.text.length && (level === 0 || ids.has(id)),
  )
    ? null
    : 'its sections are not in order'

const checkAssets = (article: Article, shown: ReadonlySet<string>): string | null => {
  const kept = new Set(article.assets?.map(({ name }) => name))
  const named = article.cover === undefined ? [...shown] : [...shown, article.cover]
  return kept.size === (article.assets?.length ?? 0) && named.every(name => kept.has(name))
    ? null
    : 'it shows a picture that did not come with it'
}

/**
 * What `checkCanonical` looks for, but for hashes, in content that an importer has just written: one pass without a parser, in
 * turns of some milliseconds, so that a stranger's content cannot hold up the program that looks at it.
 * Gives a clause that says what is amiss first; null when all is well.
 */
export const checkContent = async (article: Article, html: string): Promise<string | null> => {
  const check = new ContentCheck()
  const turn = takingTurns()
  let parts = 0
  for (let place = 0; place < html.length; parts += 1) {
    const next = check.read(html, place)
    if (typeof next === 'string') return next
    place = next
    if (parts % PARTS === 0) await turn()
  }
  return (
    check.end() ??
    checkBlocks(article, check.texts) ??
    checkSections(article, check.ids) ??
    checkAssets(article, check.assets)
  )
}
