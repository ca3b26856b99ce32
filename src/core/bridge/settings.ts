import * as v from 'valibot'
import { documentIdSchema } from '../article/document-entry.ts'
import { documentOrders } from '../article/sort-documents.ts'

const themes = ['system', 'light', 'sepia', 'dark'] as const
const readingFonts = ['serif', 'sans', 'legible'] as const
const sidebarTabs = ['mechanisms', 'notes', 'evidence'] as const
const libraryForms = ['list', 'cards'] as const
const navigationTabs = ['outline', 'library'] as const

const pageForms = ['pages', 'text'] as const
const pageColours = ['theme', 'paper'] as const

/** Documents whose own form is remembered. */
export const MOST_PAGE_FORMS = 60

/** CSS pixels a point, or what a page is made to fit. */
const pageZoomSchema = v.union([v.picklist(['width', 'page']), v.pipe(v.number(), v.minValue(0.25), v.maxValue(6))])

const panelWidthSchema = v.pipe(v.number(), v.minValue(100), v.maxValue(10_000))

/** How a reader has set the window. Each field falls back on its own when it is missing or out of range. */
export const settingsSchema = v.object({
  theme: v.fallback(v.picklist(themes), 'system'),
  font: v.fallback(v.picklist(readingFonts), 'serif'),
  /** Size of running text, in CSS pixels. */
  fontSize: v.fallback(v.pipe(v.number(), v.minValue(13), v.maxValue(28)), 18),
  /** Line height as a multiple of the size. */
  lineHeight: v.fallback(v.pipe(v.number(), v.minValue(1.3), v.maxValue(2.1)), 1.6),
  /** Length of a line, in average characters. */
  lineWidth: v.fallback(v.pipe(v.number(), v.minValue(45), v.maxValue(95)), 68),
  navigationOpen: v.fallback(v.boolean(), true),
  sidebarOpen: v.fallback(v.boolean(), true),
  /** Widths that the reader gave the side panels, in CSS pixels; null for the usual ones. The window sets their limits. */
  navigationWidth: v.fallback(v.nullable(panelWidthSchema), null),
  sidebarWidth: v.fallback(v.nullable(panelWidthSchema), null),
  navigationTab: v.fallback(v.picklist(navigationTabs), 'outline'),
  sidebarTab: v.fallback(v.picklist(sidebarTabs), 'mechanisms'),
  /** Notes beside their passages, or one after the other. */
  notesAligned: v.fallback(v.boolean(), true),
  /** How documents that came as pages are shown, how large the pages are, and whether their colours follow the theme. */
  pageForm: v.fallback(v.picklist(pageForms), 'pages'),
  /** The form that was chosen for a document itself, the last choice first; others are shown as `pageForm` says. */
  ownPageForms: v.fallback(
    v.pipe(
      v.array(v.object({ document: documentIdSchema, form: v.picklist(pageForms) })),
      v.maxLength(MOST_PAGE_FORMS),
    ),
    [],
  ),
  pageZoom: v.fallback(pageZoomSchema, 'width'),
  pageColours: v.fallback(v.picklist(pageColours), 'theme'),
  /** How the library is listed, by what it is sorted, and which way. */
  libraryForm: v.fallback(v.picklist(libraryForms), 'list'),
  libraryOrder: v.fallback(v.picklist(documentOrders), 'added'),
  libraryAscending: v.fallback(v.boolean(), false),
  /** Id of the article that was open last. */
  lastDocument: v.fallback(v.nullable(v.string()), null),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = v.parse(settingsSchema, {
  theme: undefined,
  font: undefined,
  fontSize: undefined,
  lineHeight: undefined,
  lineWidth: undefined,
  navigationOpen: undefined,
  sidebarOpen: undefined,
  navigationWidth: undefined,
  sidebarWidth: undefined,
  navigationTab: undefined,
  sidebarTab: undefined,
  notesAligned: undefined,
  pageForm: undefined,
  ownPageForms: undefined,
  pageZoom: undefined,
  pageColours: undefined,
  libraryForm: undefined,
  libraryOrder: undefined,
  libraryAscending: undefined,
  lastDocument: undefined,
})
