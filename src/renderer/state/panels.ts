import { computed, signal } from '@preact/signals-core'
import type { Settings } from '#core/bridge/settings.ts'
import { changeSettings, settings } from './settings.ts'

/** Below this width of the window, in CSS pixels, the side panels lie over the article as drawers. */
const NARROW = 1000
const narrowQuery = window.matchMedia(`(max-width: ${NARROW - 0.02}px)`)

export type PanelName = 'navigation' | 'sidebar'

export const narrow = signal(narrowQuery.matches)
/** The drawer that is open in a narrow window. */
export const drawer = signal<PanelName | null>(null)

narrowQuery.addEventListener('change', event => {
  narrow.value = event.matches
  drawer.value = null
})

export const navigationShown = computed(() =>
  narrow.value ? drawer.value === 'navigation' : settings.value.navigationOpen,
)
export const sidebarShown = computed(() => (narrow.value ? drawer.value === 'sidebar' : settings.value.sidebarOpen))

export const isShown = (panel: PanelName): boolean =>
  panel === 'navigation' ? navigationShown.value : sidebarShown.value

function setShown(panel: PanelName, shown: boolean): void {
  if (narrow.peek()) drawer.value = shown ? panel : null
  else changeSettings(panel === 'navigation' ? { navigationOpen: shown } : { sidebarOpen: shown })
}

export const togglePanel = (panel: PanelName): void => setShown(panel, !isShown(panel))
export const closeDrawer = (): void => {
  drawer.value = null
}

/** Opens the right sidebar on one of its tabs, as a drawer in a narrow window. */
export function showSidebar(tab: Settings['sidebarTab']): void {
  if (settings.peek().sidebarTab !== tab) changeSettings({ sidebarTab: tab })
  if (!sidebarShown.peek()) setShown('sidebar', true)
}

/** Opens the left panel on one of its tabs, as a drawer in a narrow window. */
export function showNavigation(tab: Settings['navigationTab']): void {
  if (settings.peek().navigationTab !== tab) changeSettings({ navigationTab: tab })
  if (!navigationShown.peek()) setShown('navigation', true)
}
