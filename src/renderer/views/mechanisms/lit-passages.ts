import { noChange } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import type { ElementPart } from 'lit/directive.js'
import type { Span } from '#core/text/span.ts'
import { litSpans } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { closeDrawer } from '../../state/panels.ts'

/** Who lights what at the moment, innermost last: leaving an effect's row lights its card's passage again. */
let lights: readonly { readonly owner: object; readonly spans: readonly Span[] }[] = []

const show = (): void => {
  litSpans.value = lights.at(-1)?.spans ?? []
}

/** Tints the spans in the article for as long as `owner` is pointed at. */
export function light(owner: object, spans: readonly Span[]): void {
  lights = [...lights.filter(lit => lit.owner !== owner), { owner, spans }]
  show()
}

/** Ends what `owner` lit; nothing happens when it lit nothing. */
export function unlight(owner: object): void {
  if (!lights.some(lit => lit.owner === owner)) return
  lights = lights.filter(lit => lit.owner !== owner)
  show()
}

/** Goes to a passage that the reader chose in a sidebar; where the sidebar is a drawer over the article, it makes way. */
export function followPassage(span: Span): void {
  closeDrawer()
  goToPassage(span)
}

/**
 * On an element: pointing at it or focusing it tints the spans in the article, a click or Enter goes to the first of them.
 * Clicks stop there, so that a card does not take those on the parts that lead elsewhere.
 */
class LeadsTo extends AsyncDirective {
  #element: Element | null = null
  #spans: readonly Span[] = []

  render(_spans: readonly Span[]): unknown {
    return noChange
  }

  override update(part: ElementPart, [spans]: [readonly Span[]]): unknown {
    this.#spans = spans
    if (this.#element === null) {
      this.#element = part.element
      this.#listen(part.element)
    }
    return noChange
  }

  #listen(element: Element): void {
    const point = (): void => light(element, this.#spans)
    const leave = (): void => unlight(element)
    element.addEventListener('pointerenter', point)
    element.addEventListener('focus', point)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('blur', leave)
    element.addEventListener('click', event => {
      event.stopPropagation()
      const [first] = this.#spans
      if (first !== undefined) followPassage(first)
    })
  }

  protected override disconnected(): void {
    if (this.#element !== null) unlight(this.#element)
  }
}

export const leadsTo = directive(LeadsTo)
