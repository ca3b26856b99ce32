import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Check, ChevronRight, CircleAlert, Undo2 } from 'lucide'
import type { AnchorStatus } from '#core/anchoring/verdict.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { annotations } from '../../state/annotations.ts'
import { updateReport } from '../../state/article.ts'
import { closeReport, takeUpdateBack, updating } from '../../state/updates.ts'
import { WatchingElement } from '../../state/watch.ts'
import { scrollingPanelStyles } from '../mechanisms/scrolling-panel.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { noteColorStyles } from '../notes/note-color.styles.ts'
import '../notes/note-card.ts'
import { tagCounts } from '../notes/note-filter.ts'
import { needsTheReader } from './report-entries.ts'
import type { ReportEntry } from './report-entries.ts'
import { reportGroups } from './report-groups.ts'
import { cardsNoun, headlineOf, marksNoun } from './report-headline.ts'
import { openCount, reportEntries } from './reported.ts'
import { cardBlock, entryRow, markOpen } from './report-rows.ts'
import { updateReportStyles } from './update-report.styles.ts'

/** Entries of a group that are put on screen at once, and with each "Show more". */
const PAGE = 20

/** A number stays on the line of what it counts. */
const unbroken = (headline: string): string => headline.replaceAll(/(\d) /g, '$1\u00A0')

/** The Update tab: what became of every mark and card when a newer copy took the article's place. */
@customElement('update-report')
export class UpdateReportPanel extends WatchingElement {
  static override styles = [sidebarStyles, scrollingPanelStyles, noteColorStyles, updateReportStyles]

  @state() private limits: Partial<Record<AnchorStatus, number>> = {}
  @query('h2') private readonly heading!: HTMLElement | null
  @query('.done-button') private readonly done!: HTMLElement | null
  #shown: unknown = null
  /** Whether the reader is leaving the report by one of its buttons. */
  #left = false

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    root.addEventListener('mark-settled', event => this.#settled(event))
    return root
  }

  protected override render() {
    const report = updateReport.value
    if (report === null) return nothing
    const all = reportEntries.value
    const tagsInUse = tagCounts(annotations.value.map(({ annotation }) => annotation)).map(([tag]) => tag)
    return html`<div class="scroll">
      ${this.#head(all)}
      ${reportGroups.map(({ status, title, meaning }) => {
        const list = all.filter(({ verdict }) => verdict.status === status)
        if (list.length === 0) return nothing
        return needsTheReader(status)
          ? html`<section aria-label=${title}>
              <div class="group-head">
                <h3>${title}</h3>
                <span class="count">${list.length}</span>
              </div>
              <p class="what">${meaning}</p>
              ${this.#list(status, list, entry => this.#entry(entry, tagsInUse))}
            </section>`
          : html`<details>
              <summary>
                ${icon(ChevronRight, 15)}
                <h3>${title}</h3>
                <span class="count">${list.length}</span>
              </summary>
              ${this.#list(status, list, entryRow)}
            </details>`
      })}
    </div>`
  }

  #head(all: readonly ReportEntry[]): TemplateResult {
    const report = updateReport.value
    const marks = all.filter(({ kind }) => kind === 'mark')
    const shownCards = all.filter(({ kind }) => kind === 'card')
    const open = openCount.value
    const busy = updating.value !== null
    return html`<header class="head">
      <p class="eyebrow">The article was updated</p>
      <h2 tabindex="-1">${unbroken(headlineOf(marks, marksNoun))}.</h2>
      ${shownCards.length === 0 ? nothing : html`<p>${headlineOf(shownCards, cardsNoun)}.</p>`}
      <p title=${report?.fileName ?? ''}>From ${report?.fileName ?? ''}. The version before is kept.</p>
      ${
        marks.every(({ verdict }) => !needsTheReader(verdict.status))
          ? nothing
          : html`<p class="left ${open === 0 ? 'done' : 'wanted'}" role="status">
              ${icon(open === 0 ? Check : CircleAlert, 15)}${open === 0 ? 'Nothing is left to decide.' : `${counted(open, 'mark waits', 'marks wait')} for your word. What you leave open stays in your notes.`}
            </p>`
      }
      <div class="actions">
        <button
          class="button done-button ${open === 0 ? 'primary' : ''}"
          type="button"
          title="Put the report away and keep the new version"
          ?disabled=${busy}
          @click=${() => void this.#leave(closeReport)}
        >
          ${icon(Check, 15)}Done
        </button>
        <button
          class="button quiet"
          type="button"
          title="Read the version before again, with every mark where it was"
          ?disabled=${busy}
          @click=${() => void this.#leave(takeUpdateBack)}
        >
          ${icon(Undo2, 15)}Take the update back
        </button>
      </div>
      <p>Undo reaches the update until Pathmark is closed; “Take the update back” works until you choose “Done”.</p>
    </header>`
  }

  #list(
    status: AnchorStatus,
    list: readonly ReportEntry[],
    show: (entry: ReportEntry) => TemplateResult,
  ): TemplateResult {
    const limit = this.limits[status] ?? PAGE
    const hidden = list.length - limit
    return html`<ul>
        ${repeat(
          list.slice(0, limit),
          ({ id }) => id,
          entry => html`<li class=${markOpen(entry) || entry.kind === 'card' ? '' : 'line'}>${show(entry)}</li>`,
        )}
      </ul>
      ${
        hidden <= 0
          ? nothing
          : html`<button
              class="link more"
              type="button"
              @click=${() => {
                this.limits = { ...this.limits, [status]: limit + PAGE }
              }}
            >
              Show ${Math.min(hidden, PAGE)} more
            </button>`
      }`
  }

  #entry(entry: ReportEntry, tagsInUse: readonly string[]): TemplateResult {
    if (markOpen(entry)) return html`<note-card .placed=${entry.placed} .tagsInUse=${tagsInUse}></note-card>`
    return entry.kind === 'card' && entry.card !== null ? cardBlock(entry) : entryRow(entry)
  }

  async #leave(act: () => Promise<void>): Promise<void> {
    this.#left = this.matches(':focus-within')
    await act()
  }

  /** With the report its tab goes, too: the focus goes to the tab that takes its place, not nowhere. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (!this.#left) return
    this.#left = false
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#sidebar [role=tab][aria-selected=true]')?.focus())
  }

  /** After the last mark that was to be decided the way on is out of the report. */
  #settled(event: Event): void {
    event.preventDefault()
    this.done?.focus()
  }

  /** A report that has just come is read from its beginning. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const report = updateReport.peek()
    if (report === this.#shown) return
    const first = this.#shown === null
    this.#shown = report
    if (!first) this.limits = {}
    if (report !== null && this.checkVisibility()) this.heading?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'update-report': UpdateReportPanel
  }
}
