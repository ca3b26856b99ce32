import type { BlockKind } from '#core/article/article.ts'
import type { Attributes } from './canonical-attributes.ts'
import { allowedParents, families, requiredChild } from './canonical-elements.ts'
import { FLATTENED } from './content-tree.ts'
import type { Container, Content, Inline, Leaf } from './content-tree.ts'
import type { PagePlace } from '#core/article/page-place.ts'
import { isBlank } from './source-text.ts'
import type { Formula } from './math/read-math.ts'

/** Containers within containers, and inline elements within inline elements, beyond which nesting is flattened. */
const DEEPEST_CONTAINER = 24
const DEEPEST_INLINE = 12

const kindWithin: ReadonlyMap<string, BlockKind> = new Map([
  ['li', 'list-item'],
  ['td', 'table-cell'],
  ['th', 'table-cell'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['blockquote', 'quotation'],
  ['dt', 'term'],
  ['dd', 'definition'],
  ['pre', 'preformatted'],
])

/** Where the builder stands; taken when an element is entered and given back when it is left. */
export interface Place {
  readonly container: Container
  readonly inline: Inline | null
}

/**
 * Puts content together so that it is always well-formed: lists hold items, tables rows, rows cells, and text stands in leaves.
 * What is missing in between is supplied. Works on one element at a time, in document order.
 */
export class ContentBuilder {
  readonly root: Container = {
    type: 'container',
    tag: '',
    attributes: [],
    parent: null,
    depth: 0,
    row: undefined,
    cell: undefined,
    supplied: null,
    children: [],
  }
  #container: Container = this.root
  #inline: Inline | null = null
  #leaf: Leaf | null = null
  readonly #leaves: Leaf[] = []
  readonly #anchors = new Map<string, Leaf>()
  #waitingAnchors: string[] = []
  #rows = 0
  #cells = 0
  #flattened = false

  get place(): Place {
    return { container: this.#container, inline: this.#inline }
  }

  returnTo(place: Place): void {
    this.#container = place.container
    this.#inline = place.inline
  }

  /** Opens a container. Gives the place to return to after it; null where it may not stand, and its content goes where the builder is. */
  openContainer(tag: string, attributes: Attributes): Place | null {
    this.endLeaf()
    if (!allowedParents.has(tag) && this.#container.depth >= DEEPEST_CONTAINER) {
      this.#flattened = true
      return null
    }
    if (!this.#makeRoomFor(tag)) return null
    const place = this.place
    this.#push(tag, attributes, null)
    return place
  }

  /** Opens a leaf. Gives the place to return to after it; null where it may not stand. `level` makes it a section's heading. */
  openLeaf(tag: string, attributes: Attributes, level?: number): Place | null {
    this.endLeaf()
    if (!this.#makeRoomFor(tag)) return null
    this.#startLeaf(tag, attributes, level)
    return this.place
  }

  openInline(tag: string, attributes: Attributes): void {
    for (let open = this.#inline; open !== null; open = open.parent) {
      if (open.tag === tag && (tag === 'a' || attributes.length === 0)) return
    }
    const depth = (this.#inline?.depth ?? 0) + 1
    if (depth > DEEPEST_INLINE) this.#flattened = true
    else this.#inline = { tag, attributes, parent: this.#inline, depth }
  }

  /** `place` says where the text stands on a page, of articles that have pages. */
  text(text: string, place?: PagePlace): void {
    if (this.#leaf === null && isBlank(text)) return
    this.#leafForText().runs.push({ kind: 'text', text, inline: this.#inline, ...(place && { place }) })
  }

  lineBreak(): void {
    this.#leaf?.runs.push({ kind: 'break', inline: this.#inline })
  }

  formula(formula: Formula): void {
    this.#leafForText().runs.push({ kind: 'formula', formula, inline: this.#inline })
  }

  image(reference: string, attributes: Attributes): void {
    this.#leafForText().runs.push({ kind: 'image', reference, asset: null, attributes, inline: this.#inline })
  }

  endLeaf(): void {
    this.#leaf = null
  }

  /** Remembers that an `id` of the source stands here. */
  anchor(id: string): void {
    if (this.#anchors.has(id)) return
    if (this.#leaf === null) this.#waitingAnchors.push(id)
    else this.#anchors.set(id, this.#leaf)
  }

  /** True in a table, list, quotation or figure, where a heading opens no section. */
  get withinBlock(): boolean {
    for (let open: Container | null = this.#container; open !== null; open = open.parent) {
      if (open.parent !== null && open.tag !== 'aside') return true
    }
    return false
  }

  /** True when a caption may stand here: at the start of a table. */
  get captionFits(): boolean {
    return this.#container.tag === 'table' && this.#container.children.length === 0
  }

  finish(): Content {
    const last = this.#leaves.at(-1)
    if (last !== undefined) this.#settleAnchors(last)
    return {
      root: this.root,
      leaves: this.#leaves,
      anchors: this.#anchors,
      warnings: this.#flattened ? [FLATTENED] : [],
    }
  }

  #leafForText(): Leaf {
    if (this.#leaf !== null) return this.#leaf
    while (this.#container.supplied === 'wrapper') this.#leaveContainer()
    for (let next = requiredChild.get(this.#container.tag); next !== undefined; next = requiredChild.get(next)) {
      if (!requiredChild.has(next)) return this.#startLeaf(next, [], undefined)
      this.#push(next, [], 'filler')
    }
    return this.#startLeaf('p', [], undefined)
  }

  /** Leaves supplied elements and opens missing ones until `tag` may stand in the current container. */
  #makeRoomFor(tag: string): boolean {
    const parents = allowedParents.get(tag)
    if (parents === undefined) {
      while (this.#container.supplied === 'wrapper') this.#leaveContainer()
      for (let next = requiredChild.get(this.#container.tag); next !== undefined; next = requiredChild.get(next)) {
        this.#push(next, [], 'filler')
      }
      return true
    }
    let candidate = this.#container
    const family = families.get(tag)
    while (candidate.parent !== null && !this.#leadsTo(candidate.tag, parents)) {
      if (candidate.supplied === null && (family === undefined || families.get(candidate.tag) !== family)) break
      candidate = candidate.parent
    }
    if (this.#leadsTo(candidate.tag, parents)) {
      this.#container = candidate
      while (!parents.has(this.#container.tag)) this.#push(requiredChild.get(this.#container.tag) ?? '', [], 'filler')
      return true
    }
    if (tag !== 'li' || this.#container.depth >= DEEPEST_CONTAINER) return false
    this.#makeRoomFor('ul')
    this.#push('ul', [], 'wrapper')
    return true
  }

  /** True when one of `parents` is `tag`, or is reached from it through the children it requires. */
  #leadsTo(tag: string, parents: ReadonlySet<string>): boolean {
    for (let next: string | undefined = tag; next !== undefined; next = requiredChild.get(next)) {
      if (parents.has(next)) return true
    }
    return false
  }

  #leaveContainer(): void {
    this.#container = this.#container.parent ?? this.root
  }

  #push(tag: string, attributes: Attributes, supplied: Container['supplied']): void {
    const parent = this.#container
    const container: Container = {
      type: 'container',
      tag,
      attributes,
      parent,
      depth: parent.depth + 1,
      supplied,
      children: [],
      ...this.#cellOf(tag),
    }
    parent.children.push(container)
    this.#container = container
  }

  #cellOf(tag: string): { row: number | undefined; cell: number | undefined } {
    if (tag === 'tr') this.#rows += 1
    const isCell = tag === 'td' || tag === 'th'
    if (isCell) this.#cells += 1
    return {
      row: tag === 'tr' ? this.#rows : this.#container.row,
      cell: isCell ? this.#cells : tag === 'tr' ? undefined : this.#container.cell,
    }
  }

  #startLeaf(tag: string, attributes: Attributes, level: number | undefined): Leaf {
    const leaf: Leaf = {
      type: 'leaf',
      tag,
      attributes,
      level,
      kind: this.#kindOf(tag, level),
      runs: [],
      ...this.#cellOf(tag),
    }
    this.#container.children.push(leaf)
    this.#leaves.push(leaf)
    this.#settleAnchors(leaf)
    this.#leaf = leaf
    return leaf
  }

  #kindOf(tag: string, level: number | undefined): BlockKind {
    if (level !== undefined) return 'heading'
    const own = kindWithin.get(tag)
    if (own !== undefined) return own
    for (let open: Container | null = this.#container; open !== null; open = open.parent) {
      const kind = kindWithin.get(open.tag)
      if (kind !== undefined) return kind
    }
    return 'paragraph'
  }

  #settleAnchors(leaf: Leaf): void {
    for (const id of this.#waitingAnchors) if (!this.#anchors.has(id)) this.#anchors.set(id, leaf)
    this.#waitingAnchors = []
  }
}
