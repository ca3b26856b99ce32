import { computed, signal } from '@preact/signals-core'
import { MOST_PAGE_FORMS } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { opened } from './article.ts'
import { notify } from './notices.ts'
import { changeSettings, settings } from './settings.ts'

/** What the pages on screen can do. The reading view puts it here while it shows some. */
export interface PagesOnScreen {
  /** Brings the upper edge of a page (from 0) into view. */
  goToPage(page: number): void
  /** Makes the pages larger (1) or smaller (-1), or gives them a size; what is in the middle of the view stays there. */
  zoom(to: 1 | -1 | 'width' | 'page' | 'paper'): void
}

export const pagesOnScreen = signal<PagesOnScreen | null>(null)

/** Number (from 0) of the page that is being read, and CSS pixels a point. */
export const currentPage = signal(0)
export const pageScale = signal(1)
/** How many pages there are, and what the document calls them; null when they have their numbers. */
export const pageCount = signal(0)
export const pageLabels = signal<readonly string[] | null>(null)

/** The document whose pages cannot be shown. */
const withoutPages = signal<string | null>(null)

/** Whether the open article came as pages, which can be shown. */
export const hasPages = computed(() => {
  const article = opened.value?.article
  return article !== undefined && article.provenance.format === 'pdf' && withoutPages.value !== article.id
})

/** Whether the open article is shown as its pages. */
export const showsPages = computed(() => {
  if (!hasPages.value) return false
  const { ownPageForms, pageForm } = settings.value
  const own = ownPageForms.find(({ document }) => document === opened.value?.article.id)
  return (own?.form ?? pageForm) === 'pages'
})

/** Shows the open article as pages or text from now on, and likewise the others for which the reader has chosen nothing. */
export function showAs(form: Settings['pageForm']): void {
  const document = opened.peek()?.article.id
  if (document === undefined) return
  const others = settings.peek().ownPageForms.filter(own => own.document !== document)
  changeSettings({ pageForm: form, ownPageForms: [{ document, form }, ...others].slice(0, MOST_PAGE_FORMS) })
}

/** Shows the open article as a text, because its pages cannot be; `why` is a clause. */
export function goWithoutPages(id: string, why: string): void {
  if (withoutPages.peek() === id) return
  withoutPages.value = id
  notify({ kind: 'warning', text: `The pages of this document cannot be shown, so it is shown as text: ${why}` })
}

/** A document that is opened anew may have got its pages back. */
export function tryPagesAgain(): void {
  withoutPages.value = null
}

/** Grows when the reader wants to say which page to go to. */
export const goToPageAsked = signal(0)

export function askForPage(): void {
  if (pagesOnScreen.peek() === null)
    notify({ kind: 'information', text: 'Show the article as pages first, to go to one of them.' })
  else goToPageAsked.value += 1
}

export function togglePages(): void {
  if (hasPages.peek()) showAs(showsPages.peek() ? 'text' : 'pages')
  else
    notify({ kind: 'information', text: 'This article has no pages to be shown: it did not come as a PDF document.' })
}

/** The name of a page for people: `Page 3 of 12`, or `Page iv, 4 of 12`. */
export function pageName(page: number): string {
  const label = pageLabels.value?.[page]
  const number = String(page + 1)
  const count = pageCount.value
  return label === undefined || label === '' || label === number
    ? `Page ${number} of ${count}`
    : `Page ${label}, ${number} of ${count}`
}

/** Number (from 0) of the page that a reader means by what was typed: a label, or else a number; null when there is none. */
export function pageNamed(typed: string): number | null {
  const wanted = typed.trim().toLowerCase()
  const labelled = pageLabels.peek()?.findIndex(label => label.toLowerCase() === wanted) ?? -1
  if (labelled >= 0) return labelled
  const number = /^\d{1,6}$/.test(wanted) ? Number(wanted) : 0
  return number >= 1 && number <= pageCount.peek() ? number - 1 : null
}
