import { annotationColors } from '#core/annotation/annotation.ts'
import type { AnnotationColor } from '#core/annotation/annotation.ts'
import type { EdgeMove } from '../rendering/resize-span.ts'

/** What a key can ask for. */
export type KeyCommand =
  | { readonly name: 'highlight'; readonly color: AnnotationColor }
  | { readonly name: 'resize'; readonly move: EdgeMove }
  | {
      readonly name:
        | 'underline'
        | 'note'
        | 'tag'
        | 'delete'
        | 'new-mechanism'
        | 'select-all'
        | 'next-mark'
        | 'previous-mark'
        | 'undo'
        | 'redo'
        | 'find'
        | 'find-next'
        | 'find-previous'
        | 'export'
        | 'print'
        | 'import'
        | 'settings'
        | 'shortcuts'
        | 'caret'
        | 'toggle-navigation'
        | 'toggle-sidebar'
        | 'toggle-across'
        | 'toggle-library'
        | 'search-library'
        | 'toggle-pages'
        | 'go-to-page'
        | 'zoom-in'
        | 'zoom-out'
        | 'zoom-width'
    }

/** The parts of a KeyboardEvent that matter. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Binding {
  /** As the shortcuts dialog shows it. */
  readonly keys: string
  readonly does: string
  readonly group: 'Mark' | 'Move' | 'Find' | 'Window'
  /** False for keys that also work while a text field has the focus. */
  readonly readingOnly: boolean
  readonly matches: (stroke: KeyStroke) => boolean
  readonly command: KeyCommand
}

const control = (stroke: KeyStroke): boolean => (stroke.ctrlKey || stroke.metaKey) && !stroke.altKey
const bare = (stroke: KeyStroke): boolean => !stroke.ctrlKey && !stroke.metaKey && !stroke.altKey

const withControl =
  (key: string, shift = false) =>
  (stroke: KeyStroke): boolean =>
    control(stroke) && stroke.shiftKey === shift && stroke.key.toLowerCase() === key
const alone =
  (...keys: string[]) =>
  (stroke: KeyStroke): boolean =>
    bare(stroke) && !stroke.shiftKey && keys.includes(stroke.key.toLowerCase())
const printed =
  (key: string) =>
  (stroke: KeyStroke): boolean =>
    !stroke.ctrlKey && !stroke.metaKey && stroke.key === key
const withAlt =
  (code: string, shift: boolean) =>
  (stroke: KeyStroke): boolean =>
    stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && stroke.shiftKey === shift && stroke.code === code

