import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { Highlighter, List, ListFilter, AlignStartHorizontal } from 'lucide'
import { icon } from '../../components/icon.ts'
import { annotations } from '../../state/annotations.ts'
import { opened, panelsMayFollow } from '../../state/article.ts'
import { focusedAnnotation, requestedNoteEdit } from '../../state/focus.ts'
import { changeSettings, settings } from '../../state/settings.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { editedNote } from './note-editing.ts'
import './note-filter-bar.ts'
import { isFiltering, noFilter, passesFilter, tagCounts } from './note-filter.ts'
import type { NoteFilter } from './note-filter.ts'
import './notes-aligned.ts'
import type { AnchoredNote } from './notes-aligned.ts'
import './notes-list.ts'
import { notesPanelStyles } from './notes-panel.styles.ts'
import './orphaned-notes.ts'
import './page-note.ts'

/** The Notes tab: the page note, and every mark beside its passage or in a list by section. */
@customElement('notes-panel')
export class NotesPanel extends WatchingElement {
  static override styles = [sidebarStyles, notesPanelStyles]

  @state() private filter: NoteFilter = noFilter
  @state() private filterOpen = false
  #document: string | null = null

  constructor() {
    super()
    new Reaction(this, () => {
      const request = requestedNoteEdit.value
      if (request === null) return
      requestedNoteEdit.value = null
      this.#makeVisible(request.id)
      editedNote.value = request
      void this.#showInList(request.id, true)
    })
    new Reaction(this, () => void this.#showInList(focusedAnnotation.value))
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const document = opened.peek()?.article.id ?? null
    if (document === this.#document) return
    const first = this.#document === null
    this.#document = document
    // A panel that is shown for the first time may have been asked already to open an editor.
    if (first) return
    this.filter = noFilter
    editedNote.value = null
  }

  protected override render() {
    const article = opened.value?.article
    if (article === undefined || !panelsMayFollow.value) return html`<div class="head"></div>`
    const all = annotations.value
    const records = all.map(({ annotation }) => annotation)
    const tagsInUse = tagCounts(records).map(([tag]) => tag)
    const shown = all.filter(({ annotation }) => passesFilter(annotation, this.filter))
    const anchored = shown.filter((placed): placed is AnchoredNote => placed.span !== null)
    const orphans = shown.filter(({ span }) => span === null)
    return html`
      <div class="head">
        ${all.length === 0 ? nothing : this.#toolbar(shown.length, all.length)}
        ${
          this.filterOpen && all.length > 0
            ? html`<note-filter-bar
                id="filter"
                .annotations=${records}
                .filter=${this.filter}
                @filter-change=${(event: CustomEvent<NoteFilter>) => {
                  this.filter = event.detail
                }}
              ></note-filter-bar>`
            : nothing
        }
        <page-note></page-note>
        ${orphans.length === 0 ? nothing : html`<orphaned-notes .notes=${orphans} .tagsInUse=${tagsInUse}></orphaned-notes>`}
      </div>
      ${all.length === 0 ? this.#empty() : shown.length === 0 ? this.#noneShown() : this.#notes(anchored, tagsInUse)}
    `
  }

  #toolbar(shown: number, all: number): TemplateResult {
    const { notesAligned } = settings.value
    const filtering = isFiltering(this.filter)
    return html`<div class="toolbar">
      <div class="segments" role="group" aria-label="How notes are shown">
        <button
          class="button"
          type="button"
          aria-pressed=${notesAligned}
          @click=${() => changeSettings({ notesAligned: true })}
        >
          ${icon(AlignStartHorizontal, 15)}Beside the text
        </button>
        <button
          class="button"
          type="button"
          aria-pressed=${!notesAligned}
          @click=${() => changeSettings({ notesAligned: false })}
        >
          ${icon(List, 15)}List
        </button>
      </div>
      <span class="faint number" role="status">${filtering ? `${shown} of ${all}` : all}</span>
      <button
        class="button square"
        type="button"
        aria-label="Filter by colour and tag"
        title="Filter by colour and tag"
        aria-expanded=${this.filterOpen}
        aria-pressed=${filtering}
        @click=${() => {
          this.filterOpen = !this.filterOpen
        }}
      >
        ${icon(ListFilter, 15)}
      </button>
    </div>`
  }

  #empty(): TemplateResult {
    return html`<div class="scroll">
      <div class="empty">
        ${icon(Highlighter, 28)}
        <h3>Nothing marked yet</h3>
        <p>
          Select words in the article. A small toolbar offers six colours, an underline, a note and tags; or press a
          key:
        </p>
        <dl class="keys">
          <div>
            <dt><kbd>1</kbd> to <kbd>6</kbd></dt>
            <dd>highlight</dd>
          </div>
          <div>
            <dt><kbd>U</kbd></dt>
            <dd>underline</dd>
          </div>
          <div>
            <dt><kbd>N</kbd></dt>
            <dd>write a note</dd>
          </div>
          <div>
            <dt><kbd>T</kbd></dt>
            <dd>add a tag</dd>
          </div>
        </dl>
        <p>Your notes will stand here, level with the words they are about.</p>
      </div>
    </div>`
  }

  #noneShown(): TemplateResult {
    return html`<p class="none">
      No mark has this colour and tag.
      <button
        class="link"
        type="button"
        @click=${() => {
          this.filter = noFilter
        }}
      >
        Show all
      </button>
    </p>`
  }

  #notes(anchored: readonly AnchoredNote[], tagsInUse: readonly string[]): TemplateResult {
    if (settings.value.notesAligned)
      return html`<notes-aligned .notes=${anchored} .tagsInUse=${tagsInUse}></notes-aligned>`
    const sections = opened.value?.article.sections ?? []
    return html`<notes-list .notes=${anchored} .sections=${sections} .tagsInUse=${tagsInUse}></notes-list>`
  }

  /** A filter that hides what is to be edited is taken off. */
  #makeVisible(id: string): void {
    const wanted = annotations.peek().find(({ annotation }) => annotation.id === id)
    if (wanted !== undefined && !passesFilter(wanted.annotation, this.filter)) this.filter = noFilter
  }

  /** In the list, the note whose mark was chosen in the article comes into view. */
  async #showInList(id: string | null, alsoWithFocus = false): Promise<void> {
    if (id === null) return
    await this.updateComplete
    const list = this.renderRoot.querySelector('notes-list')
    if (list === null || (!alsoWithFocus && this.matches(':focus-within'))) return
    await list.reveal(id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel
  }
}
