import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { History, Lock, RotateCcw, TriangleAlert, X } from 'lucide'
import { icon } from '../../components/icon.ts'
import { openBackups } from '../../state/backups.ts'
import { library } from '../../state/library.ts'
import { tryToWrite } from '../../state/start.ts'
import { WatchingElement } from '../../state/watch.ts'

/** Warnings of what a backup may bring back. */
const BACKUP_HELPS = /damaged|missing|lost|backup/iu

/** What the reader has to know about the library: that it can only be read, and what was amiss when it was opened. */
@customElement('library-banner')
export class LibraryBanner extends WatchingElement {
  @state() private dismissed: readonly string[] = []
  @state() private trying = false

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const opened = library.value
    if (opened === null) return nothing
    const warnings = opened.warnings.filter(warning => !this.dismissed.includes(warning))
    if (opened.writable && warnings.length === 0) return nothing
    return html`
      <div class="banner" role="status">
        ${
          opened.writable
            ? nothing
            : html` <p>
                ${icon(Lock, 16)}<span
                  ><strong>This library can only be read.</strong> ${opened.readOnlyReason ?? ''} Marks that you make
                  now stay in this window until it can be written.</span
                >
                <button class="button" ?disabled=${this.trying} @click=${this.#tryAgain}>
                  ${icon(RotateCcw, 16)} Try again
                </button>
              </p>`
        }
        ${warnings.map(
          warning =>
            html` <p>
              ${icon(TriangleAlert, 16)}<span>${warning}</span>
              ${BACKUP_HELPS.test(warning) ? html`<button class="button" @click=${openBackups}>${icon(History, 16)} Backups…</button>` : nothing}
              <button
                class="button quiet square"
                aria-label="Dismiss"
                @click=${() => {
                  this.dismissed = [...this.dismissed, warning]
                }}
              >
                ${icon(X, 16)}
              </button>
            </p>`,
        )}
      </div>
    `
  }

  readonly #tryAgain = async (): Promise<void> => {
    this.trying = true
    await tryToWrite()
    this.trying = false
  }
}
