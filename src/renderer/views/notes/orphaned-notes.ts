import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Archive, Unlink } from 'lucide'
import { icon } from '../../components/icon.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { focusedAnnotation } from '../../state/focus.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { scrollToPart } from '../mechanisms/scroll-to-part.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import './note-card.ts'
import { orphanedNotesStyles } from './orphaned-notes.styles.ts'

/** Marks that are put on screen at once, and with each "Show more". */
const PAGE = 20

const isKept = ({ annotation }: PlacedAnnotation): boolean => annotation.keptOrphan !== undefined
const isToChoose = ({ verdict }: PlacedAnnotation): boolean => verdict.status === 'uncertain'

const number = (count: number): string => count.toLocaleString('en')

/** What is in the tray, in words; a number stays on the line of what it counts. */
function inWords(toChoose: number, lost: number): string {
  if (toChoose === 0)
    return lost === 1 ? '1 mark has lost its passage' : `${number(lost)} marks have lost their passage`
  if (lost === 0) return toChoose === 1 ? '1 mark needs you to choose' : `${number(toChoose)} marks need you to choose`
  return `${number(toChoose + lost)} marks without a passage: ${number(toChoose)}\u00A0to\u00A0choose, ${number(lost)}\u00A0lost`
}

/**
 * The tray: marks whose passage is gone or cannot be told, kept with the words they stood on until the reader puts each in
 * its place or says that it is to stay as it is. Properties `notes` and `tagsInUse`.
 */
@customElement('orphaned-notes')
export class OrphanedNotes extends WatchingElement {
  static override styles = [sidebarStyles, orphanedNotesStyles]

  @property({ attribute: false }) notes: readonly PlacedAnnotation[] = []
  @property({ attribute: false }) tagsInUse: readonly string[] = []
  /** What is folded costs nothing: its notes are made when they are asked for. */
  @state() private unfolded: ReadonlySet<string> = new Set()
  @state() private limit = PAGE

  constructor() {
    super()
    // A mark that is chosen elsewhere, as by a link to it, is not left folded away.
    new Reaction(this, () => {
      const id = focusedAnnotation.value
      const chosen = this.notes.find(({ annotation }) => annotation.id === id)
      if (chosen !== undefined && !this.matches(':focus-within')) void this.#show(chosen)
    })
  }

  async #show(chosen: PlacedAnnotation): Promise<void> {
    this.#folded(isKept(chosen) ? 'kept' : 'open', true)
    this.limit = Math.max(this.limit, this.notes.indexOf(chosen) + 1)
    await this.updateComplete
    const cards = [...this.renderRoot.querySelectorAll('note-card')]
    const card = cards.find(({ placed }) => placed.annotation.id === chosen.annotation.id)
    const scroller = this.closest<HTMLElement>('.head')
    if (card === undefined || scroller === null) return
    await card.updateComplete
    scrollToPart(scroller, card)
  }

  protected override render() {
    const kept = this.notes.filter(isKept)
    const open = this.notes.filter(placed => !isKept(placed))
    const toChoose = open.filter(isToChoose)
    const lost = open.filter(placed => !isToChoose(placed))
    return html`
      ${
        open.length === 0
          ? nothing
          : this.#fold(
              'open',
              html`${icon(Unlink, 15)}${inWords(toChoose.length, lost.length)}`,
              html`<p>The text changed. Nothing was deleted: each keeps its words and its note.</p>
                ${this.#list('To choose', toChoose, lost.length > 0)} ${this.#list('Lost', lost, toChoose.length > 0)}`,
            )
      }
      ${
        kept.length === 0
          ? nothing
          : this.#fold(
              'kept',
              html`${icon(Archive, 15)}Kept without a passage: ${number(kept.length)}`,
              this.#list('Kept', kept, false),
            )
      }
    `
  }

  #fold(name: string, summary: TemplateResult, content: unknown): TemplateResult {
    return html`<details
      class=${name}
      ?open=${this.unfolded.has(name)}
      @toggle=${(event: Event) => this.#folded(name, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${summary}</summary>
      ${this.unfolded.has(name) ? content : nothing}
    </details>`
  }

  #folded(name: string, open: boolean): void {
    if (open === this.unfolded.has(name)) return
    const unfolded = new Set(this.unfolded)
    if (open) unfolded.add(name)
    else unfolded.delete(name)
    this.unfolded = unfolded
  }

  #list(title: string, notes: readonly PlacedAnnotation[], titled: boolean): TemplateResult | typeof nothing {
    if (notes.length === 0) return nothing
    const hidden = notes.length - this.limit
    return html`${titled ? html`<p class="kind" aria-hidden="true">${title}</p>` : nothing}
      <ul aria-label=${title}>
        ${repeat(
          notes.slice(0, this.limit),
          ({ annotation }) => annotation.id,
          placed => html`<li><note-card .placed=${placed} .tagsInUse=${this.tagsInUse}></note-card></li>`,
        )}
      </ul>
      ${
        hidden <= 0
          ? nothing
          : html`<button
              class="link more"
              type="button"
              @click=${() => {
                this.limit += PAGE
              }}
            >
              Show ${Math.min(hidden, PAGE)} more
            </button>`
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orphaned-notes': OrphanedNotes
  }
}
