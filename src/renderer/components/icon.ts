import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { unsafeSVG } from 'lit/directives/unsafe-svg.js'
import type { IconNode } from 'lucide'

const drawings = new WeakMap<IconNode, string>()

const attributes = (values: IconNode[number][1]): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${String(value)}"`)
    .join(' ')

/** The drawing as markup. Only lucide's own constant tables come here, never anything from an article. */
function drawing(node: IconNode): string {
  let markup = drawings.get(node)
  if (markup === undefined) {
    markup = node.map(([tag, values]) => `<${tag} ${attributes(values)}/>`).join('')
    drawings.set(node, markup)
  }
  return markup
}

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
    ${unsafeSVG(drawing(node))}
  </svg>`
