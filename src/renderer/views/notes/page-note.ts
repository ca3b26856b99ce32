import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { FileText, Pencil } from 'lucide'
import { icon } from '../../components/icon.ts'
import '../../components/markdown-editor.ts'
import type { MarkdownEditorEvent } from '../../components/markdown-editor.ts'
import '../../components/markdown-text.ts'
import { changePageNote, pageNote } from '../../state/annotations.ts'
import { caretOf, dropDraft, keepDraft, readDraft } from '../../state/drafts.ts'
import { openDocument } from '../../state/open-document.ts'
import { PAGE_NOTE } from '../../state/resume-writing.ts'
import { WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { editedNote, endEditing } from './note-editing.ts'

/** The note that belongs to the article as a whole, and its editor. */
@customElement('page-note')
export class PageNoteElement extends WatchingElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
      }
      section {
        padding: var(--space-3);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--raised);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--ink-soft);
      }
      h3 {
        flex: 1;
        font-size: var(--text-small);
        font-weight: 600;
      }
      .body {
        max-height: 32vh;
        margin-top: var(--space-2);
        overflow-y: auto;
      }
      markdown-editor {
        margin-top: var(--space-2);
      }
      .button.none {
        justify-content: flex-start;
        width: 100%;
        min-height: 34px;
        border: 1px dashed var(--rule-strong);
      }
      .draft {
        margin-top: var(--space-2);
        color: var(--warning);
        font-size: var(--text-small);
      }
    `,
  ]

  protected override render() {
    const value = pageNote.value?.value ?? ''
    const key = `${openDocument.value ?? ''}/page-note`
    const draft = readDraft(key)
    const editing = editedNote.value?.id === PAGE_NOTE
    if (value === '' && !editing && (draft === null || draft === '')) {
      return html`<button class="button quiet none" type="button" @click=${this.#edit}>
        ${icon(FileText, 15)}Write a note on the whole article
      </button>`
    }
    return html`<section aria-labelledby="title">
      <div class="head">
        ${icon(FileText, 15)}
        <h3 id="title">On the whole article</h3>
        ${editing ? nothing : html`<button class="button quiet square" type="button" aria-label="Edit the note on the whole article" title="Edit" @click=${this.#edit}>${icon(Pencil, 15)}</button>`}
      </div>
      ${
        editing
          ? html`<markdown-editor
              label="Note on the whole article"
              .value=${draft ?? value}
              .caret=${caretOf(key)}
              @markdown-input=${(event: MarkdownEditorEvent) => keepDraft(key, event.detail.value, event.detail.caret)}
              @markdown-save=${(event: MarkdownEditorEvent) => {
                changePageNote(event.detail.value.trimEnd())
                dropDraft(key)
                this.#ended()
              }}
              @markdown-leave=${this.#ended}
            ></markdown-editor>`
          : html` ${value === '' ? nothing : html`<div class="body" tabindex="0" role="group" aria-label="Note"><markdown-text .source=${value}></markdown-text></div>`}
            ${
              draft === null || draft === value
                ? nothing
                : html`<p class="draft">
                    Unsaved draft: <button class="link" type="button" @click=${this.#edit}>continue</button> or
                    <button class="link" type="button" @click=${() => dropDraft(key)}>discard</button>
                  </p>`
            }`
      }
    </section>`
  }

  readonly #edit = (): void => {
    editedNote.value = { id: PAGE_NOTE, part: 'note' }
  }

  readonly #ended = (): void => {
    const hadFocus = this.matches(':focus-within')
    endEditing(PAGE_NOTE)
    if (hadFocus)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }),
      )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-note': PageNoteElement
  }
}
