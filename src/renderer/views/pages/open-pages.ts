import type { OpenedArticle, OpenedPages } from '#core/bridge/calls.ts'
import { PageDrawing } from '../../pages/page-drawing.ts'
import { callBridge } from '../../state/bridge.ts'
import { goWithoutPages, pageCount, pageLabels } from '../../state/pages.ts'

/** A document whose pages can be shown, and what draws them. */
export interface ReadyPages {
  readonly pages: OpenedPages
  readonly drawing: PageDrawing
  close(): void
}

/** Asks for where the text of an article stands on its pages and begins to open its file. Null when that cannot be, which is told. */
export async function openPages({ article }: OpenedArticle): Promise<ReadyPages | null> {
  const { id, textHash } = article
  const opened = await callBridge('pages.open', { id })
  if (!opened.ok || opened.value.textHash !== textHash) {
    goWithoutPages(id, opened.ok ? 'its text has changed meanwhile. Open it again.' : opened.error.message)
    return null
  }
  const pages = opened.value
  const { source } = pages
  pageCount.value = pages.layout.pages.length / 2
  pageLabels.value = null
  const drawing = new PageDrawing({
    length: pages.length,
    read: async (from, length) => {
      const piece = await callBridge('pages.read', { source, from, length })
      return piece.ok ? piece.value : null
    },
    opened: ({ labels }) => {
      pageLabels.value = labels
    },
    failed: why => goWithoutPages(id, `${why}.`),
  })
  return {
    pages,
    drawing,
    close: () => {
      drawing.dispose()
      void callBridge('pages.close', { source })
    },
  }
}
