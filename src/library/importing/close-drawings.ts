import { tagsOf } from './html-tags.ts'

/** Elements that end a drawing or a formula which was never closed (HTML standard, 13.2.6.5, “any start tag whose tag name is one of”). */
const ending: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ' +
    'ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
)

const foreign: ReadonlySet<string> = new Set(['svg', 'math'])

/** Elements of drawings and formulas that may hold those of pages. */
const holding: ReadonlySet<string> = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '))

/**
 * Closes drawings and formulas where browsers do: a paragraph is no part of one that was never closed. The parser goes by the tags alone and would
 * take the rest of the page for a part of it.
 */
export const closeDrawings = (html: string): string => {
  if (!/<(?:svg|math)[\s/>]/i.test(html)) return html
  const open: string[] = []
  /** How many of a name are open, so that none is looked for in vain. */
  const opened = new Map<string, number>()
  const push = (name: string): void => {
    open.push(name)
    opened.set(name, (opened.get(name) ?? 0) + 1)
  }
  const pop = (): string | undefined => {
    const name = open.pop()
    if (name !== undefined) opened.set(name, (opened.get(name) ?? 0) - 1)
    return name
  }
  const parts: string[] = []
  let kept = 0
  for (const { start, name, isEnd } of tagsOf(html)) {
    const within = open.at(-1)
    if (isEnd) {
      // What was opened within it ends with it.
      if ((opened.get(name) ?? 0) > 0) while (pop() !== name);
    } else if (foreign.has(name) || (within !== undefined && holding.has(name))) push(name)
    else if (ending.has(name)) {
      let closed = ''
      for (let last = open.at(-1); last !== undefined && foreign.has(last); last = open.at(-1)) closed += `</${pop()}>`
      if (closed === '') continue
      parts.push(html.slice(kept, start), closed)
      kept = start
    }
  }
  return parts.join('') + html.slice(kept)
}
