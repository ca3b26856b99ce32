import { LitElement, html } from 'lit'
import type { PropertyValues, SVGTemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Maximize, ZoomIn, ZoomOut } from 'lucide'
import type { IconNode } from 'lucide'
import type { EffectGraph, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'
import { icon } from '../../components/icon.ts'
import { announce } from '../../state/announce.ts'
import { effectMapStyles } from './effect-map.styles.ts'
import { arrowheads, drawEdge, drawNode } from './map-drawing.ts'
import { moveOnMap } from './map-moves.ts'
import type { MapMove, MapPlace } from './map-moves.ts'
import { MapPlacing } from './map-placing.ts'
import type { PlacedMap } from './map-placing.ts'
import { pressNode, viewMap } from './map-view.ts'
import type { Unfolded, ViewedNode } from './map-view.ts'
import { MapZoom } from './map-zoom.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** Ids of the graph's edges that were chosen or are pointed at; null when what was pointed at is left. */
export type MapChooseEvent = CustomEvent<readonly string[]>
export type MapPointEvent = CustomEvent<readonly string[] | null>
/** How many of the map's edges are drawn. */
export type MapDrawnEvent = CustomEvent<{ readonly drawn: number; readonly all: number }>

const ZOOM_STEP = 1.3
/** A small graph fills a large view up to this zoom. */
const LARGEST_FIT = 1.6
/** Names stay legible; what does not fit is reached by dragging, or in the large view. */
const SMALLEST_FIT = 0.62
/** As many effects as can be taken in; more are drawn when they are asked for. */
export const MOST_AT_FIRST = 60

const moves: Partial<Record<string, MapMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** Effects and things that are drawn in one frame: more of them would hold the window up. */
const PER_FRAME = 80

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)
const nothingPlaced: PlacedMap = { width: 0, height: 0, nodes: [], edges: [] }
const none: ReadonlySet<string> = new Set()
const keyOf = (place: MapPlace): string => `${place.kind}:${place.id}`

/**
 * Effects as a graph: what acts on the left, what comes of it on the right. Of a large graph the strongest effects are drawn, and
 * families of names as one; a thing unfolds what it is connected with. Everything that is drawn can be focused: arrow keys move
 * along the effects, Enter chooses, Space unfolds, + - 0 zoom. It is laid out in a worker; until that is done the map stays as it was.
 * Properties `graph`, `most` (edges that are drawn unasked), `families` (as one node each), and `wheelNeedsKey` (in a scrolling panel
 * the wheel zooms only with Ctrl). Events `map-choose`, `map-point`, `map-drawn`. Sets `--sheet-height` on itself, the height of the
 * whole drawing at zoom 1.
 */
@customElement('effect-map')
export class EffectMap extends LitElement {
  static override styles = [sidebarStyles, effectMapStyles]

