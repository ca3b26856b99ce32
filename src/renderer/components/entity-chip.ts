import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ChevronLeft, ChevronRight, CornerDownRight } from 'lucide'
import { nothingKnown } from '#core/mechanism/glossary/about-entity.ts'
import type { AboutEntity } from '#core/mechanism/glossary/about-entity.ts'
import type { Expansion } from '#core/mechanism/glossary/expansions.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'
import type { Passage } from '#core/text/span.ts'
import { sidebarStyles } from '../views/mechanisms/sidebar.styles.ts'
import { entityChipStyles } from './entity-chip.styles.ts'
import { otherNames } from './entity-glossary.ts'
import { entityTypeLooks } from './entity-type.ts'
import { icon } from './icon.ts'

/** `entity-mention`: the reader wants to see this mention of the entity, or the words that introduce it. */
export type EntityMentionEvent = CustomEvent<Passage>

const mentionsInWords = (count: number): string => (count === 1 ? 'one mention' : `${count} mentions`)

/** Forms of one name that are shown; a text that gives more of them means the same. */
const MOST_EXPANSIONS = 3

/**
 * An entity's name that opens what is known of it: type, definition, how the article writes it out, other names, and its
 * mentions one after the other. Properties `entity` and `lookUp`, which is asked when it opens; event `entity-mention`.
 */
@customElement('entity-chip')
export class EntityChip extends LitElement {
  static override styles = [sidebarStyles, entityChipStyles]

  @property({ attribute: false }) entity!: Entity
  @property({ attribute: false }) lookUp: (entity: Entity) => AboutEntity = () => nothingKnown
  @state() private open = false
  /** Index of the mention that was gone to last. */
  @state() private mention: number | null = null
  @query('.chip') private readonly chip!: HTMLElement
  @query('.popover') private readonly popoverElement!: HTMLElement
  #stopPlacing: (() => void) | null = null

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopPlacing?.()
  }

  protected override render() {
    const look = entityTypeLooks[this.entity.type]
    return html`
      <button
        class="chip"
        type="button"
        popovertarget="about"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        @keydown=${this.#key}
      >
        ${icon(look.icon, 13)}<span>${this.entity.name}</span>
      </button>
      <div
        class="popover"
        id="about"
        popover="auto"
        role="dialog"
        aria-label="About ${this.entity.name}"
        @keydown=${this.#key}
        @toggle=${this.#toggled}
        @click=${(event: Event) => event.stopPropagation()}
      >
        ${this.open ? this.#about(look.name) : nothing}
      </div>
    `
  }

  #about(type: string) {
    const { entity } = this
    const about = this.lookUp(entity)
    const names = otherNames(entity, about)
    return html`
      <p class="eyebrow">${icon(entityTypeLooks[entity.type].icon, 13)}${type}</p>
      <h4>${entity.name}</h4>
      ${this.#definition(about)}
      ${names.length === 0 ? nothing : html`<p class="names"><span class="faint">Also</span> ${names.join(', ')}</p>`}
      ${this.#expansions(about.expansions)} ${this.#mentions()}
    `
  }

  #definition({ entry, nearest }: AboutEntity) {
    if (entry !== null) return html`<p class="definition">${entry.definition}</p>`
    if (nearest === null) return html`<p class="faint">The glossary has no line on this yet.</p>`
    return html`<p class="faint">The glossary has no line on this itself, but one on <b>${nearest.name}</b>:</p>
      <p class="definition">${nearest.definition}</p>`
  }

  #expansions(expansions: readonly Expansion[]) {
    if (expansions.length === 0) return nothing
    return html`<p class="label" id="written">In this article</p>
      <ul class="expansions" aria-labelledby="written">
        ${expansions.slice(0, MOST_EXPANSIONS).map(
          ({ short, long, passage }) =>
            html`<li>
              <button type="button" title="Go to where it is introduced" @click=${() => this.#goTo(passage)}>
                ${icon(CornerDownRight, 14)}<span><b>${short}</b> ${long}</span>
              </button>
            </li>`,
        )}
      </ul>`
  }

  #mentions() {
    const count = this.entity.mentions.length
    if (count === 0) return nothing
    const where = this.mention === null ? mentionsInWords(count) : `mention ${this.mention + 1} of ${count}`
    return html`<div class="mentions">
      <span class="number" aria-live="polite">${where}</span>
      <button
        class="button square"
        type="button"
        aria-label="Previous mention"
        title="Previous mention"
        @click=${() => this.#step(-1)}
      >
        ${icon(ChevronLeft, 16)}
      </button>
      <button
        class="button square"
        type="button"
        aria-label="Next mention"
        title="Next mention"
        @click=${() => this.#step(1)}
      >
        ${icon(ChevronRight, 16)}
      </button>
    </div>`
  }

  #step(by: 1 | -1): void {
    const { mentions } = this.entity
    const before = this.mention ?? (by === 1 ? -1 : 0)
    this.mention = (before + by + mentions.length) % mentions.length
    const passage = mentions[this.mention]
    if (passage !== undefined) this.#goTo(passage)
  }

  #goTo(passage: Passage): void {
    this.dispatchEvent(new CustomEvent('entity-mention', { detail: passage, bubbles: true, composed: true }))
  }

  /** The key that closes what is open here does nothing else around it. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.open) event.stopPropagation()
  }

  readonly #toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open'
    this.#stopPlacing?.()
    this.#stopPlacing = this.open ? autoUpdate(this.chip, this.popoverElement, () => void this.#place()) : null
  }

  async #place(): Promise<void> {
    const { x, y } = await computePosition(this.chip, this.popoverElement, {
      placement: 'bottom-start',
      strategy: 'fixed',
      middleware: [offset(6), flip({ padding: 12 }), shift({ padding: 12 })],
    })
    this.popoverElement.style.translate = `${x}px ${y}px`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entity-chip': EntityChip
  }
}
