import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import {
  ALargeSmall,
  CircleQuestionMark,
  FileDown,
  Info,
  Keyboard,
  Library,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Undo2,
  Waypoints,
} from 'lucide'
import { icon } from '../../components/icon.ts'
import { onMenuCommand, runCommand } from '../../keyboard/run-command.ts'
import { shownMetadata } from '../../state/citation.ts'
import { acrossShown } from '../../state/across.ts'
import { opened } from '../../state/article.ts'
import { typeSettingsShown } from '../../state/dialogs.ts'
import { findShown } from '../../state/find.ts'
import { redoLabel, undoLabel } from '../../state/history.ts'
import { navigationShown, sidebarShown } from '../../state/panels.ts'
import { shelvesShown } from '../../state/shelves-shown.ts'
import { WatchingElement } from '../../state/watch.ts'
import { blaze } from './blaze.ts'

interface Tool {
  readonly name: string
  readonly key?: string
  readonly icon: TemplateResult
  readonly run?: () => void
  /** Id of the popover that it opens and closes, instead of `run`. */
  readonly popover?: string
  /** Id of the part of the window that it shows and hides. */
  readonly controls?: string
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly disabled?: boolean
  readonly id?: string
}

/** The bar at the top of the window: what is open, and what can be done with it. */
@customElement('top-bar')
export class TopBar extends WatchingElement {
  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const article = opened.value?.article
    const undoes = undoLabel.value
    const redoes = redoLabel.value
    return html`
      <header class="top-bar">
        <div class="start">
          ${this.#tool({ name: 'Outline and library', key: 'F9', icon: icon(PanelLeft), expanded: navigationShown.value, controls: 'navigation', run: () => runCommand({ name: 'toggle-navigation' }) })}
          <span class="brand">${blaze(22)}<span class="name">Pathmark</span></span>
        </div>
        <p class="open-title" title=${shownMetadata.value?.title ?? ''}>${shownMetadata.value?.title ?? ''}</p>
        <div class="end" role="group" aria-label="Tools">
          <span class="steps">
            ${this.#tool({ name: undoes === null ? 'Undo' : `Undo: ${undoes}`, key: 'Ctrl+Z', icon: icon(Undo2), disabled: undoes === null, run: () => runCommand({ name: 'undo' }) })}
            ${this.#tool({ name: redoes === null ? 'Redo' : `Redo: ${redoes}`, key: 'Ctrl+Shift+Z', icon: icon(Redo2), disabled: redoes === null, run: () => runCommand({ name: 'redo' }) })}
          </span>
          ${this.#tool({ name: 'All articles of the library', key: 'Ctrl+L', icon: icon(Library), pressed: shelvesShown.value, run: () => runCommand({ name: 'toggle-library' }) })}
          ${this.#tool({ name: 'Mechanisms of the library', key: 'F8', icon: icon(Waypoints), pressed: acrossShown.value, run: () => runCommand({ name: 'toggle-across' }) })}
          ${this.#tool({ name: 'Find in the article', key: 'Ctrl+F', icon: icon(Search), pressed: findShown.value, disabled: article === undefined, run: () => runCommand({ name: 'find' }) })}
          ${this.#tool({ name: 'Type and theme', key: 'Ctrl+,', icon: icon(ALargeSmall, 20), id: 'type-settings-button', expanded: typeSettingsShown.value, popover: 'type-settings' })}
          ${this.#tool({ name: 'Export as Markdown', key: 'Ctrl+E', icon: icon(FileDown), disabled: article === undefined, run: () => runCommand({ name: 'export' }) })}
          ${this.#help()}
          ${this.#tool({ name: 'Mechanisms, notes and evidence', key: 'F10', icon: icon(PanelRight), expanded: sidebarShown.value, controls: 'sidebar', run: () => runCommand({ name: 'toggle-sidebar' }) })}
        </div>
      </header>
    `
  }

  #tool(tool: Tool) {
    const title = tool.key === undefined ? tool.name : `${tool.name} (${tool.key})`
    return html`<button
      class="button quiet square tool"
      id=${tool.id ?? nothing}
      popovertarget=${tool.popover ?? nothing}
      aria-controls=${tool.controls ?? nothing}
      aria-label=${tool.name}
      title=${title}
      ?disabled=${tool.disabled === true}
      aria-pressed=${tool.pressed ?? nothing}
      aria-expanded=${tool.expanded ?? nothing}
      @click=${tool.run}
    >
      ${tool.icon}
    </button>`
  }

  #help() {
    const choose =
      (run: () => void) =>
      (event: Event): void => {
        ;(event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover()
        run()
      }
    return html`
      <button
        class="button quiet square tool"
        id="help-button"
        aria-label="Help"
        title="Help"
        popovertarget="help-menu"
      >
        ${icon(CircleQuestionMark)}
      </button>
      <div class="menu" id="help-menu" popover>
        <button @click=${choose(() => runCommand({ name: 'shortcuts' }))}>
          ${icon(Keyboard)} Keyboard shortcuts <kbd>?</kbd>
        </button>
        <button @click=${choose(() => onMenuCommand('about'))}>${icon(Info)} About Pathmark</button>
      </div>
    `
  }
}
