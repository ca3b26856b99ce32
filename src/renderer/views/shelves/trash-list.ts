import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { RotateCcw, Trash2 } from 'lucide'
import type { TrashItem } from '#core/bridge/calls.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { library } from '../../state/library.ts'
import { deleteTrashed, restoreTrashed, trash } from '../../state/trash.ts'
import { WatchingElement } from '../../state/watch.ts'
import { smallDialogStyles } from '../../components/small-dialog.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { dayOf } from './document-words.ts'
import { trashListStyles } from './trash-list.styles.ts'

/** What was moved to the trash: put it back, or delete it for good after a question. */
@customElement('trash-list')
export class TrashList extends WatchingElement {
  static override styles = [sidebarStyles, smallDialogStyles, trashListStyles]

  /** What the question is about: an article, or null for all of them. */
  @state() private asked: TrashItem | null = null
  @query('dialog') private readonly dialog!: HTMLDialogElement

  protected override render() {
    const items = trash.value ?? []
    const isReadOnly = library.value?.writable !== true
    return html`
      <div class="head">
        <h2>Trash</h2>
        <p>${items.length === 0 ? '' : 'Marks and notes stay with an article here, and in the backups.'}</p>
        <button
          class="button"
          type="button"
          ?disabled=${isReadOnly || items.length === 0}
          @click=${() => this.#ask(null)}
        >
          ${icon(Trash2, 14)} Empty the trash…
        </button>
      </div>
      ${
        items.length === 0
          ? html`<div class="empty">
              ${icon(Trash2, 28)}
              <h3>The trash is empty</h3>
              <p>An article that you move to the trash waits here until you put it back or delete it.</p>
            </div>`
          : html`<ul aria-label="Articles in the trash">
              ${items.map(item => this.#item(item, isReadOnly))}
            </ul>`
      }
      ${this.#question(items.length)}
    `
  }

  #item(item: TrashItem, isReadOnly: boolean): TemplateResult {
    const { name, title, authors, trashed, annotations } = item
    return html`<li>
      <div class="what">
        <span class="title"><bdi>${title}</bdi></span>
        <span class="about"
          >${[authors.join(', '), `in the trash since ${dayOf(trashed)}`, counted(annotations, 'mark', 'marks')].filter(part => part !== '').join(' · ')}</span
        >
      </div>
      <div class="choices">
        <button
          class="button"
          type="button"
          aria-label="Put back: ${title}"
          ?disabled=${isReadOnly}
          @click=${() => void restoreTrashed([name])}
        >
          ${icon(RotateCcw, 14)} Put back
        </button>
        <button
          class="button quiet"
          type="button"
          aria-label="Delete for good: ${title}"
          ?disabled=${isReadOnly}
          @click=${() => this.#ask(item)}
        >
          Delete for good…
        </button>
      </div>
    </li>`
  }

  #question(count: number): TemplateResult {
    const { asked } = this
    return html`<dialog role="alertdialog" aria-labelledby="question" aria-describedby="lost">
      <h3 id="question">
        ${asked === null ? `Delete ${counted(count, 'article', 'articles')} for good?` : html`Delete “${asked.title}” for good?`}
      </h3>
      <p id="lost">
        The article and what was found in it cannot be brought back.
        ${asked?.annotations === 0 ? nothing : 'What you wrote in it stays in the backups of the library for a while.'}
      </p>
      <div class="actions">
        <button class="button" type="button" autofocus @click=${() => this.dialog.close()}>Keep</button>
        <button class="button danger" type="button" @click=${this.#delete}>Delete for good</button>
      </div>
    </dialog>`
  }

  #ask(item: TrashItem | null): void {
    this.asked = item
    this.dialog.showModal()
  }

  readonly #delete = (): void => {
    this.dialog.close()
    void deleteTrashed(this.asked === null ? null : [this.asked.name])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'trash-list': TrashList
  }
}
