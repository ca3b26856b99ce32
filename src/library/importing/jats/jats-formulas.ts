import { escapeText } from '../canonical-markup.ts'
import { childOf, elementsBelow, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { graphicMarkup } from './jats-figures.ts'
import { idOf, quoted } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** A formula in MathML as HTML writes it. */
export const mathMarkup = ({ name, attributes, children }: XmlElement): string => {
  const said = [...attributes].map(([key, value]) => ` ${key}="${quoted(value)}"`).join('')
  const inside = children.map(child => (typeof child === 'string' ? escapeText(child) : mathMarkup(child))).join('')
  return `<${name}${said}>${inside}</${name}>`
}

/** A formula in TeX as pages for MathJax have it. */
export const texMarkup = (element: XmlElement, display: boolean): string => {
  // What ends the element ends nothing in TeX.
  const tex = textOf(element).replaceAll('</', '< /')
  return `<script type="math/tex${display ? '; mode=display' : ''}">${tex}</script>`
}

/** The best of the forms in which a formula is given: one that is set by the window, or else a picture, or its characters. */
const bestForm = (element: XmlElement, display: boolean, writer: MarkupWriter): string => {
  const [math] = elementsBelow(element, 'math')
  if (math !== undefined) return mathMarkup(math)
  const [tex] = elementsBelow(element, 'tex-math')
  if (tex !== undefined) return texMarkup(tex, display)
  const [drawn] = [...elementsBelow(element, 'graphic'), ...elementsBelow(element, 'inline-graphic')]
  return drawn === undefined ? writer.children(element, 2, ['label']) : graphicMarkup(drawn)
}

/** A formula in a line, or on a line of its own with its number. */
export const formulaMarkup = (element: XmlElement, writer: MarkupWriter): string => {
  const display = element.name !== 'inline-formula'
  const form = bestForm(element, display, writer)
  if (form.trim() === '' || !display) return form
  const label = textOf(childOf(element, 'label')).trim()
  return `<p${idOf(element)}>${form}${label === '' ? '' : ` ${escapeText(label)}`}</p>`
}
