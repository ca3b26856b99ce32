import type { Choice } from '#core/annotation/unite-records.ts'

const LONGEST_TEXT = 60

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1).trimEnd()}…` : line
}

/** The words of a value that a reader would know it by, the longest first; there may be none. */
const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : []
}

/** A value as a message names it. */
const nameOf = (value: unknown): string => {
  if (typeof value === 'string') return `“${shortened(value)}”`
  if (typeof value !== 'object' || value === null) return 'nothing'
  const fields = new Map(Object.entries(value))
  const quote = wordsOf(fields.get('selectors') ?? fields.get('content') ?? fields.get('decision') ?? value)[0]
  return quote === undefined ? 'another one' : `“${shortened(quote)}”`
}

/**
 * What was chosen between two copies of a record, a line a field. `name` says which record: `the mark on “…”`.
 */
export const describeChoices = (name: string, choices: readonly Choice[]): string[] =>
  choices.map(({ title, chosen, others }) => {
    const said = others.map(nameOf).join(' and ')
    return `Two copies of ${name} had another ${title} each. ${nameOf(chosen)} counts now instead of ${said}; change it if that is wrong.`
  })
