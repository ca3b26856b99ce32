import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Highlighter, Import, Library, RefreshCw, Search, Waypoints } from 'lucide'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { importAndOpen, runCommand } from '../../keyboard/run-command.ts'
import { acrossShown } from '../../state/across.ts'
import { showAcross } from '../../state/across-visit.ts'
import { annotations } from '../../state/annotations.ts'
import { openArticle, opened, opening } from '../../state/article.ts'
import { cards } from '../../state/cards.ts'
import { library } from '../../state/library.ts'
import { closeDrawer } from '../../state/panels.ts'
import { progressPercent } from '../../state/reading-position.ts'
import { shelvesShown } from '../../state/shelves-shown.ts'
import { showShelves } from '../../state/shelves-visit.ts'
import { updateArticle, updating } from '../../state/updates.ts'
import { WatchingElement } from '../../state/watch.ts'
import '../libraries/library-button.ts'

/** So many of the newest articles are listed here; all of them are in the library's own view. */
const MOST = 50

/** The newest documents, the newest first, and after them the open one if it is older. The index has them in the order of adding. */
const newestDocuments = (documents: readonly DocumentEntry[], open: string | null): readonly DocumentEntry[] => {
  const newest = documents.slice(-MOST).toSorted((a, b) => (a.added < b.added ? 1 : -1))
  const rest = documents.length > newest.length && newest.every(({ id }) => id !== open)
  const current = rest ? documents.find(({ id }) => id === open) : undefined
  return current === undefined ? newest : [...newest, current]
}

/** The newest documents of the open library, and the one that is open; one click or Enter opens one. */
@customElement('library-view')
export class LibraryView extends WatchingElement {
  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const state = library.value
    if (state === null) return nothing
    const newest = newestDocuments(state.documents, opened.value?.article.id ?? null)
    return html`
      <div class="library">
        <library-button></library-button>
        <button class="button across" aria-pressed=${shelvesShown.value} @click=${showShelves}>
          ${icon(Library, 16)} All articles<span class="count">${state.total.toLocaleString('en')}</span>
        </button>
        <button class="button across" @click=${() => runCommand({ name: 'search-library' })}>
          ${icon(Search, 16)} Search the library
        </button>
        <button class="button across" aria-pressed=${acrossShown.value} @click=${showAcross}>
          ${icon(Waypoints, 16)} Mechanisms of the library
        </button>
        ${
          newest.length === 0
            ? html`<p class="empty">Your library is empty. Bring in an article to begin.</p>`
            : html`<ul>
                ${repeat(
                  newest,
                  entry => entry.id,
                  entry => this.#entry(entry),
                )}
              </ul>`
        }
        <div class="foot">
          <button class="button" ?disabled=${!state.writable} @click=${() => void importAndOpen()}>
            ${icon(Import, 16)} Bring in files…
          </button>
          <p class="where" title=${state.path}><bdi dir="ltr">${state.path}</bdi></p>
        </div>
      </div>
    `
  }

  #entry(entry: DocumentEntry) {
    const current = opened.value?.article.id === entry.id
    // The index is a moment behind what is being done in the open article.
    const marks = current ? annotations.value.length : entry.annotations
    const mechanisms = current ? cards.value.filter(card => card.number > 0).length : entry.mechanisms
    const share = current ? progressPercent.value : Math.round(entry.position.progress * 100)
    return html`
      <li>
        <button
          class="document"
          aria-current=${current ? 'true' : nothing}
          aria-busy=${opening.value === entry.id || updating.value === entry.id}
          @click=${() => {
            closeDrawer()
            acrossShown.value = false
            void openArticle(entry.id)
          }}
        >
          <span class="title">${entry.title}</span>
          <span class="from"
            ><bdi>${entry.publisher ?? entry.authors.join(', ')}</bdi
            >${(entry.publisher ?? entry.authors[0]) === undefined ? '' : ' · '}${counted(entry.words, 'word', 'words')}</span
          >
          <span class="counts">
            <span title="Marks">${icon(Highlighter, 13)}<span class="said">marks </span>${marks}</span>
            <span title="Mechanisms">${icon(Waypoints, 13)}<span class="said">mechanisms </span>${mechanisms}</span>
            <span class="share"><span class="said">read </span>${share}%</span>
          </span>
          <span class="track" aria-hidden="true"><span .style="inline-size: ${share}%"></span></span>
        </button>
        ${
          library.value?.writable === true
            ? html`<button
                class="button quiet square update"
                aria-label="Update from a newer copy: ${entry.title}"
                title="Update from a newer copy…"
                ?disabled=${updating.value !== null}
                @click=${() => {
                  closeDrawer()
                  acrossShown.value = false
                  void updateArticle(entry.id)
                }}
              >
                ${icon(RefreshCw, 15)}
              </button>`
            : nothing
        }
      </li>
    `
  }
}
