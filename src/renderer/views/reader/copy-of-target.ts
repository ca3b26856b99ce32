/** What is shown whole when a link leads to a part of it. */
const wholes = 'figure, table, li, aside, dd'

/** The next element in the article's order that holds words, after a heading. */
function afterHeading(heading: Element): Element | null {
  const blocks = [...(heading.closest('#article')?.querySelectorAll('[data-block]') ?? [])]
  const next = blocks[blocks.indexOf(heading) + 1]
  return next === undefined || /^H[1-6]$/.test(next.tagName) ? null : next
}

const nameless = ['id', 'data-block']

function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element
  for (const part of [copy, ...copy.querySelectorAll('[id], [data-block]')])
    for (const name of nameless) part.removeAttribute(name)
  return copy
}

/**
 * A copy of what a link within the article leads to, as much as is looked up at a glance: a reference, a note, a figure or table with its
 * caption, a heading with the paragraph below it. The copy has no ids, so that the article's own stay the only ones.
 */
export function copyOfTarget(target: Element): Element {
  const box = document.createElement('div')
  const whole = target.closest(wholes) ?? target
  const element = whole.closest('#article') === null ? target : whole
  const isItem = element.tagName === 'LI' || element.tagName === 'DD'
  // Without its list an item has no bullet and no number.
  if (isItem) box.append(...copyOf(element).childNodes)
  else box.append(copyOf(element))
  const below = /^H[1-6]$/.test(target.tagName) ? afterHeading(target) : null
  if (below !== null) box.append(copyOf(below))
  return box
}