/** Every key of the window, in the order in which the shortcuts dialog lists them. */
export const bindings: readonly Binding[] = [
  ...annotationColors.map((color, index): Binding => ({
    keys: String(index + 1),
    does: `Highlight in ${color}`,
    group: 'Mark',
    readingOnly: true,
    matches: stroke =>
      bare(stroke) && !stroke.shiftKey && (stroke.key === String(index + 1) || stroke.code === `Digit${index + 1}`),
    command: { name: 'highlight', color },
  })),
  {
    keys: 'U',
    does: 'Underline',
    group: 'Mark',
    readingOnly: true,
    matches: alone('u'),
    command: { name: 'underline' },
  },
  { keys: 'N', does: 'Write a note', group: 'Mark', readingOnly: true, matches: alone('n'), command: { name: 'note' } },
  { keys: 'T', does: 'Add tags', group: 'Mark', readingOnly: true, matches: alone('t'), command: { name: 'tag' } },
  {
    keys: 'M',
    does: 'New mechanism from the passage',
    group: 'Mark',
    readingOnly: true,
    matches: alone('m'),
    command: { name: 'new-mechanism' },
  },
  {
    keys: 'Delete',
    does: 'Delete the mark',
    group: 'Mark',
    readingOnly: true,
    matches: alone('delete', 'backspace'),
    command: { name: 'delete' },
  },
  {
    keys: 'Ctrl+A',
    does: 'Select the whole article',
    group: 'Mark',
    readingOnly: true,
    matches: withControl('a'),
    command: { name: 'select-all' },
  },
  {
    keys: 'Alt+[',
    does: 'Start of the mark: one word earlier',
    group: 'Mark',
    readingOnly: true,
    matches: withAlt('BracketLeft', false),
    command: { name: 'resize', move: 'start-back' },
  },
  {
    keys: 'Alt+Shift+[',
    does: 'Start of the mark: one word later',
    group: 'Mark',
    readingOnly: true,
    matches: withAlt('BracketLeft', true),
    command: { name: 'resize', move: 'start-forward' },
  },
  {
    keys: 'Alt+]',
    does: 'End of the mark: one word later',
    group: 'Mark',
    readingOnly: true,
    matches: withAlt('BracketRight', false),
    command: { name: 'resize', move: 'end-forward' },
  },
  {
    keys: 'Alt+Shift+]',
    does: 'End of the mark: one word earlier',
    group: 'Mark',
    readingOnly: true,
    matches: withAlt('BracketRight', true),
    command: { name: 'resize', move: 'end-back' },
  },
  {
    keys: 'Ctrl+Z',
    does: 'Undo',
    group: 'Mark',
    readingOnly: true,
    matches: withControl('z'),
    command: { name: 'undo' },
  },
  {
    keys: 'Ctrl+Shift+Z',
    does: 'Redo',
    group: 'Mark',
    readingOnly: true,
    matches: stroke => withControl('z', true)(stroke) || withControl('y')(stroke),
    command: { name: 'redo' },
  },
  {
    keys: ']',
    does: 'Next mark',
    group: 'Move',
    readingOnly: true,
    matches: printed(']'),
    command: { name: 'next-mark' },
  },
  {
    keys: '[',
    does: 'Previous mark',
    group: 'Move',
    readingOnly: true,
    matches: printed('['),
    command: { name: 'previous-mark' },
  },
  {
    keys: 'F7',
    does: 'Read with a caret, to select with the keyboard',
    group: 'Move',
    readingOnly: true,
    matches: alone('f7'),
    command: { name: 'caret' },
  },
  {
    keys: 'P',
    does: 'Show as pages or as text',
    group: 'Move',
    readingOnly: true,
    matches: alone('p'),
    command: { name: 'toggle-pages' },
  },
  {
    keys: 'G',
    does: 'Go to a page',
    group: 'Move',
    readingOnly: true,
    matches: alone('g'),
    command: { name: 'go-to-page' },
  },
  {
    keys: 'Ctrl++',
    does: 'Larger pages',
    group: 'Move',
    readingOnly: false,
    matches: stroke => control(stroke) && (stroke.key === '+' || stroke.key === '='),
    command: { name: 'zoom-in' },
  },
  {
    keys: 'Ctrl+−',
    does: 'Smaller pages',
    group: 'Move',
    readingOnly: false,
    matches: stroke => control(stroke) && stroke.key === '-',
    command: { name: 'zoom-out' },
  },
  {
    keys: 'Ctrl+0',
    does: 'Pages as wide as the view',
    group: 'Move',
    readingOnly: false,
    matches: withControl('0'),
    command: { name: 'zoom-width' },
  },
  {
    keys: 'Ctrl+F',
    does: 'Find in the article',
    group: 'Find',
    readingOnly: false,
    matches: withControl('f'),
    command: { name: 'find' },
  },
  {
    keys: 'Ctrl+Shift+F',
    does: 'Search the library: titles, texts, notes and cards',
    group: 'Find',
    readingOnly: false,
    matches: withControl('f', true),
    command: { name: 'search-library' },
  },
  {
    keys: 'F3',
    does: 'Next hit',
    group: 'Find',
    readingOnly: false,
    matches: stroke => alone('f3')(stroke) || withControl('g')(stroke),
    command: { name: 'find-next' },
  },
  {
    keys: 'Shift+F3',
    does: 'Previous hit',
    group: 'Find',
    readingOnly: false,
    matches: stroke => (bare(stroke) && stroke.shiftKey && stroke.key === 'F3') || withControl('g', true)(stroke),
    command: { name: 'find-previous' },
  },
  {
    keys: 'Ctrl+E',
    does: 'Export as Markdown',
    group: 'Window',
    readingOnly: false,
    matches: withControl('e'),
    command: { name: 'export' },
  },
  {
    keys: 'Ctrl+P',
    does: 'Print the article',
    group: 'Window',
    readingOnly: false,
    matches: withControl('p'),
    command: { name: 'print' },
  },
  {
    keys: 'Ctrl+O',
    does: 'Bring files into the library',
    group: 'Window',
    readingOnly: false,
    matches: withControl('o'),
    command: { name: 'import' },
  },
  {
    keys: 'Ctrl+,',
    does: 'Type and theme',
    group: 'Window',
    readingOnly: false,
    matches: withControl(','),
    command: { name: 'settings' },
  },
  {
    keys: 'Ctrl+L',
    does: 'All articles of the library',
    group: 'Window',
    readingOnly: false,
    matches: withControl('l'),
    command: { name: 'toggle-library' },
  },
  {
    keys: 'F8',
    does: 'Mechanisms of the whole library',
    group: 'Window',
    readingOnly: false,
    matches: alone('f8'),
    command: { name: 'toggle-across' },
  },
  {
    keys: 'F9',
    does: 'Show or hide outline and library',
    group: 'Window',
    readingOnly: false,
    matches: alone('f9'),
    command: { name: 'toggle-navigation' },
  },
  {
    keys: 'F10',
    does: 'Show or hide mechanisms and notes',
    group: 'Window',
    readingOnly: false,
    matches: alone('f10'),
    command: { name: 'toggle-sidebar' },
  },
  {
    keys: '?',
    does: 'These shortcuts',
    group: 'Window',
    readingOnly: true,
    matches: printed('?'),
    command: { name: 'shortcuts' },
  },
]

/** The command of a key; null when it has none, or not in a text field. */
export function commandOf(stroke: KeyStroke, inTextField: boolean): KeyCommand | null {
  const binding = bindings.find(candidate => !(candidate.readingOnly && inTextField) && candidate.matches(stroke))
  return binding?.command ?? null
}
