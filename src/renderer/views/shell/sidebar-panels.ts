import type { Settings } from '#core/bridge/settings.ts'
import { notify } from '../../state/notices.ts'

/** The tabs of the sidebar; the last one is there while the report of an update is open. */
export type PanelId = Settings['sidebarTab'] | 'update'

/** The panels of the sidebar, each loaded when it is first shown: the chart of the evidence costs no start-up time. */
const loaders: Readonly<Record<PanelId, () => Promise<unknown>>> = {
  mechanisms: () => import('../mechanisms/mechanisms-panel.ts'),
  notes: () => import('../notes/notes-panel.ts'),
  update: () => import('../updates/update-report.ts'),
  evidence: () => import('../evidence/evidence-panel.ts'),
}

const loaded = new Set<PanelId>()
let acrossLoaded = false

/** Has the view of the whole library's mechanisms defined, once. */
export function loadAcrossView(): void {
  if (acrossLoaded) return
  acrossLoaded = true
  import('../across/across-view.ts').catch((error: unknown) => {
    acrossLoaded = false
    notify({
      kind: 'failure',
      text: `The mechanisms of the library could not be loaded (${String(error)}). Restart Pathmark.`,
    })
  })
}

let shelvesLoaded = false

/** Has the view of the library's articles defined, once. */
export function loadShelvesView(): void {
  if (shelvesLoaded) return
  shelvesLoaded = true
  import('../shelves/shelves-view.ts').catch((error: unknown) => {
    shelvesLoaded = false
    notify({ kind: 'failure', text: `The library could not be shown (${String(error)}). Restart Pathmark.` })
  })
}

/** Has a panel's element defined, once. */
export function loadSidebarPanel(id: PanelId): void {
  if (loaded.has(id)) return
  loaded.add(id)
  loaders[id]().catch((error: unknown) => {
    loaded.delete(id)
    notify({
      kind: 'failure',
      text: `This part of the sidebar could not be loaded (${String(error)}). Restart Pathmark.`,
    })
  })
}

/** Has the panels that were not shown yet ready for when they are. */
export function loadOtherSidebarPanels(): void {
  for (const id of Object.keys(loaders) as PanelId[]) loadSidebarPanel(id)
}
