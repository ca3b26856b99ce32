import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Expand, X } from 'lucide'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import type { EffectGraph } from '#core/mechanism/cards/effect-graph.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import './effect-map.ts'
import type { MapEffectsEvent, MapPointEvent } from './effect-map.ts'
import { effectSpans } from './effect-passages.ts'
import { withEntitiesOnce } from './entities-once.ts'
import { directionSigns, effectSentence } from './effect-words.ts'
import { followPassage, light, unlight } from './lit-passages.ts'
import { mapPanelStyles } from './map-panel.styles.ts'
import { sidebarStyles } from './sidebar.styles.ts'
import { strongestEffects } from './strongest-effects.ts'

/** Effects that are drawn at first, and with each "Show more": laying out so many takes about a tenth of a second. */
const PAGE = 120

/** The map of the cards' effects: a small one in the panel, and the same in a dialog as large as the window. */
@customElement('map-panel')
export class MapPanel extends LitElement {
  static override styles = [sidebarStyles, mapPanelStyles]

  @property({ attribute: false }) cards: readonly ShownCard[] = []
  @state() private enlarged = false
  /** What is pointed at, said in words below the large map. */
  @state() private pointed: readonly ShownEffect[] = []
  /** How many effects may be drawn. */
  @state() private limit = PAGE
  @query('dialog') private readonly dialog!: HTMLDialogElement
  /** All effects, and those that are drawn. */
  #graph: EffectGraph = { nodes: [], edges: [] }
  #drawn: EffectGraph = this.#graph
  #document: string | null = null
  /** The effects that were chosen last, and which of them was shown: choosing again leads to the next. */
  #chosen: { readonly ids: string; readonly index: number } = { ids: '', index: -1 }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    unlight(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const document = opened.peek()?.article.id ?? null
    if (document !== this.#document) this.limit = PAGE
    this.#document = document
    if (changed.has('cards')) this.#graph = effectGraph(withEntitiesOnce(this.cards))
    // The same object as long as nothing changed, so that the map is not laid out anew.
    const drawn = strongestEffects(this.#graph, this.limit)
    if (changed.has('cards') || drawn.edges.length !== this.#drawn.edges.length) this.#drawn = drawn
  }

  protected override render() {
    return html`
      <section aria-label="Map of effects">
        <effect-map
          wheel-needs-key
          .graph=${this.#drawn}
          @map-point=${this.#point}
          @map-choose=${this.#choose}
        ></effect-map>
        <button
          class="button square enlarge"
          type="button"
          aria-label="Enlarge the map"
          title="Enlarge the map"
          @click=${this.#enlarge}
        >
          ${icon(Expand, 15)}
        </button>
      </section>
      ${this.#more()}
      <dialog aria-labelledby="map-title" @close=${this.#closed} @click=${this.#clickOutside}>
        ${this.enlarged ? this.#large() : nothing}
      </dialog>
    `
  }

  #large(): TemplateResult {
    return html`
      <header>
        <h2 id="map-title">Map of effects</h2>
        <ul class="legend" aria-label="Signs">
          <li class="up"><span aria-hidden="true">${directionSigns.increases}</span> increases</li>
          <li class="down"><span aria-hidden="true">${directionSigns.decreases}</span> decreases</li>
          <li><span aria-hidden="true">${directionSigns.converts}</span> becomes</li>
          <li><span aria-hidden="true">${directionSigns.affects}</span> affects</li>
          <li><span class="dash" aria-hidden="true"></span> negated (✕) or hedged</li>
        </ul>
        <button
          class="button quiet square"
          type="button"
          aria-label="Close the map"
          title="Close"
          @click=${() => this.dialog.close()}
        >
          ${icon(X, 18)}
        </button>
      </header>
      <effect-map .graph=${this.#drawn} @map-point=${this.#point} @map-choose=${this.#choose}></effect-map>
      <footer>${this.#more()}${this.#statement()}</footer>
    `
  }

  /** Of a book's thousand effects the map shows those that most passages speak of, and says so. */
  #more(): TemplateResult | typeof nothing {
    const all = this.#graph.edges.length
    const drawn = this.#drawn.edges.length
    if (drawn === all) return nothing
    return html`<p class="more faint">
      The ${drawn} of ${all} effects that most passages speak of.
      <button
        class="link"
        type="button"
        @click=${() => {
          this.limit = drawn + PAGE
        }}
      >
        Show ${Math.min(PAGE, all - drawn)} more
      </button>
    </p>`
  }

  #statement(): TemplateResult {
    const [first, ...rest] = this.pointed
    if (first === undefined)
      return html`<p class="faint">
        Point at a thing or an effect to read what the article says; choose it to go there.
      </p>`
    return html`<p>
      <strong>${effectSentence(first)}</strong
      >${rest.length === 0 ? nothing : html` <span class="faint">and ${rest.length} more</span>`}
      <q>${first.passage.quote}</q>
    </p>`
  }

  readonly #enlarge = async (): Promise<void> => {
    this.enlarged = true
    this.dialog.showModal()
    await this.updateComplete
  }

  readonly #closed = (): void => {
    this.enlarged = false
    this.pointed = []
    unlight(this)
  }

  readonly #clickOutside = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.dialog.close()
  }

  readonly #point = (event: MapPointEvent): void => {
    const effects = event.detail
    this.pointed = effects ?? []
    if (effects === null) unlight(this)
    else
      light(
        this,
        effects.flatMap(effect => effectSpans(effect, opened.peek()?.found ?? null)),
      )
  }

  readonly #choose = (event: MapEffectsEvent): void => {
    const ids = event.detail.map(effect => effect.id).join(' ')
    const index = ids === this.#chosen.ids ? (this.#chosen.index + 1) % event.detail.length : 0
    this.#chosen = { ids, index }
    const effect = event.detail[index]
    if (effect === undefined) return
    if (this.dialog.open) this.dialog.close()
    followPassage(effectSpans(effect, opened.peek()?.found ?? null)[0] ?? effect.passage)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-panel': MapPanel
  }
}
