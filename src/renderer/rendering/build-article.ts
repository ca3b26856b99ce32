import type { Article, Block } from '#core/article/article.ts'
import type { ArticleDom } from './article-dom.ts'
import { SOFT_HYPHEN, withSoftHyphens } from './hyphenate.ts'
import type { BreakFinder } from './hyphenate.ts'
import { sanitiseContent } from './sanitise-content.ts'

export interface BuiltArticle extends ArticleDom {
  /** Ids of blocks whose words in the content are not the article's text: they are shown, but cannot be marked. */
  readonly mismatches: readonly string[]
}

/** Kinds of blocks that are set without hyphenation. */
const unbroken: ReadonlySet<Block['kind']> = new Set(['heading', 'preformatted', 'term'])
const unbrokenInline = 'code, kbd, samp, var, a, abbr, sub, sup'

function textNodesOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}

/**
 * Builds the article's DOM in `root` and maps its text nodes to the article's text. Soft hyphens are put in where
 * `findBreaks` allows; the map knows them, so that offsets stay those of the text.
 */
export function buildArticle(
  root: HTMLElement,
  article: Article,
  html: string,
  findBreaks: BreakFinder | null,
): BuiltArticle {
  const content = sanitiseContent(html)
  const known = new Map(article.blocks.map(block => [block.id, block]))
  const nodes: Text[] = []
  const starts: number[] = []
  const ends: number[] = []
  const breaks: number[] = []
  const blocks: HTMLElement[] = []
  const blockStarts: number[] = []
  const mismatches: string[] = []

  for (const element of content.querySelectorAll<HTMLElement>('[data-block]')) {
    const block = known.get(element.dataset['block'] ?? '')
    const texts = textNodesOf(element)
    const words = texts.map(node => node.data).join('')
    if (
      block === undefined ||
      words !== article.text.slice(block.start, block.end) ||
      block.start < (ends.at(-1) ?? 0)
    ) {
      mismatches.push(element.dataset['block'] ?? '')
      continue
    }
    blocks.push(element)
    blockStarts.push(block.start)
    let offset = block.start
    for (const node of texts) {
      const length = node.data.length
      if (length === 0) continue
      nodes.push(node)
      starts.push(offset)
      ends.push(offset + length)
      if (findBreaks !== null && !unbroken.has(block.kind) && node.parentElement?.closest(unbrokenInline) == null) {
        const found = findBreaks(node.data)
        for (const place of found) breaks.push(offset + place)
        if (found.length > 0) node.data = withSoftHyphens(node.data, found)
      }
      offset += length
    }
  }
  const missing = article.blocks.length - blocks.length - mismatches.length
  if (missing > 0) mismatches.push(`${missing} missing`)

  wrapTables(content)
  markLinks(content)
  root.replaceChildren(content)
  return {
    root,
    nodes,
    blocks,
    mismatches,
    map: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), breaks: Uint32Array.from(breaks) },
    segments: new Map(nodes.map((node, index) => [node, index])),
    blockStarts: Uint32Array.from(blockStarts),
  }
}

/** Gives every table a box that scrolls by itself, named by its caption, so that a narrow window does not squeeze it. */
function wrapTables(content: DocumentFragment): void {
  for (const table of content.querySelectorAll('table')) {
    const box = document.createElement('div')
    box.className = 'table-scroll'
    box.setAttribute('role', 'region')
    const caption = table.querySelector('caption')?.textContent?.replaceAll(SOFT_HYPHEN, '').trim()
    box.setAttribute('aria-label', caption === undefined || caption === '' ? 'Table' : `Table: ${caption}`)
    table.replaceWith(box)
    box.append(table)
  }
}

/** Tells links that leave the article from those within it; following one is up to the reading view. */
function markLinks(content: DocumentFragment): void {
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!(link.getAttribute('href') ?? '').startsWith('#')) link.classList.add('external')
  }
}
