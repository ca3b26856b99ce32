import type { Article } from '#core/article/article.ts'
import type { BuiltArticle } from '../../../../../src/renderer/rendering/build-article.ts'
import { buildArticle } from '../../../../../src/renderer/rendering/build-article.ts'
import { mapText } from '../../../../../src/renderer/rendering/map-text.ts'
import type { Contestant } from '../contestant.ts'
import type { GeneratedArticle } from '../generated-article.ts'
import { noMarks } from './no-marks.ts'
import { PathmarkPainting } from './pathmark.ts'

/** The canonical article around the generated one, of which building needs the text and the blocks only. */
const canonical = ({ text, blocks, sections }: GeneratedArticle): Article => ({
  format: 3,
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

const builtIn = new WeakMap<HTMLElement, BuiltArticle>()

/** As the reading view builds it: in chunks, of which the browser lays out those that are near the view. */
const build = (root: HTMLElement, article: GeneratedArticle): void => {
  const built = buildArticle(root, { article: canonical(article), html: article.html, resources: '' }, null)
  built.buildWhile(() => true)
  builtIn.set(root, built)
}

export const noMarksOwnPage: Contestant = { ...noMarks, build }
export const pathmarkOwnPage: Contestant = {
  shows: 'highlights',
  build,
  open: ({ root, scroller }) => new PathmarkPainting(builtIn.get(root) ?? mapText(root), scroller),
}
