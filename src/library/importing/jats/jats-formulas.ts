import { escapeText } from '../canonical-markup.ts'
import { childOf, elementsBelow, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { pictureOfForms } from './jats-figures.ts'
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

const holds = (element: XmlElement, name: string): boolean => elementsBelow(element, name).length > 0

/** Pictures of formulas, and what says a formula for machines only where the formula itself is there. */
const PICTURES: ReadonlySet<string> = new Set(['graphic', 'inline-graphic', 'media'])

/** All that a formula consists of, in its order; of what is given in several forms the best: one that is set by the window, a picture, or characters. */
const formsOf = (element: XmlElement, display: boolean, writer: MarkupWriter): string => {
  const hasMath = holds(element, 'math')
  const hasTex = holds(element, 'tex-math')
  return element.children
    .map(child => {
      if (typeof child === 'string') return escapeText(child)
      if (child.name === 'label') return ''
      if (child.name === 'math') return mathMarkup(child)
      if (child.name === 'tex-math') return hasMath ? '' : texMarkup(child, display)
      if (PICTURES.has(child.name) && (hasMath || hasTex)) return ''
      if (child.name !== 'alternatives') return writer.element(child, 2)
      const [math] = elementsBelow(child, 'math')
      const [tex] = elementsBelow(child, 'tex-math')
      if (math !== undefined) return mathMarkup(math)
      return tex === undefined ? pictureOfForms(child) || writer.children(child, 2) : texMarkup(tex, display)
    })
    .join('')
}

/** A formula in a line, or on a line of its own with its number. */
export const formulaMarkup = (element: XmlElement, writer: MarkupWriter): string => {
  const display = element.name !== 'inline-formula'
  const form = formsOf(element, display, writer)
  if (form.trim() === '' || !display) return form
  const label = textOf(childOf(element, 'label')).trim()
  return `<p${idOf(element)}>${form}${label === '' ? '' : ` ${escapeText(label)}`}</p>`
}
