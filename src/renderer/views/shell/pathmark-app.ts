import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { FolderPlus, FolderX, Library, RotateCcw } from 'lucide'
import type { Settings } from '#core/bridge/settings.ts'
import type { Failure } from '#core/result/result.ts'
import { icon } from '../../components/icon.ts'
import { tabStrip } from '../../components/tab-strip.ts'
import { acrossShown, searchAcross } from '../../state/across.ts'
import { annotations } from '../../state/annotations.ts'
import { updateReport } from '../../state/article.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { cards } from '../../state/cards.ts'
import { showLibraries } from '../../state/libraries.ts'
import { libraryFailure, loadAllDocuments } from '../../state/library.ts'
import {
  closeDrawer,
  drawer,
  isShown,
  narrow,
  panelWidths,
  showSidebar,
  showUpdate,
  updateShown,
} from '../../state/panels.ts'
import type { PanelName } from '../../state/panels.ts'
import { changeSettings, settings } from '../../state/settings.ts'
import { shelvesShown } from '../../state/shelves-shown.ts'
import { resuming } from '../../state/resume-writing.ts'
import { seekDocuments } from '../../state/shelves.ts'
import { start, startAnew } from '../../state/start.ts'
import { WatchingElement } from '../../state/watch.ts'
import '../navigation/library-view.ts'
import '../navigation/outline-view.ts'
import '../reader/article-view.ts'
import '../updates/attach-bar.ts'
import '../backups/backups-dialog.ts'
import '../citation/citation-dialog.ts'
import '../search/search-dialog.ts'
import '../foreign-marks/marks-report-dialog.ts'
import '../foreign-marks/waiting-marks-dialog.ts'
import '../importing/import-address-dialog.ts'
import '../libraries/libraries-dialog.ts'
import '../importing/import-report-dialog.ts'
import '../names/names-dialog.ts'
import '../updates/newer-copy-dialog.ts'
import { openCount } from '../updates/reported.ts'
import './about-dialog.ts'
import './library-banner.ts'
import './notice-stack.ts'
import './panel-splitter.ts'
import './shortcuts-dialog.ts'
import './status-line.ts'
import './top-bar.ts'
import './type-settings.ts'
import './unsaved-dialog.ts'
import { loadAcrossView, loadShelvesView, loadOtherSidebarPanels, loadSidebarPanel } from './sidebar-panels.ts'
import type { PanelId } from './sidebar-panels.ts'

/** Longest wait of the sidebar for a window that has nothing else to do, in milliseconds. */
const PANEL_PATIENCE = 1_000

/** The window's frame: bar, left panel, article, right sidebar, status line. Narrow windows show the panels as drawers. */
@customElement('pathmark-app')
export class PathmarkApp extends WatchingElement {
  @state() private panelsWanted = false
  #drawer: PanelName | null = null
  #returnTo: HTMLElement | null = null

  protected override createRenderRoot(): this {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#start()
  }

  /** The article comes first: the sidebar's panels wait until it is on its way. */
  async #start(): Promise<void> {
    await start()
    requestIdleCallback(this.#callPanels, { timeout: PANEL_PATIENCE })
  }

