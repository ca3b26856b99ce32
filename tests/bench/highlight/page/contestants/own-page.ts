import type { Article } from '#core/article/article.ts'
import { buildArticle } from '../../../../../src/renderer/rendering/build-article.ts'
import type { Contestant } from '../contestant.ts'
import type { GeneratedArticle } from '../generated-article.ts'
import { noMarks } from './no-marks.ts'
import { pathmark } from './pathmark.ts'

/** The canonical article around the generated one, of which building needs the text and the blocks only. */
const canonical = ({ text, blocks, sections }: GeneratedArticle): Article => ({
  format: 1,
  id: 'generated',
  metadata: { title: '', authors: [], language: 'en', keywords: [], sourceNotes: [] },
  provenance: {
    format: 'html',
    fileName: '',
    sourceFile: '',
    sourceHash: '',
    imported: '',
    importer: '',
    warnings: [],
  },
  text,
  sections: [...sections],
  blocks: [...blocks],
  textHash: '',
  htmlHash: '',
  words: 0,
})

/** As the reading view builds it: in chunks, of which the browser lays out those that are near the view. */
const build = (root: HTMLElement, article: GeneratedArticle): void => {
  buildArticle(root, canonical(article), article.html, null).buildWhile(() => true)
}

export const noMarksOwnPage: Contestant = { ...noMarks, build }
export const pathmarkOwnPage: Contestant = { ...pathmark, build }
