/** Readers of values of unknown shape, as JSON from elsewhere has them. What is not of the kind that is asked for counts as absent. */

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** A list as it is, nothing as none, and anything else as a list of itself: JSON-LD writes lists of one without brackets. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value]

/** Controls that no text has; tabs and line feeds stay. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text with line feeds alone at the ends of its lines, and without controls. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, '')

/** Text, or a number as text; empty when it is neither. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return cleanText(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

/** Text on one line without blanks around it; undefined when nothing is left. */
export const lineOf = (value: unknown): string | undefined => {
  const line = textOf(value).replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}

export const linesOf = (value: unknown): string[] => listOf(value).flatMap(one => lineOf(one) ?? [])

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A whole number that may count characters. */
export const offsetOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
