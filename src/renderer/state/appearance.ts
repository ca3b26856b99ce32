import { computed, effect, signal } from '@preact/signals-core'
import { shownMetadata } from './citation.ts'
import { settings } from './settings.ts'

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(darkQuery.matches)
darkQuery.addEventListener('change', event => {
  systemIsDark.value = event.matches
})

/** The theme that is shown: the reader's choice, or what the system prefers. */
export const theme = computed(() => {
  const chosen = settings.value.theme
  return chosen === 'system' ? (systemIsDark.value ? 'dark' : 'light') : chosen
})

const families = { serif: 'var(--font-serif)', sans: 'var(--font-ui)', legible: 'var(--font-legible)' } as const

/** Keeps the page's theme and reading type in step with the settings; returns a function that stops. */
export const applyAppearance = (): (() => void) =>
  effect(() => {
    const { font, fontSize, lineHeight, lineWidth } = settings.value
    const page = document.documentElement
    page.dataset['theme'] = theme.value
    page.dataset['font'] = font
    page.style.setProperty('--reading-font', families[font])
    page.style.setProperty('--reading-size', `${fontSize}px`)
    page.style.setProperty('--reading-leading', String(lineHeight))
    page.style.setProperty('--reading-characters', String(lineWidth))
  })

/** Names the window after the article that is open; returns a function that stops. */
export const applyTitle = (): (() => void) =>
  effect(() => {
    const title = shownMetadata.value?.title
    document.title = title === undefined ? 'Pathmark' : `${title} – Pathmark`
  })
