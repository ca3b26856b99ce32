import { LitElement, html, svg } from 'lit'
import type { PropertyValues, SVGTemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Maximize, ZoomIn, ZoomOut } from 'lucide'
import type { IconNode } from 'lucide'
import type { EffectGraph } from '#core/mechanism/cards/effect-graph.ts'
import type { ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { icon } from '../../components/icon.ts'
import { edgeClasses, effectMapStyles } from './effect-map.styles.ts'
import { directionSigns, effectSentence } from './effect-words.ts'
import { LINE_HEIGHT, layoutMap, unnamedAgent } from './map-layout.ts'
import type { PlacedEdge, PlacedGraph, PlacedNode } from './map-layout.ts'
import { moveOnMap } from './map-moves.ts'
import type { MapMove, MapPlace } from './map-moves.ts'
import { MapZoom } from './map-zoom.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** `map-choose` and `map-point` carry the effects of what was chosen or is pointed at; `map-point` null when it is left. */
export type MapEffectsEvent = CustomEvent<readonly ShownEffect[]>
export type MapPointEvent = CustomEvent<readonly ShownEffect[] | null>

const ZOOM_STEP = 1.3
/** A small graph fills a large view up to this zoom. */
const LARGEST_FIT = 1.6
/** In the panel names stay legible; what does not fit is reached by dragging, or in the large view. */
const SMALLEST_FIT = 0.62
const moves: Partial<Record<string, MapMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
const times = (count: number): string => (count === 1 ? '' : `, ${count} passages`)

/**
 * Effects as a graph: what acts on the left, what comes of it on the right. Every thing and every effect can be focused;
 * arrow keys move along the effects, Enter leads to the passage, + - 0 zoom.
 * Properties `graph` and `wheelNeedsKey` (in a scrolling panel the wheel zooms only with Ctrl). Sets `--sheet-height` on itself,
 * the height of the whole drawing at zoom 1.
 */
@customElement('effect-map')
export class EffectMap extends LitElement {
  static override styles = [sidebarStyles, effectMapStyles]

  @property({ attribute: false }) graph: EffectGraph = { nodes: [], edges: [] }
  @property({ type: Boolean, attribute: 'wheel-needs-key' }) wheelNeedsKey = false
  /** The one place that Tab leads to. */
  @state() private place: MapPlace | null = null
  @state() private pointed: MapPlace | null = null
  @query('svg.sheet') private readonly sheet!: SVGSVGElement
  @query('svg.sheet > g') private readonly drawing!: SVGGElement
  #placed: PlacedGraph = { width: 0, height: 0, nodes: [], edges: [] }
  #zoom: MapZoom | null = null
  readonly #resized = new ResizeObserver(() => this.#zoom?.resize(this.#placed))

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('graph')) return
    this.#placed = layoutMap(this.graph)
    this.style.setProperty('--sheet-height', `${Math.ceil(this.#placed.height)}px`)
    const stillThere = [...this.#placed.nodes, ...this.#placed.edges].some(item => item.id === this.place?.id)
    if (!stillThere) this.place = moveOnMap(this.#placed, null, 'first')
  }

  protected override firstUpdated(): void {
    this.#zoom = new MapZoom(this.sheet, this.drawing, {
      wheelNeedsKey: this.wheelNeedsKey,
      smallestFit: this.wheelNeedsKey ? SMALLEST_FIT : 0,
      largestFit: this.wheelNeedsKey ? 1 : LARGEST_FIT,
    })
    this.#resized.observe(this.sheet)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#resized.observe(this.sheet)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('graph')) this.#zoom?.resize(this.#placed)
  }

  protected override render() {
    const { nodes, edges } = this.#placed
    return html`
      <svg
        class="sheet"
        role="group"
        aria-label="Map of ${edges.length} effects between ${nodes.length} things. Arrow keys move, Enter goes to the passage."
        @keydown=${this.#key}
      >
        <defs>${this.#arrowheads()}</defs>
        <g>
          ${repeat(
            edges,
            edge => edge.id,
            edge => this.#edge(edge),
          )}
          ${repeat(
            nodes,
            node => node.id,
            node => this.#node(node),
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

  #tool(drawing: IconNode, name: string, act: () => void) {
    return html`<button class="button square" type="button" aria-label=${name} title=${name} @click=${act}>
      ${icon(drawing, 15)}
    </button>`
  }

  #arrowheads(): SVGTemplateResult[] {
    return (['increases', 'decreases', 'converts', 'affects'] as const).map(
      direction => svg`
      <marker id="head-${direction}" class=${direction} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
        ${
          direction === 'decreases'
            ? svg`<path d="M 8.5 0.5 V 9.5" fill="none" stroke="context-stroke" stroke-width="2.4"/>`
            : svg`<path d="M 0 0 L 10 5 L 0 10 z" fill="context-stroke"/>`
        }
      </marker>`,
    )
  }

  #edge(edge: PlacedEdge): SVGTemplateResult {
    const [first] = edge.effects
    const name = first === undefined ? '' : `${effectSentence(first)}${times(edge.effects.length)}`
    const place: MapPlace = { kind: 'edge', id: edge.id }
    return svg`<g
      class=${edgeClasses(edge, this.#isNear(edge))} role="button" aria-label=${name} data-place=${this.#keyOf(place)}
      tabindex=${this.#tabIndex(place)} @focus=${() => this.#arrive(place)} @blur=${this.#leave}
      @pointerenter=${() => this.#point(place)} @pointerleave=${this.#leave} @click=${() => this.#choose(place)}
    >
      <title>${name}</title>
      <path class="reach" d=${edge.path}/>
      <path class="line" d=${edge.path} marker-end="url(#head-${edge.direction})"/>
      <circle class="sign" cx=${edge.x} cy=${edge.y} r="9"/>
      <text class="glyph" x=${edge.x} y=${edge.y} dy="0.36em">${edge.negated ? '✕' : directionSigns[edge.direction]}</text>
    </g>`
  }

  #node(node: PlacedNode): SVGTemplateResult {
    const place: MapPlace = { kind: 'node', id: node.id }
    const top = node.y - ((node.lines.length - 1) * LINE_HEIGHT) / 2
    const label = node.label === '' ? unnamedAgent : node.label
    const shown = node.lines.join(' ')
    const count = this.#placed.edges.filter(edge => edge.from === node.id || edge.to === node.id).length
    return svg`<g
      class="node ${node.role} ${node.label === '' ? 'unnamed' : ''}" role="button" aria-label="${shown.endsWith('…') ? `${shown} ${label}` : shown}, ${count === 1 ? 'one effect' : `${count} effects`}"
      data-place=${this.#keyOf(place)} tabindex=${this.#tabIndex(place)} ?data-faded=${this.#isFaded(node)}
      @focus=${() => this.#arrive(place)} @blur=${this.#leave}
      @pointerenter=${() => this.#point(place)} @pointerleave=${this.#leave} @click=${() => this.#choose(place)}
    >
      <title>${label}</title>
      <rect x=${node.x - node.width / 2} y=${node.y - node.height / 2} width=${node.width} height=${node.height} rx="7"/>
      <text x=${node.x} y=${top}>
        ${node.lines.map((line, index) => svg`<tspan x=${node.x} y=${top + index * LINE_HEIGHT} dy="0.34em">${line}</tspan> `)}
      </text>
    </g>`
  }

  #keyOf = (place: MapPlace): string => `${place.kind}:${place.id}`

  #tabIndex(place: MapPlace): '0' | '-1' {
    return this.place?.kind === place.kind && this.place.id === place.id ? '0' : '-1'
  }

  /** Whether an edge belongs to what is pointed at; null when nothing is. */
  #isNear(edge: PlacedEdge): boolean | null {
    if (this.pointed === null) return null
    const { kind, id } = this.pointed
    return kind === 'edge' ? edge.id === id : edge.from === id || edge.to === id
  }

  #isFaded(node: PlacedNode): boolean {
    if (this.pointed === null || (this.pointed.kind === 'node' && this.pointed.id === node.id)) return false
    return !this.#placed.edges.some(
      edge => this.#isNear(edge) === true && (edge.from === node.id || edge.to === node.id),
    )
  }

  #effectsOf({ kind, id }: MapPlace): readonly ShownEffect[] {
    const { edges } = this.#placed
    const near =
      kind === 'edge' ? edges.filter(edge => edge.id === id) : edges.filter(edge => edge.from === id || edge.to === id)
    return near.flatMap(edge => edge.effects)
  }

  #arrive(place: MapPlace): void {
    this.place = place
    this.#point(place)
  }

  #point(place: MapPlace): void {
    this.pointed = place
    this.dispatchEvent(new CustomEvent('map-point', { detail: this.#effectsOf(place) }))
  }

  readonly #leave = (): void => {
    this.pointed = null
    this.dispatchEvent(new CustomEvent('map-point', { detail: null }))
  }

  #choose(place: MapPlace): void {
    this.dispatchEvent(new CustomEvent('map-choose', { detail: this.#effectsOf(place) }))
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const move = moves[event.key]
    if (move !== undefined) void this.#move(move)
    else if ((event.key === 'Enter' || event.key === ' ') && this.place !== null) this.#choose(this.place)
    else if (event.key === '+' || event.key === '=') this.#zoom?.by(ZOOM_STEP)
    else if (event.key === '-') this.#zoom?.by(1 / ZOOM_STEP)
    else if (event.key === '0') this.#zoom?.fit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  async #move(move: MapMove): Promise<void> {
    this.place = moveOnMap(this.#placed, this.place, move)
    if (this.place === null) return
    const key = this.#keyOf(this.place)
    await this.updateComplete
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
