import { emptyElements } from './canonical-markup.ts'

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g

/**
 * The top-level elements of canonical content, each with the line feed after it; joined they are the content. What is not
 * canonical comes as one piece.
 */
export const topLevelElements = (html: string): readonly string[] => {
  const elements: string[] = []
  let [start, depth] = [0, 0]
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = ''] = match
    if (slash === '/') depth -= 1
    else if (!emptyElements.has(name)) depth += 1
    const end = match.index + whole.length
    if (depth > 0 || html[end] !== '\n') continue
    elements.push(html.slice(start, end + 1))
    start = end + 1
  }
  return start < html.length ? [...elements, html.slice(start)] : elements
}
