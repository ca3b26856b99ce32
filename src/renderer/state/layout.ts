import { signal } from '@preact/signals-core'
import { articleSurface } from './article-surface.ts'

/** Grows whenever the article's lines may have moved: another article, font, width, or a loaded picture. */
export const layoutTick = signal(0)

/** Where the article is scrolled to. Heights in CSS pixels; `viewportTop` is the scrolling area's distance from the window's top. */
export const articleScroll = signal({ top: 0, contentHeight: 0, viewportHeight: 0, viewportTop: 0 })

/**
 * Distance of the line that holds `offset` from the top of the article's scrolled content, in CSS pixels.
 * On screen it stands at `blockTop(offset) - articleScroll.value.top + articleScroll.value.viewportTop`.
 * Null while no article is laid out. Read `layoutTick` beside it to hear of changes.
 */
export const blockTop = (offset: number): number | null => articleSurface.peek()?.topOf(offset) ?? null
