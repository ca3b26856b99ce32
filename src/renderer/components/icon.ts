import { html, noChange } from 'lit'
import type { TemplateResult } from 'lit'
import { Directive, directive } from 'lit/directive.js'
import type { ChildPart } from 'lit/directive.js'
import type { IconNode } from 'lucide'

const SVG = 'http://www.w3.org/2000/svg'

const drawings = new WeakMap<IconNode, DocumentFragment>()

/** An icon's shapes as elements, made once and copied for each place. */
function drawingOf(node: IconNode): Node {
  let drawing = drawings.get(node)
  if (drawing === undefined) {
    drawing = document.createDocumentFragment()
    for (const [tag, values] of node) {
      const shape = document.createElementNS(SVG, tag)
      for (const [name, value] of Object.entries(values)) shape.setAttribute(name, String(value))
      drawing.append(shape)
    }
    drawings.set(node, drawing)
  }
  return drawing.cloneNode(true)
}

/** Puts an icon's shapes in its place, and leaves them there while the icon stays the same. */
class Drawing extends Directive {
  #shown: IconNode | null = null

  render(node: IconNode): Node {
    return drawingOf(node)
  }

  override update(_part: ChildPart, [node]: [IconNode]): unknown {
    if (node === this.#shown) return noChange
    this.#shown = node
    return this.render(node)
  }
}

const drawing = directive(Drawing)

/**
 * A lucide icon, sized in CSS pixels, in the colour of the text around it. It says nothing to assistive technology:
 * the control that holds it has a name of its own.
 */
export const icon = (node: IconNode, size = 18): TemplateResult =>
  html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${drawing(node)}
  </svg>`
