import { joinBlocks } from '#core/article/join-blocks.ts'
import type { Block, Section } from '#core/article/article.ts'
import { assetReference } from '#core/article/asset.ts'
import type { PlacedRun } from '#core/article/page-layout.ts'
import type { Attributes } from './canonical-attributes.ts'
import { escapeText, startTag } from './canonical-markup.ts'
import type { Container, Content, Inline, Leaf, Run } from './content-tree.ts'
import type { PagePlace } from '#core/article/page-place.ts'
import { collapseRuns, preserveRuns, textOfRuns } from './leaf-text.ts'

/** Canonical content and the text map that belongs to it. */
export interface WrittenContent {
  readonly html: string
  /** The top-level elements of `html`, each with the line feed after it; joined they are `html`. */
  readonly elements: readonly string[]
  readonly text: string
  readonly blocks: Block[]
  readonly sections: Section[]
  /** Where text stands on pages, in the text's order; empty when the source has none. */
  readonly placed: PlacedRun[]
}

/** The elements of `inline` that are not open in `open`, the outermost first, and the last one both have. */
const missingFrom = (
  open: Inline | null,
  inline: Inline | null,
): { shared: Inline | null; missing: readonly Inline[] } => {
  const missing: Inline[] = []
  let a = open
  let b = inline
  while (a !== b) {
    if (b !== null && (a === null || b.depth >= a.depth)) {
      missing.unshift(b)
      b = b.parent
    } else {
      a = a?.parent ?? null
    }
  }
  return { shared: b, missing }
}

const isKeptImage = (run: Run): boolean => run.kind === 'image' && run.asset !== null

const hundredths = (value: number): number => Math.round(value * 100) / 100

const placedRun = (start: number, end: number, { page, x, y, width, height, rotation }: PagePlace): PlacedRun => [
  start,
  end,
  page,
  hundredths(x),
  hundredths(y),
  hundredths(width),
  hundredths(height),
  hundredths(rotation),
]

class ContentWriter {
  readonly #texts = new Map<Leaf, string>()
  readonly #blocks = new Map<Leaf, Block>()
  readonly #linked = new Set<Leaf>()
  /** For leaves without text the one that a link to them leads to. */
  readonly #standIns = new Map<Leaf, Leaf>()
  readonly #content: Content
  #parts: string[] = []

  constructor(content: Content) {
    this.#content = content
  }