  @property({ attribute: false }) graph: EffectGraph<GraphEdge> = { nodes: [], edges: [] }
  @property({ type: Number }) most = MOST_AT_FIRST
  @property({ type: Boolean }) families = false
  @property({ type: Boolean, attribute: 'wheel-needs-key' }) wheelNeedsKey = false
  /** The one place that Tab leads to. */
  @state() private place: MapPlace | null = null
  @state() private pointed: MapPlace | null = null
  @state() private placed: PlacedMap = nothingPlaced
  @state() private placing = false
  /** How many of the effects, and of the things, are drawn so far. */
  @state() private portion = 0
  @query('svg.sheet') private readonly sheet!: SVGSVGElement
  @query('svg.sheet > g') private readonly drawing!: SVGGElement
  #unfolded: Unfolded = { apart: none, expanded: none, collapsed: none }
  /** Whether the drawing was asked for by unfolding: the view then stays where it is. */
  #staysInView = false
  #zoom: MapZoom | null = null
  readonly #layout = new MapPlacing()
  readonly #resized = new ResizeObserver(() => this.#zoom?.resize(this.placed))

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('graph') || changed.has('families')) {
      const expanded = changed.has('graph') ? none : this.#unfolded.expanded
      this.#unfolded = { apart: none, expanded, collapsed: none }
    }
    if (changed.has('graph') || changed.has('families') || changed.has('most')) void this.#draw(false)
  }

  protected override firstUpdated(): void {
    this.#zoom = new MapZoom(this.sheet, this.drawing, {
      wheelNeedsKey: this.wheelNeedsKey,
      smallestFit: SMALLEST_FIT,
      largestFit: this.wheelNeedsKey ? 1 : LARGEST_FIT,
    })
    this.#resized.observe(this.sheet)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    this.#layout.close()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.hasUpdated) return
    this.#resized.observe(this.sheet)
    void this.#draw(true)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('placed')) this.#zoom?.resize(this.placed, this.#staysInView)
  }

  protected override render() {
    const { nodes, edges } = this.placed
    const named = new Map(nodes.map(node => [node.id, node]))
    const counts = new Map<string, number>()
    for (const { from, to } of edges) for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1)
    const near = this.#near()
    return html`
      <svg
        class="sheet"
        role="group"
        aria-busy=${this.placing}
        aria-label="Map of ${edges.length} effects between ${nodes.length} things. Arrow keys move, Enter chooses, Space unfolds and folds."
        @keydown=${this.#key}
      >
        <defs>${arrowheads()}</defs>
        <g>
          ${repeat(
            edges.slice(0, this.portion),
            edge => edge.id,
            edge =>
              drawEdge(
                edge,
                named.get(edge.from),
                named.get(edge.to),
                near === null ? null : near.edges.has(edge.id),
                this.#attributes({ kind: 'edge', id: edge.id }),
              ),
          )}
          ${repeat(
            nodes.slice(0, this.portion),
            node => node.id,
            node => this.#node(node, counts.get(node.id) ?? 0, near !== null && !near.nodes.has(node.id)),
          )}
        </g>
      </svg>
      <div class="tools">
        ${this.#tool(ZoomIn, 'Zoom in', () => this.#zoom?.by(ZOOM_STEP))}
        ${this.#tool(ZoomOut, 'Zoom out', () => this.#zoom?.by(1 / ZOOM_STEP))}
        ${this.#tool(Maximize, 'Fit the map', () => this.#zoom?.fit())}
      </div>
    `
  }

  #node(node: PlacedMap['nodes'][number], count: number, faded: boolean): SVGTemplateResult {
    return drawNode(node, count, faded, this.#attributes({ kind: 'node', id: node.id }), () => {
      void this.#press(node)
    })
  }

  #attributes(place: MapPlace) {
    return {
      key: keyOf(place),
      tabIndex: this.place?.kind === place.kind && this.place.id === place.id ? '0' : '-1',
      arrive: () => this.#arrive(place),
      point: () => this.#point(place),
      leave: this.#leave,
      choose: () => this.#choose(place),
    } as const
  }

  #tool(drawing: IconNode, name: string, act: () => void) {
    return html`<button class="button square" type="button" aria-label=${name} title=${name} @click=${act}>
      ${icon(drawing, 15)}
    </button>`
  }

  /** Has the graph laid out as it is now wanted, and draws it when that is done. */
  async #draw(staysInView: boolean): Promise<void> {
    const view = viewMap(this.graph, { most: this.most, families: this.families, ...this.#unfolded })
    this.placing = true
    const placed = await this.#layout.place(view)
    if (placed === null) return
    this.placing = false
    this.#staysInView = staysInView
    this.placed = placed
    this.style.setProperty('--sheet-height', `${Math.ceil(placed.height)}px`)
    const { place } = this
    const stillThere = [...placed.nodes, ...placed.edges].some(item => item.id === place?.id)
    if (!stillThere) this.place = moveOnMap(placed, null, 'first')
    await this.#drawInPortions(placed)
    this.dispatchEvent(new CustomEvent('map-drawn', { detail: { drawn: view.edges.length, all: view.all } }))
  }

  /** Puts a large map on screen over some frames, unless another one takes its place. */
  async #drawInPortions(placed: PlacedMap): Promise<void> {
    const all = Math.max(placed.edges.length, placed.nodes.length)
    for (this.portion = PER_FRAME; this.portion < all && this.placed === placed; this.portion += PER_FRAME) {
      await this.updateComplete
      await nextFrame()
    }
    await this.updateComplete
  }

  /** Unfolds what a node hides, or folds away what hangs on it. */
  async #press(node: ViewedNode): Promise<void> {
    this.#unfolded = pressNode(this.#unfolded, node)
    const before = this.placed.edges.length
    const hadFocus = this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement !== null
    await this.#draw(true)
    await this.updateComplete
    if (hadFocus) this.#focus()
    const now = this.placed.edges.length
    announce(now === before ? 'Nothing more to show' : `${now} effects on the map`)
  }

  /** Ids of the edges that belong to what is pointed at, and of all their ends; null when nothing is pointed at. */
  #near(): { readonly edges: ReadonlySet<string>; readonly nodes: ReadonlySet<string> } | null {
    if (this.pointed === null) return null
    const { kind, id } = this.pointed
    const edges = this.placed.edges.filter(edge =>
      kind === 'edge' ? edge.id === id : edge.from === id || edge.to === id,
    )
    const ends = edges.flatMap(({ from, to }) => [from, to])
    return { edges: new Set(edges.map(edge => edge.id)), nodes: new Set(kind === 'node' ? [id, ...ends] : ends) }
  }

  #edgesOf({ kind, id }: MapPlace): readonly string[] {
    const { edges } = this.placed
    const near =
      kind === 'edge' ? edges.filter(edge => edge.id === id) : edges.filter(edge => edge.from === id || edge.to === id)
    return near.flatMap(edge => edge.members)
  }

  #arrive(place: MapPlace): void {
    this.place = place
    this.#point(place)
  }

  #point(place: MapPlace): void {
    this.pointed = place
    this.dispatchEvent(new CustomEvent('map-point', { detail: this.#edgesOf(place) }))
  }

  readonly #leave = (): void => {
    this.pointed = null
    this.dispatchEvent(new CustomEvent('map-point', { detail: null }))
  }

  #choose(place: MapPlace): void {
    this.dispatchEvent(new CustomEvent('map-choose', { detail: this.#edgesOf(place) }))
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const move = moves[event.key]
    const node = this.place?.kind === 'node' ? this.placed.nodes.find(({ id }) => id === this.place?.id) : undefined
    if (move !== undefined) void this.#move(move)
    else if (event.key === ' ' && node !== undefined) void this.#press(node)
    else if ((event.key === 'Enter' || event.key === ' ') && this.place !== null) this.#choose(this.place)
    else if (event.key === '+' || event.key === '=') this.#zoom?.by(ZOOM_STEP)
    else if (event.key === '-') this.#zoom?.by(1 / ZOOM_STEP)
    else if (event.key === '0') this.#zoom?.fit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  async #move(move: MapMove): Promise<void> {
    this.place = moveOnMap(this.placed, this.place, move)
    await this.updateComplete
    this.#focus()
  }

  /** Gives the focus to the place that has the keyboard, and brings it into view. */
  #focus(): void {
    if (this.place === null) return
    const key = keyOf(this.place)
    const target = [...this.renderRoot.querySelectorAll<SVGGElement>('[data-place]')].find(
      element => element.dataset['place'] === key,
    )
    if (target === undefined) return
    target.focus({ preventScroll: true })
    this.#zoom?.reveal(target)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'effect-map': EffectMap
  }
}
