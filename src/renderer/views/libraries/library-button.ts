import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ChevronsUpDown, LibraryBig } from 'lucide'
import { libraryName } from '#core/bridge/libraries.ts'
import { icon } from '../../components/icon.ts'
import { showLibraries } from '../../state/libraries.ts'
import { library } from '../../state/library.ts'
import { WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'

/** The name of the library that is open, and the way to others. */
@customElement('library-button')
export class LibraryButton extends WatchingElement {
  static override styles = [
    sidebarStyles,
    css`
      :host {
        display: block;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 34px;
        padding: 4px 10px;
        border: 0;
        border-radius: var(--radius);
        background: none;
        font-weight: 600;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: color-mix(in srgb, var(--ink) 6%, transparent);
      }
      .icon {
        color: var(--ink-soft);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ]

  protected override render() {
    const open = library.value
    if (open === null) return nothing
    const name = libraryName(open.path)
    return html`<button
      type="button"
      aria-haspopup="dialog"
      aria-label="Library “${name}”: change to another one"
      title="Change to another library…"
      @click=${() => void showLibraries()}
    >
      ${icon(LibraryBig, 16)}<span class="name"><bdi>${name}</bdi></span
      >${icon(ChevronsUpDown, 15)}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-button': LibraryButton
  }
}