  write(): WrittenContent {
    for (const leaf of this.#content.leaves) {
      leaf.runs = leaf.kind === 'preformatted' ? preserveRuns(leaf.runs) : collapseRuns(leaf.runs)
      this.#texts.set(leaf, textOfRuns(leaf.runs))
    }
    const kept = this.#content.leaves.filter(leaf => this.#hasText(leaf))
    this.#findStandIns()
    const joined = joinBlocks(
      kept.map(leaf => ({
        kind: leaf.kind,
        text: this.#texts.get(leaf) ?? '',
        level: leaf.level,
        row: leaf.row,
        cell: leaf.cell,
      })),
    )
    for (const [index, leaf] of kept.entries()) {
      const block = joined.blocks[index]
      if (block !== undefined) this.#blocks.set(leaf, block)
      for (const run of leaf.runs) this.#noteLinks(run.inline)
    }
    const elements = this.#content.root.children.map(child => {
      this.#parts = []
      this.#writeNode(child, this.#content.root)
      return this.#parts.join('')
    })
    return { ...joined, html: elements.join(''), elements, placed: this.#placed(kept) }
  }

  #placed(leaves: readonly Leaf[]): PlacedRun[] {
    return leaves.flatMap(leaf => {
      let end = this.#blocks.get(leaf)?.start ?? 0
      return leaf.runs.flatMap((run): PlacedRun[] => {
        const start = end
        end += textOfRuns([run]).length
        return run.kind === 'text' && run.place !== undefined ? [placedRun(start, end, run.place)] : []
      })
    })
  }

  /** A link to a picture leads to the words that follow it, which are its caption; at the end to the last ones. */
  #findStandIns(): void {
    const { leaves } = this.#content
    let next = leaves.findLast(leaf => this.#hasText(leaf))
    for (const leaf of leaves.toReversed()) {
      if (this.#hasText(leaf)) next = leaf
      else if (next !== undefined) this.#standIns.set(leaf, next)
    }
  }

  #hasText(leaf: Leaf): boolean {
    return (this.#texts.get(leaf) ?? '').trim() !== ''
  }

  #hasContent(node: Container | Leaf): boolean {
    if (node.type === 'container') return node.children.some(child => this.#hasContent(child))
    return this.#hasText(node) || node.runs.some(run => isKeptImage(run))
  }

  #writeNode(node: Container | Leaf, parent: Container): void {
    const isCell = node.tag === 'td' || node.tag === 'th'
    if (!isCell && !this.#hasContent(node)) return
    if (node.type === 'leaf') {
      this.#writeLeaf(node, parent)
      return
    }
    this.#parts.push(startTag(node.tag, node.attributes), '\n')
    for (const child of node.children) this.#writeNode(child, node)
    this.#parts.push(`</${node.tag}>\n`)
  }

  #writeLeaf(leaf: Leaf, parent: Container): void {
    const block = this.#blocks.get(leaf)
    const runs = this.#hasText(leaf) ? leaf.runs : leaf.runs.filter(isKeptImage)
    if (block === undefined && parent.tag === 'figure' && leaf.tag === 'p') {
      this.#writeRuns(runs)
      this.#parts.push('\n')
      return
    }
    const id = leaf.level !== undefined ? block?.section : this.#linked.has(leaf) ? block?.id : undefined
    this.#parts.push(
      startTag(leaf.tag, [
        ...(id === undefined ? [] : [['id', id] as const]),
        ...(block === undefined ? [] : [['data-block', block.id] as const]),
        ...leaf.attributes,
      ]),
    )
    this.#writeRuns(runs)
    this.#parts.push(`</${leaf.tag}>\n`)
  }

  #writeRuns(runs: readonly Run[]): void {
    let open: Inline | null = null
    const moveTo = (inline: Inline | null): void => {
      const { shared, missing } = missingFrom(open, inline)
      for (let last = open; last !== shared && last !== null; last = last.parent) this.#writeEnd(last)
      for (const next of missing) this.#writeStart(next)
      open = inline
    }
    for (const run of runs) {
      moveTo(run.inline)
      if (run.kind === 'text') this.#parts.push(escapeText(run.text))
      else if (run.kind === 'break') this.#parts.push('<br>\n')
      else if (run.kind === 'formula') this.#parts.push(run.formula.markup)
      else if (run.asset !== null)
        this.#parts.push(startTag('img', [['src', assetReference(run.asset)], ...run.attributes]))
    }
    moveTo(null)
  }

  #writeStart(inline: Inline): void {
    const attributes = this.#resolved(inline)
    if (attributes !== null) this.#parts.push(startTag(inline.tag, attributes))
  }

  #writeEnd(inline: Inline): void {
    if (this.#resolved(inline) !== null) this.#parts.push(`</${inline.tag}>`)
  }

  /** Attributes with a link inside the page made to lead to a canonical id; null when there is nothing at its end. */
  #resolved(inline: Inline): Attributes | null {
    const leaf = this.#targetOf(inline)
    if (leaf === undefined) return inline.attributes
    const block = leaf === null ? undefined : this.#blocks.get(leaf)
    if (leaf === null || block === undefined) return null
    const id = leaf.level === undefined ? block.id : block.section
    return inline.attributes.map(([name, value]) => [name, name === 'href' ? `#${id}` : value])
  }

  /** The leaf a link inside the page leads to, null when there is none; undefined for all other inline elements. */
  #targetOf(inline: Inline): Leaf | null | undefined {
    const href = inline.tag === 'a' ? inline.attributes.find(([name]) => name === 'href')?.[1] : undefined
    if (href === undefined || !href.startsWith('#')) return undefined
    const { anchors } = this.#content
    const leaf = anchors.get(href.slice(1)) ?? anchors.get(decodeFragment(href.slice(1)))
    return leaf === undefined ? null : (this.#standIns.get(leaf) ?? leaf)
  }

  #noteLinks(inline: Inline | null): void {
    for (let around = inline; around !== null; around = around.parent) {
      const leaf = this.#targetOf(around)
      if (leaf !== undefined && leaf !== null) this.#linked.add(leaf)
    }
  }
}

/** A fragment with its percent signs resolved; as it is when they make no sense. */
const decodeFragment = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch (error) {
    if (error instanceof URIError) return fragment
    throw error
  }
}

/** Numbers the blocks and sections of content, and writes it as canonical HTML. */
export const writeContent = (content: Content): WrittenContent => new ContentWriter(content).write()
