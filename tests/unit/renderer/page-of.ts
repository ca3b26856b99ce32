import { parseHTML } from 'linkedom'
import { vi } from 'vitest'

/** An element with this content, in a document that the modules under test take for the window's. */
export function pageOf(html: string): HTMLElement {
  const { document, Element, Node } = parseHTML(`<!doctype html><body><article>${html}</article></body>`)
  for (const [name, value] of Object.entries({ document, Element, Node, NodeFilter: { SHOW_TEXT: 4 } }))
    vi.stubGlobal(name, value)
  const article = document.querySelector('article')
  if (article === null) throw new Error('The page has no article.')
  return article
}
