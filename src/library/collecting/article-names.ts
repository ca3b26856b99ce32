import type { Provenance } from '#core/article/article.ts'

/** What a name ends with, without the dot, in lower case; empty when there is nothing of the kind. */
export const endingOf = (name: string): string => /[^.]\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Names that promise an article: one that turns out to be none is a failure that the reader wants to know of. */
const promising = new Set(['html', 'htm', 'xhtml', 'mht', 'mhtml', 'epub', 'pdf', 'nxml'])

/** Names of texts. Others that read like a text are programs, styles, settings, logs. */
const texts = new Set(['', 'txt', 'text', 'md', 'markdown', 'mdown', 'mkd', 'rst', 'asc', 'adoc'])

/** Parts of pages, which may look like a page or a text themselves. */
const parts = new Set(['css', 'js', 'mjs', 'cjs', 'ts', 'json', 'map', 'svg', 'wasm', 'php', 'download'])

export const promisesArticle = (name: string): boolean => promising.has(endingOf(name))

/** True for what reads like an article and is not only a part of one, by its content and its name together. */
export const isArticle = (name: string, format: Provenance['format'] | null): boolean => {
  const ending = endingOf(name)
  if (promising.has(ending)) return true
  if (format === null || parts.has(ending)) return false
  return (format !== 'text' && format !== 'markdown') || texts.has(ending)
}
