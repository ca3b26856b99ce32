import type { OpenedArticle, OpenedPages } from '#core/bridge/calls.ts'
import { PageDrawing } from '../../pages/page-drawing.ts'
import { callBridge } from '../../state/bridge.ts'
import { notify } from '../../state/notices.ts'
import { goWithoutPages, pageLabels, pageName } from '../../state/pages.ts'

/** A document whose pages can be shown. */
export interface ReadyPages {
  readonly pages: OpenedPages
  /** Begins to open its file and to draw from it. */
  draw(): PageDrawing
  close(): void
}

/** The document that was asked for last; the next is asked for when it has been answered. */
let asked: Promise<unknown> = Promise.resolve()

const ask = (id: string) => {
  const answer = callBridge('pages.open', { id })
  asked = answer
  return answer
}

/**
 * Asks for where the text of an article stands on its pages, and for its file. Null when that cannot be, which is told, and when it is not
 * `isWanted` any more, which is not.
 */
export async function openPages({ article }: OpenedArticle, isWanted: () => boolean): Promise<ReadyPages | null> {
  const { id, textHash } = article
  await asked
  if (!isWanted()) return null
  const opened = await ask(id)
  const close = (): void => {
    if (opened.ok) void callBridge('pages.close', { source: opened.value.source })
  }
  const isShowable = opened.ok && opened.value.textHash === textHash
  if (!isWanted() || !isShowable) {
    close()
    if (isWanted())
      goWithoutPages(id, opened.ok ? 'its text has changed meanwhile. Open it again.' : opened.error.message)
    return null
  }
  const pages = opened.value
  return { pages, draw: () => drawingOf(id, pages), close }
}

/** Documents of which it has been told that pictures are missing: once is enough. */
const toldLacking = new Set<string>()

function tellLacking(id: string, page: number): void {
  if (toldLacking.has(id)) return
  toldLacking.add(id)
  notify({
    kind: 'warning',
    text: `${pageName(page)}: a picture is missing, because it is damaged or in a form that Pathmark cannot draw. Other pages may lack pictures, too; another program may show them.`,
  })
}

function drawingOf(id: string, { source, length }: OpenedPages): PageDrawing {
  return new PageDrawing({
    length,
    read: async (from, wanted) => {
      const piece = await callBridge('pages.read', { source, from, length: wanted })
      return piece.ok ? piece.value : null
    },
    opened: ({ labels }) => {
      pageLabels.value = labels
    },
    lacking: page => tellLacking(id, page),
    failed: why => goWithoutPages(id, `${why}.`),
  })
}
