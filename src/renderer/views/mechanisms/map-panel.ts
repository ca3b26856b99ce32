import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Expand, X } from 'lucide'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import type { EffectGraph } from '#core/mechanism/cards/effect-graph.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import { found } from '../../state/mechanisms.ts'
import { MOST_AT_FIRST } from './effect-map.ts'
import type { MapChooseEvent, MapDrawnEvent, MapPointEvent } from './effect-map.ts'
import { effectSpans } from './effect-passages.ts'
import { withEntitiesOnce } from './entities-once.ts'
import { directionSigns, effectSentence } from './effect-words.ts'
import { followPassage, light, unlight } from './lit-passages.ts'
import { filterMap, wholeMap } from './map-filter.ts'
import { mapFilterBar } from './map-filter-bar.ts'
import { mapPanelStyles } from './map-panel.styles.ts'
import { sidebarStyles } from './sidebar.styles.ts'

/** The map of the cards' effects: a small one in the panel, and the same in a dialog as large as the window. */
@customElement('map-panel')
export class MapPanel extends LitElement {
  static override styles = [sidebarStyles, mapPanelStyles]

  @property({ attribute: false }) cards: readonly ShownCard[] = []
  @state() private enlarged = false
  /** What is pointed at, said in words below the large map. */
  @state() private pointed: readonly ShownEffect[] = []
  /** How many effects may be drawn unasked. */
  @state() private most = MOST_AT_FIRST
  @state() private filter = wholeMap
  @state() private families = false
  /** How many effects the map shows, and how many there are. */
  @state() private drawn: MapDrawnEvent['detail'] = { drawn: 0, all: 0 }
  @query('dialog') private readonly dialog!: HTMLDialogElement
  /** All effects, and those that pass the filter of the large map. */
  #graph: EffectGraph = { nodes: [], edges: [] }
  #filtered: EffectGraph = this.#graph
  #document: string | null = null
  /** The effects that were chosen last, and which of them was shown: choosing again leads to the next. */
  #chosen: { readonly ids: string; readonly index: number } = { ids: '', index: -1 }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    unlight(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const document = opened.peek()?.article.id ?? null
    if (document !== this.#document) {
      this.most = MOST_AT_FIRST
      this.filter = wholeMap
    }
    this.#document = document
    if (changed.has('cards')) {
      this.#graph = effectGraph(withEntitiesOnce(this.cards))
      this.families = this.#graph.edges.length > MOST_AT_FIRST
    }
    this.#filtered = filterMap(this.#graph, this.filter)
  }

  protected override render() {
    return html`
      <section aria-label="Map of effects">
        <effect-map
          wheel-needs-key
          .graph=${this.#graph}
          .most=${this.most}
          ?families=${this.families}
          @map-drawn=${this.#counted}
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
      ${this.enlarged ? nothing : this.#more()}
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
      ${
        this.#graph.edges.length > MOST_AT_FIRST
          ? mapFilterBar(this.filter, this.families, {
              filter: filter => {
                this.filter = filter
              },
              families: families => {
                this.families = families
              },
            })
          : nothing
      }
      <effect-map
        .graph=${this.#filtered}
        .most=${this.most}
        ?families=${this.families}
        @map-drawn=${this.#counted}
        @map-point=${this.#point}
        @map-choose=${this.#choose}
      ></effect-map>
      <footer>${this.#more()}${this.#statement()}</footer>
    `
  }

  /** Of a book's thousand effects the map shows those that most passages speak of, and says so. */
  #more(): TemplateResult | typeof nothing {
    const { drawn, all } = this.drawn
    if (drawn >= all) return nothing
    return html`<p class="more faint">
      ${drawn} of ${all} effects: those that most passages speak of. A number on a thing says how many more it has.
      <button
        class="link"
        type="button"
        @click=${() => {
          this.most = drawn + MOST_AT_FIRST
        }}
      >
        Show ${Math.min(MOST_AT_FIRST, all - drawn)} more
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

  readonly #counted = (event: MapDrawnEvent): void => {
    this.drawn = event.detail
  }

  #effectsOf(edges: readonly string[]): readonly ShownEffect[] {
    const wanted = new Set(edges)
    return this.#graph.edges.filter(({ id }) => wanted.has(id)).flatMap(({ effects }) => effects)
  }

  readonly #point = (event: MapPointEvent): void => {
    const effects = event.detail === null ? null : this.#effectsOf(event.detail)
    this.pointed = effects ?? []
    if (effects === null) unlight(this)
    else
      light(
        this,
        effects.flatMap(effect => effectSpans(effect, found.peek())),
      )
  }

  readonly #choose = (event: MapChooseEvent): void => {
    const effects = this.#effectsOf(event.detail)
    const ids = effects.map(effect => effect.id).join(' ')
    const index = ids === this.#chosen.ids ? (this.#chosen.index + 1) % effects.length : 0
    this.#chosen = { ids, index }
    const effect = effects[index]
    if (effect === undefined) return
    if (this.dialog.open) this.dialog.close()
    followPassage(effectSpans(effect, found.peek())[0] ?? effect.passage)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-panel': MapPanel
  }
}
