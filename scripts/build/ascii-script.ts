import { Visitor, parseSync } from 'vite'

const beyondAscii = /[^\0-\x7f]/
const behindBackslash = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/

const unitEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
const pointEscape = (point: string): string => `\\u{${point.codePointAt(0)?.toString(16) ?? ''}}`

/** Places of names beyond ASCII, and whether a template with a tag has such characters: its source is its tag’s own, escapes and all. */
const lookThrough = (
  code: string,
): { readonly names: readonly (readonly [number, number])[]; readonly isTagged: boolean } => {
  const names: (readonly [number, number])[] = []
  let isTagged = false
  const visitor = new Visitor({
    Identifier: ({ name, start, end }) => {
      if (beyondAscii.test(name)) names.push([start, end])
    },
    TaggedTemplateExpression: ({ quasi }) => {
      isTagged ||= quasi.quasis.some(({ value }) => beyondAscii.test(value.raw))
    },
  })
  visitor.visit(parseSync('script.cjs', code).program)
  return { names: names.toSorted(([a], [b]) => a - b), isTagged }
}

/**
 * The same script in ASCII, other characters as escapes, so that it is read byte by byte: taking UTF-8 apart took a tenth of the start of a process. Fails where
 * an escape would not be the same: in a tagged template, or behind a backslash.
 */
export const asciiScript = (code: string, name: string): string => {
  if (!beyondAscii.test(code)) return code
  const { names, isTagged } = lookThrough(code)
  if (isTagged || behindBackslash.test(code))
    throw new Error(
      `${name} has a character beyond ASCII where no escape can stand; look at scripts/build/ascii-script.ts.`,
    )
  const parts: string[] = []
  let place = 0
  const between = (end: number): void => {
    parts.push(code.slice(place, end).replace(/[^\0-\x7f]/g, unitEscape))
    place = end
  }
  for (const [start, end] of names) {
    between(start)
    parts.push(code.slice(start, end).replace(/[^\0-\x7f]/gu, pointEscape))
    place = end
  }
  between(code.length)
  return parts.join('')
}
