import type { Block } from '#core/article/article.ts'
import { bisect } from '#core/order/bisect.ts'
import { directionOf } from '../rendering/text-direction.ts'
import type { ChunkText } from '../rendering/article-dom.ts'
import { ChunkTextBuilder } from '../rendering/chunk-text-builder.ts'
import type { ContentLink } from './content-links.ts'
import { fittingFont, widthOf } from './measure-text.ts'
import type { LayerFont } from './measure-text.ts'
import type { PageRuns, Stretch, TextRun } from './page-runs.ts'
import { setRun } from './set-runs.ts'
import type { SetRun } from './set-runs.ts'

/** Letters are this share of the line's height: the browser paints marks from above the capitals to below the tails. */
const LETTER_SHARE = 0.86
/** Runs that are looked at to choose a font. */
const LOOKED_AT = 60

interface StretchParts {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly layout: PageRuns
  readonly stretch: Stretch
  readonly links: readonly ContentLink[]
}

/** A block's element, which says what it is to who listens instead of looking. */
function blockElement({ id, kind, level }: Block): HTMLElement {
  const element = document.createElement('div')
  element.dataset['block'] = id
  element.setAttribute('role', kind === 'heading' ? 'heading' : 'paragraph')
  if (kind === 'heading') element.setAttribute('aria-level', String(level ?? 2))
  return element
}

/** The letters' size of a run in points, and how much they have to be stretched to be as wide as on the page. */
function sizeOf(run: TextRun, set: SetRun, font: LayerFont): { readonly size: number; readonly stretch: number } {
  const size = run.height * LETTER_SHARE
  const natural = widthOf(set.space === null ? set.text : set.text.slice(0, -1), font) * size
  return { size, stretch: natural > 0 && set.width > 0 ? set.width / natural : 1 }
}

function runElement(run: TextRun, set: SetRun, font: LayerFont): HTMLElement {
  const element = document.createElement('span')
  element.className = 'run'
  const { size, stretch } = sizeOf(run, set, font)
  const turn = run.rotation === 0 ? '' : `rotate(${run.rotation}deg) `
  Object.assign(element.style, {
    left: `${run.x}px`,
    top: `${run.y}px`,
    fontSize: `${size}px`,
    lineHeight: `${run.height}px`,
    transform: `${turn}scaleX(${stretch})`,
  })
  element.dir = directionOf(set.text)
  return element
}

function linkElement({ address }: ContentLink): HTMLAnchorElement {
  const element = document.createElement('a')
  element.setAttribute('href', address)
  if (!address.startsWith('#')) element.classList.add('external')
  return element
}

/**
 * Puts a run's words into its element, those of links into links; answers with the offset that was reached. A link's later parts are left out
 * of the order of Tab.
 */
function fillRun(
  element: HTMLElement,
  set: SetRun,
  links: readonly ContentLink[],
  builder: ChunkTextBuilder,
  reached: Set<ContentLink>,
): number {
  const add = (parent: HTMLElement, from: number, to: number): void => {
    if (from >= to) return
    const node = document.createTextNode(set.text.slice(from - set.start, to - set.start))
    parent.append(node)
    builder.addNode(node, from)
  }
  let at = set.start
  for (let next = bisect(0, links.length, index => (links[index]?.end ?? 0) <= set.start); ; next += 1) {
    const link = links[next]
    if (link === undefined || link.start >= set.end) break
    add(element, at, Math.max(at, link.start))
    const anchor = linkElement(link)
    if (reached.has(link)) anchor.tabIndex = -1
    reached.add(link)
    at = Math.min(link.end, set.end)
    add(anchor, Math.max(set.start, link.start), at)
    element.append(anchor)
  }
  const wordsEnd = set.space === null ? set.end : set.end - 1
  add(element, at, wordsEnd)
  return Math.max(at, wordsEnd)
}

/** The space after a run, as wide as the page has it: white space cannot be stretched, but it can be spaced. */
function addSpace(
  element: HTMLElement,
  run: TextRun,
  set: SetRun,
  from: number,
  font: LayerFont,
  builder: ChunkTextBuilder,
): void {
  if (set.space === null || from >= set.end) return
  const { size, stretch } = sizeOf(run, set, font)
  const space = document.createElement('span')
  space.style.letterSpacing = `${set.space / stretch - widthOf(' ', font) * size}px`
  const node = document.createTextNode(set.text.slice(from - set.start))
  space.append(node)
  element.append(space)
  builder.addNode(node, from)
}

/** Sets the runs of a stretch as invisible words over their page; `element` is its place there, in points. */
export function buildStretch(element: HTMLElement, { text, blocks, layout, stretch, links }: StretchParts): ChunkText {
  const builder = new ChunkTextBuilder()
  const runs = layout.runs.slice(stretch.from, stretch.to).map((run, index) => ({
    run,
    set: setRun(text, run, layout.runs[stretch.from + index + 1]),
  }))
  const font = fittingFont(
    runs
      .filter(({ run }) => run.end - run.start > 8)
      .slice(0, LOOKED_AT)
      .map(({ run, set }) => ({ text: set.text.trimEnd(), width: set.width / run.height })),
  )
  element.dataset['font'] = font
  const reached = new Set<ContentLink>()
  let number = bisect(0, blocks.length, at => (blocks[at]?.end ?? 0) <= (runs[0]?.run.start ?? 0))
  let holder: HTMLElement | null = null
  for (const { run, set } of runs) {
    let block = blocks[number]
    while (block !== undefined && block.end <= run.start) {
      number += 1
      block = blocks[number]
      holder = null
    }
    if (holder === null && block !== undefined) {
      holder = blockElement(block)
      builder.addBlock(holder, Math.max(block.start, run.start))
      element.append(holder)
    }
    const child = runElement(run, set, font)
    addSpace(child, run, set, fillRun(child, set, links, builder, reached), font, builder)
    ;(holder ?? element).append(child)
  }
  return builder.build()
}
