import { anchorAll } from '#core/anchoring/anchor-all.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import type { ArticleText } from '#core/article/article.ts'
import { articleOf, headingsOf } from './article-text.ts'
import { textOf, unedited } from './edited-text.ts'
import { nameOf } from './names.ts'
import { choosePassages } from './passages.ts'
import { randomFrom } from './random.ts'
import { englishSources } from './sources.ts'
import { editWords } from './word-edits.ts'

/** Characters of the two articles, and the annotations on each. */
export const SIZES = [50_000, 3_000_000] as const
export const ANNOTATIONS = 10_000

export interface ManyTimes {
  readonly characters: number
  /** Milliseconds for all annotations: on the same text, and on one of which 5 % of the words were edited. */
  readonly unedited: number
  readonly edited: number
}

/**
 * Prose of about `length` characters. The sources are repeated with a part of the words edited anew each time, so that the
 * copies look alike but are not the same: harder than a book, in which hardly anything is said twice.
 */
const longArticle = (length: number): ArticleText => {
  const random = randomFrom(`long ${length}`)
  const sources = englishSources()
  const headings = new Set(sources.flatMap(({ article }) => [...headingsOf(article)]))
  const parts: string[] = []
  for (let held = 0; held < length;) {
    const part = textOf(editWords(unedited(random.pick(sources).article.text), 0.3, random))
    parts.push(part)
    held += part.length + 1
  }
  return articleOf(parts.join('\n').slice(0, length).trimEnd(), headings)
}

export const timeMany = (length: number, wanted = ANNOTATIONS): ManyTimes => {
  const random = randomFrom(`many ${length}`)
  const article = longArticle(length)
  const list = choosePassages(article, wanted, random).map(span => makeSelectors(article, span))
  const next = articleOf(textOf(editWords(unedited(article.text), 0.05, random)), headingsOf(article))
  const options = { nameOf: nameOf() }
  const time = (text: ArticleText): number => {
    const before = performance.now()
    anchorAll(text, list, options)
    return performance.now() - before
  }
  return { characters: length, unedited: time(article), edited: time(next) }
}
