import * as v from 'valibot'
import type { Article } from '#core/article/article.ts'
import { checkPageLayout, pageSizesSchema, placedRunOf } from '#core/article/page-layout.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import { FORMAT, layoutFormat } from './library-files.ts'
import type { StoredLayout } from './library-files.ts'
import { inspectFile } from './store/inspect-file.ts'
import { serialise } from './store/serialise.ts'

/** What `layout.json` of an article says. */
export const writtenLayout = ({ pages, runs }: PageLayout, { textHash }: Pick<Article, 'textHash'>): string =>
  serialise({
    format: FORMAT,
    textHash,
    pages: pages.map(({ width, height }) => `${width} ${height}`),
    runs: runs.map(run => run.join(' ')),
  } satisfies StoredLayout)

const numbersOf = (line: string): number[] => line.split(' ').map(Number)

const layoutOf = ({ pages, runs }: StoredLayout): PageLayout | null => {
  const sizes = v.safeParse(
    pageSizesSchema,
    pages.map(numbersOf).map(([width, height]) => ({ width, height })),
  )
  const placed = runs.map(line => placedRunOf(numbersOf(line)))
  const whole = placed.filter(run => run !== null)
  return sizes.success && whole.length === placed.length ? { pages: sizes.output, runs: whole } : null
}

/** The layout at `path`, if it is one of this article; `problem` says otherwise what is wrong with the file. */
export const readLayout = async (
  path: string,
  article: Pick<Article, 'text' | 'textHash'>,
): Promise<
  { readonly layout: PageLayout; readonly problem: null } | { readonly layout: null; readonly problem: string }
> => {
  const file = await inspectFile(path, layoutFormat)
  switch (file.state) {
    case 'good': {
      const layout = layoutOf(file.value)
      if (layout === null) return { layout, problem: 'damaged: its numbers are none' }
      const amiss =
        file.value.textHash === article.textHash
          ? checkPageLayout(layout, article.text.length)
          : 'it belongs to another text'
      return amiss === null ? { layout, problem: null } : { layout: null, problem: `damaged: ${amiss}` }
    }
    case 'missing':
      return { layout: null, problem: 'missing' }
    case 'damaged':
      return { layout: null, problem: `damaged: ${file.problem}` }
    case 'too-new':
      return {
        layout: null,
        problem: `written by a newer version of Pathmark (format ${file.version}); update Pathmark`,
      }
    case 'unreadable':
      return { layout: null, problem: file.failure.message }
  }
}
