import { computed, signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Settings } from '#core/bridge/settings.ts'
import { panelWidth } from './panel-width.ts'
import type { PanelName, PanelWidth } from './panel-width.ts'
import { changeSettings, settings } from './settings.ts'
export type { PanelName } from './panel-width.ts'

/** Below this width of the window, in CSS pixels, the side panels lie over the article as drawers. */
const NARROW = 1000
const narrowQuery = window.matchMedia(`(max-width: ${NARROW - 0.02}px)`)

export const narrow = signal(narrowQuery.matches)
/** The drawer that is open in a narrow window. */
export const drawer = signal<PanelName | null>(null)

narrowQuery.addEventListener('change', event => {
  narrow.value = event.matches
  drawer.value = null
})

const windowWidth = signal(window.innerWidth)

/**
 * Keeps the panels within the limits of the window; returns a function that stops. The root element is watched, not the
 * window's `resize`: a window that is still hidden may get its size without that event.
 */
export function followWindowWidth(): () => void {
  const sizes = new ResizeObserver(() => {
    windowWidth.value = window.innerWidth
  })
  sizes.observe(document.documentElement)
  return () => sizes.disconnect()
}

/** How wide the panels stand beside the article. */
export const panelWidths: Readonly<Record<PanelName, ReadonlySignal<PanelWidth>>> = {
  navigation: computed(() => panelWidth('navigation', settings.value.navigationWidth, windowWidth.value)),
  sidebar: computed(() => panelWidth('sidebar', settings.value.sidebarWidth, windowWidth.value)),
}

/** Gives a panel a width in CSS pixels, within its limits; null gives it the usual one. It is remembered. */
export function choosePanelWidth(panel: PanelName, width: number | null): void {
  const chosen = width === null ? null : panelWidth(panel, width, windowWidth.peek()).now
  changeSettings(panel === 'navigation' ? { navigationWidth: chosen } : { sidebarWidth: chosen })
}

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

/** Whether the sidebar shows the report of an update before the tab that was chosen. Not remembered: the tab is. */
export const updateShown = signal(false)

/** Opens the right sidebar on the report of an update, as a drawer in a narrow window. */
export function showUpdate(): void {
  updateShown.value = true
  if (!sidebarShown.peek()) setShown('sidebar', true)
}

/** Opens the right sidebar on one of its tabs, as a drawer in a narrow window. */
export function showSidebar(tab: Settings['sidebarTab']): void {
  updateShown.value = false
  if (settings.peek().sidebarTab !== tab) changeSettings({ sidebarTab: tab })
  if (!sidebarShown.peek()) setShown('sidebar', true)
}

/** Opens the left panel on one of its tabs, as a drawer in a narrow window. */
export function showNavigation(tab: Settings['navigationTab']): void {
  if (settings.peek().navigationTab !== tab) changeSettings({ navigationTab: tab })
  if (!navigationShown.peek()) setShown('navigation', true)
}