  readonly #callPanels = (): void => {
    this.panelsWanted = true
    requestIdleCallback(loadOtherSidebarPanels)
    requestIdleCallback(() => void loadAllDocuments())
  }

  protected override render() {
    const failure = libraryFailure.value
    const modal = drawer.value
    return html`
      <a class="skip-link" href="#main" @click=${this.#skip}>Skip to the article</a>
      <top-bar ?inert=${modal !== null}></top-bar>
      <library-banner ?inert=${modal !== null}></library-banner>
      <div class="body ${narrow.value ? 'narrow' : ''}">
        ${this.#panel('navigation', 'Outline and library', this.#navigation())}
        <main id="main" tabindex="-1" ?inert=${modal !== null || acrossShown.value || shelvesShown.value}>
          ${failure === null ? html`<article-view></article-view><attach-bar></attach-bar>` : this.#libraryFailure(failure)}
        </main>
        ${this.#panel('sidebar', 'Mechanisms, notes and evidence', this.#sidebar())} ${this.#across(modal !== null)}
        ${this.#shelves(modal !== null)}
        ${modal === null ? nothing : html`<div class="backdrop" @click=${closeDrawer}></div>`}
      </div>
      <status-line ?inert=${modal !== null}></status-line>
      <type-settings></type-settings>
      <notice-stack></notice-stack>
      <about-dialog></about-dialog><shortcuts-dialog></shortcuts-dialog><unsaved-dialog></unsaved-dialog
      ><newer-copy-dialog></newer-copy-dialog><names-dialog></names-dialog><backups-dialog></backups-dialog
      ><citation-dialog></citation-dialog><search-dialog></search-dialog><marks-report-dialog></marks-report-dialog
      ><waiting-marks-dialog></waiting-marks-dialog><import-report-dialog></import-report-dialog
      ><import-address-dialog></import-address-dialog><libraries-dialog></libraries-dialog>
    `
  }

  #panel(name: PanelName, label: string, content: unknown) {
    const modal = drawer.value === name
    return html`
      <aside
        class="panel ${name}"
        id=${name}
        aria-label=${label}
        ?hidden=${!isShown(name)}
        ?inert=${(drawer.value !== null && !modal) || (name === 'sidebar' && (acrossShown.value || shelvesShown.value))}
        role=${modal ? 'dialog' : nothing}
        aria-modal=${modal ? 'true' : nothing}
        .style=${narrow.value ? '' : `inline-size: ${panelWidths[name].value.now}px`}
        @keydown=${this.#panelKey}
      >
        ${narrow.value ? nothing : html`<panel-splitter .panel=${name} .name=${label.toLowerCase()}></panel-splitter>`}
        ${content}
      </aside>
    `
  }

  /** Over the article and its sidebar, which stay as they are. */
  #across(covered: boolean) {
    if (acrossShown.value) loadAcrossView()
    return html`<across-view role="main" ?hidden=${!acrossShown.value} ?inert=${covered}></across-view>`
  }

  /** The library's articles, likewise. */
  #shelves(covered: boolean) {
    if (shelvesShown.value) loadShelvesView()
    return html`<shelves-view role="main" ?hidden=${!shelvesShown.value} ?inert=${covered}></shelves-view>`
  }

  #navigation() {
    const selected = settings.value.navigationTab
    return html`
      ${tabStrip<Settings['navigationTab']>({
        name: 'navigation',
        label: 'Outline and library',
        selected,
        tabs: [
          { id: 'outline', label: 'Outline' },
          { id: 'library', label: 'Library' },
        ],
        choose: navigationTab => changeSettings({ navigationTab }),
      })}
      ${this.#tabPanel('navigation', 'outline', selected, html`<outline-view></outline-view>`)}
      ${this.#tabPanel('navigation', 'library', selected, html`<library-view></library-view>`)}
    `
  }

  #sidebar() {
    const reported = updateReport.value !== null
    const selected: PanelId = reported && updateShown.value ? 'update' : settings.value.sidebarTab
    if (this.panelsWanted || resuming.value) loadSidebarPanel(selected)
    return html`
      ${tabStrip<PanelId>({
        name: 'sidebar',
        label: 'Mechanisms, notes and evidence',
        selected,
        tabs: [
          { id: 'mechanisms', label: 'Mechanisms', count: cards.value.filter(card => card.number > 0).length },
          { id: 'notes', label: 'Notes', count: annotations.value.length },
          { id: 'evidence', label: 'Evidence' },
          ...(reported ? [{ id: 'update', label: 'Update', count: openCount.value } as const] : []),
        ],
        choose: tab => (tab === 'update' ? showUpdate() : showSidebar(tab)),
      })}
      ${this.#tabPanel('sidebar', 'mechanisms', selected, html`<mechanisms-panel></mechanisms-panel>`)}
      ${this.#tabPanel('sidebar', 'notes', selected, html`<notes-panel></notes-panel>`)}
      ${this.#tabPanel('sidebar', 'evidence', selected, html`<evidence-panel></evidence-panel>`)}
      ${reported ? this.#tabPanel('sidebar', 'update', selected, html`<update-report></update-report>`) : nothing}
    `
  }

  #tabPanel(strip: string, id: string, selected: string, content: unknown) {
    return html`<div
      class="tab-panel ${id}"
      id="${strip}-panel-${id}"
      role="tabpanel"
      aria-labelledby="${strip}-tab-${id}"
      ?hidden=${id !== selected}
    >
      ${content}
    </div>`
  }

  #libraryFailure({ code, message }: Failure) {
    return html`
      <section class="failure" role="alert">
        ${icon(FolderX, 32)}
        <h1>Your library could not be opened</h1>
        <p>${message}</p>
        <p class="actions">
          <button class="button primary" @click=${() => void start()}>${icon(RotateCcw, 16)} Try again</button>
          <button class="button" @click=${() => void showLibraries()}>${icon(Library, 16)} Other libraries…</button>
          ${
            code === 'library-missing'
              ? html`<button class="button" @click=${() => void startAnew()}>
                  ${icon(FolderPlus, 16)} Make a new library there
                </button>`
              : nothing
          }
        </p>
      </section>
    `
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault()
    const surface = articleSurface.peek()
    if (shelvesShown.peek()) seekDocuments()
    else if (acrossShown.peek()) searchAcross()
    else if (surface === null) this.querySelector<HTMLElement>('#main')?.focus()
    else surface.focus()
  }

  readonly #panelKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || drawer.peek() === null) return
    event.preventDefault()
    closeDrawer()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = drawer.peek()
    if (shown === this.#drawer) return
    if (shown !== null) {
      if (this.#drawer === null)
        this.#returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null
      this.querySelector<HTMLElement>(`#${shown} [role=tab][aria-selected=true]`)?.focus()
    } else if (this.#returnTo?.isConnected === true) this.#returnTo.focus()
    this.#drawer = shown
  }
}
