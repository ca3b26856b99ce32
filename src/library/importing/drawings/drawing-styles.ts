import { areDeclarations, isStyleSheet } from '#core/article/drawing-vocabulary.ts'

/** One without an end goes on to the end of the text. */
const comments = /\/\*[^]*?(?:\*\/|$)/g

/** Fallbacks within fallbacks that are looked for. */
const MOST_FALLBACKS = 20

/** Variables are the page's, and not there: what is said instead of one (`var(--line, #333)`) is what counts. */
const withoutVariables = (value: string): string => {
  let settled = value
  for (let round = 0; round < MOST_FALLBACKS && /var\(/i.test(settled); round += 1)
    settled = settled.replace(/\bvar\(\s*--[\w-]+\s*,((?:[^()]|\([^()]*\)){0,1000})\)/gi, (_, instead: string) =>
      instead.trim(),
    )
  return settled
}

/** A value with the names of places in the drawing made its own; quotes are all of one kind. */
export const settledValue = (value: string, idOf: (id: string) => string | null): string =>
  withoutVariables(value)
    .replaceAll('"', "'")
    .replace(/\s+/g, ' ')
    .replace(/url\( ?'?#([^()']{0,200})'? ?\)( [^\s;!]+)?/gi, (_, id: string, instead: string | undefined) => {
      const own = idOf(id.trim())
      // What refers to nothing draws nothing, or what the source says instead.
      return own === null ? (instead?.trim() ?? 'none') : `url(#${own})${instead ?? ''}`
    })
    .trim()

const isColour = (property: string): boolean => /^(?:fill|stroke|stop-color|color)$/.test(property)

/** Calls `miss` when a colour of the source could not be kept: what it is said of becomes black. */
export const missColour = (property: string, value: string, miss: () => void): void => {
  if (isColour(property) && value !== '') miss()
}

/** Of declarations those that a drawing may have. */
export const keptDeclarations = (written: string, idOf: (id: string) => string | null, miss: () => void): string =>
  written
    .replace(comments, ' ')
    .split(';')
    .flatMap(declaration => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
      const value = settledValue(declaration.slice(colon + 1), idOf)
      const kept = `${name}:${value}`
      if (areDeclarations(kept)) return [kept]
      missColour(name, value, miss)
      return []
    })
    .join(';')

/** Where the block ends that begins at `open`, or the text does. */
const endOfBlock = (css: string, open: number): number => {
  let depth = 0
  for (let place = open; place < css.length; place += 1) {
    if (css[place] === '{') depth += 1
    else if (css[place] === '}' && (depth -= 1) === 0) return place
  }
  return css.length
}

export interface RuleNames {
  /** The id in the drawing of what has one in the source; null when it is not there. */
  readonly idOf: (id: string) => string | null
  /** The same for what a rule may refer to. */
  readonly referTo: (id: string) => string | null
  /** Called when a colour could not be kept. */
  readonly miss: () => void
}

/** Of a style sheet the rules that a drawing may have: no at-rules, which load or depend on what is around it. */
export const keptRules = (written: string, { idOf, referTo, miss }: RuleNames): string => {
  const css = written.replace(comments, ' ').replace(/<!--|-->/g, ' ')
  const kept: string[] = []
  for (let place = 0; place < css.length;) {
    const open = css.indexOf('{', place)
    if (open === -1) break
    const end = endOfBlock(css, open)
    // What ends before it are rules without a block, such as imports.
    const before = css.slice(place, open)
    const selectors = before
      .slice(before.lastIndexOf(';') + 1)
      .split(',')
      .map(selector =>
        selector
          .replace(/#([\w.:-]+)/g, (_, id: string) => `#${idOf(id) ?? 'none'}`)
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(selector => selector !== '')
    const rule = `${selectors.join(',')}{${keptDeclarations(css.slice(open + 1, end), referTo, miss)}}`
    if (selectors.length > 0 && isStyleSheet(rule)) kept.push(rule)
    place = end + 1
  }
  return kept.join('')
}
