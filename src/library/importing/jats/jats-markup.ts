import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { figureMarkup, graphicMarkup, rowsMarkup, supplementMarkup, tableMarkup } from './jats-figures.ts'
import { formulaMarkup, mathMarkup, texMarkup } from './jats-formulas.ts'
import { readReference } from './jats-references.ts'
import { idOf, quoted } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** Inline elements, by the HTML element each becomes. */
const inline: Readonly<Record<string, string>> = {
  italic: 'em',
  bold: 'strong',
  sub: 'sub',
  sup: 'sup',
  monospace: 'code',
  'named-content': 'span',
  abbrev: 'abbr',
  code: 'code',
}

/** Blocks that may stand inside a paragraph in JATS, and not in HTML. */
const blocks: ReadonlySet<string> = new Set([
  'p',
  'list',
  'def-list',
  'fig',
  'fig-group',
  'table-wrap',
  'table-wrap-group',
  'disp-formula',
  'disp-formula-group',
  'disp-quote',
  'boxed-text',
  'verse-group',
  'preformat',
  'statement',
  'speech',
  'supplementary-material',
  'media',
  'graphic',
  'ref-list',
])

/** Code stands among words, or is lines by themselves; JATS has one element for both. */
const isLines = (element: XmlElement): boolean => element.name === 'code' && textOf(element).trim().includes('\n')

/** What says something to machines only, is read elsewhere, or cannot be shown. */
const dropped: ReadonlySet<string> = new Set([
  'object-id',
  'index-term',
  'target',
  'alt-text',
  'long-desc',
  'permissions',
  'sec-meta',
  'processing-meta',
])

/** What parts are called that have a name in JATS, where the file gives them no title. */
const named: ReadonlyMap<string, string> = new Map([
  ['abstract', 'Abstract'],
  ['trans-abstract', 'Abstract'],
  ['ack', 'Acknowledgements'],
  ['app', 'Appendix'],
  ['fn-group', 'Notes'],
])

/** What sections of a kind are called (JATS, suggested values of `sec-type`), where the file gives them no title. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['intro', 'Introduction'],
  ['introduction', 'Introduction'],
  ['background', 'Background'],
  ['objective', 'Objective'],
  ['objectives', 'Objectives'],
  ['aim', 'Aim'],
  ['cases', 'Cases'],
  ['materials', 'Materials'],
  ['methods', 'Methods'],
  ['materials|methods', 'Materials and methods'],
  ['subjects', 'Subjects'],
  ['results', 'Results'],
  ['discussion', 'Discussion'],
  ['conclusion', 'Conclusion'],
  ['conclusions', 'Conclusions'],
  ['results|discussion', 'Results and discussion'],
  ['discussion|conclusions', 'Discussion and conclusions'],
  ['limitations', 'Limitations'],
  ['supplementary-material', 'Supplementary material'],
  ['data-availability', 'Data availability'],
  ['coi-statement', 'Conflict of interest'],
  ['ethics-statement', 'Ethics statement'],
  ['funding-information', 'Funding'],
  ['financial-disclosure', 'Funding'],
])

/** What a part is called that has no title, by its element or by what it says of its kind. */
const nameOfPart = ({ name, attributes }: XmlElement): string =>
  named.get(name) ??
  kinds.get((attributes.get('sec-type') ?? attributes.get('notes-type') ?? '').trim().toLowerCase()) ??
  ''

/** Turns the content of a JATS article into plain HTML, element by element; the rest is the page reader's. */
export class JatsMarkup implements MarkupWriter {
  /** How often something was left out, by its name. */
  readonly missed = new Map<string, number>()

  #miss(what: string): void {
    this.missed.set(what, (this.missed.get(what) ?? 0) + 1)
  }

  /** @param level rank of a section's heading */
  children(element: XmlElement | undefined, level: number, without: readonly string[] = []): string {
    return (element?.children ?? [])
      .map(child => {
        if (typeof child === 'string') return escapeText(child)
        return without.includes(child.name) ? '' : this.element(child, level)
      })
      .join('')
  }

  element(element: XmlElement, level: number): string {
    const { name } = element
    if (dropped.has(name)) return ''
    const simple = isLines(element) ? undefined : inline[name]
    if (simple !== undefined) return `<${simple}>${this.children(element, level)}</${simple}>`
    switch (name) {
      case 'sec':
      case 'ack':
      case 'app':
      case 'notes':
      case 'fn-group':
      case 'glossary':
      case 'abstract':
      case 'trans-abstract':
      case 'bio':
        return this.section(element, level)
      case 'app-group':
      case 'fig-group':
      case 'table-wrap-group':
      case 'disp-formula-group':
      case 'floats-group':
        return this.children(element, level, ['title'])
      case 'title':
      case 'label':
        return `<p><strong>${this.children(element, level)}</strong></p>`
      case 'p':
        return this.#paragraph(element, level)
      case 'break':
        return '<br>'
      case 'list':
        return this.#list(element, level)
      case 'def-list':
        return this.#definitions(element, level)
      case 'xref':
        return this.#link(`#${element.attributes.get('rid')?.split(/\s+/)[0] ?? ''}`, element, level)
      case 'ext-link':
      case 'uri':
      case 'self-uri':
        return this.#link(element.attributes.get('href') ?? textOf(element), element, level)
      case 'email':
        return this.#link(
          `mailto:${element.attributes.get('href')?.replace(/^mailto:/, '') ?? textOf(element)}`,
          element,
          level,
        )
      case 'fig':
        return figureMarkup(element, level, this)
      case 'table-wrap':
        return tableMarkup(element, level, this)
      case 'inline-formula':
      case 'disp-formula':
        return formulaMarkup(element, this)
      case 'disp-quote':
        return `<blockquote>${this.children(element, level)}</blockquote>`
      case 'boxed-text':
        return `<aside${idOf(element)}>${this.children(element, level)}</aside>`
      case 'preformat':
      case 'code':
        return `<pre>\n${escapeText(textOf(element))}</pre>`
      case 'verse-group':
        return `<p>${childrenOf(element, 'verse-line')
          .map(line => this.children(line, level))
          .join('<br>')}</p>`
      case 'fn':
        return `<div${idOf(element)}>${this.children(element, level)}</div>`
      case 'ref-list':
        return this.#references(element, level)
      case 'supplementary-material':
        return supplementMarkup(element, level, this)
      case 'graphic':
      case 'inline-graphic':
        return graphicMarkup(element)
      case 'media':
        this.#miss('media')
        return this.children(element, level, ['object-id'])
      case 'alternatives':
        return this.#alternative(element, level)
      case 'math':
        return mathMarkup(element)
      case 'tex-math':
        return texMarkup(element, false)
      default:
        return blocks.has(name)
          ? `<div${idOf(element)}>${this.children(element, level)}</div>`
          : this.children(element, level)
    }
  }

  #heading(text: string, level: number): string {
    return text.trim() === '' ? '' : `<h${Math.min(level, 6)}>${text}</h${Math.min(level, 6)}>`
  }

  /** A part with its title over it; parts that JATS knows by name have one even where the file says none. */
  section(element: XmlElement, level: number): string {
    const label = childOf(element, 'label')
    const title = childOf(element, 'title')
    const words = [this.children(label, level), this.children(title, level)]
      .filter(part => part.trim() !== '')
      .join(' ')
    const language = element.attributes.get('lang')
    const tag = `<section${idOf(element)}${language === undefined ? '' : ` lang="${quoted(language)}"`}>`
    const heading = this.#heading(words || nameOfPart(element), level)
    return `${tag}${heading}${this.children(element, level + 1, ['label', 'title'])}</section>`
  }

  #paragraph(element: XmlElement, level: number): string {
    const tag = elementsIn(element).some(child => blocks.has(child.name) || isLines(child)) ? 'div' : 'p'
    return `<${tag}${idOf(element)}>${this.children(element, level)}</${tag}>`
  }

  #list(element: XmlElement, level: number): string {
    const kind = element.attributes.get('list-type') ?? ''
    const tag = /^(?:order|arabic|alpha|roman)/.test(kind) ? 'ol' : 'ul'
    const items = childrenOf(element, 'list-item').map(item => {
      // A label that the list's kind does not say.
      const label = childOf(item, 'label')
      const own =
        tag === 'ul' && label !== undefined && /[\p{L}\p{N}]/u.test(textOf(label))
          ? `${this.children(label, level)} `
          : ''
      return `<li${idOf(item)}>${own}${this.children(item, level, ['label'])}</li>`
    })
    const title = childOf(element, 'title')
    return `${title === undefined ? '' : this.element(title, level)}<${tag}>${items.join('')}</${tag}>`
  }

  #definitions(element: XmlElement, level: number): string {
    const title = childOf(element, 'title')
    const items = childrenOf(element, 'def-item').map(
      item =>
        `<dt>${this.children(childOf(item, 'term'), level)}</dt>${childrenOf(item, 'def')
          .map(def => `<dd>${this.children(def, level)}</dd>`)
          .join('')}`,
    )
    return `${title === undefined ? '' : this.element(title, level)}<dl>${items.join('')}</dl>`
  }

  #link(target: string, element: XmlElement, level: number): string {
    return `<a href="${quoted(target.trim())}">${this.children(element, level)}</a>`
  }

  /** Of several forms of the same thing the first that can be shown. */
  #alternative(element: XmlElement, level: number): string {
    const forms = elementsIn(element)
    const best = ['table', 'math', 'tex-math', 'textual-form', 'inline-graphic', 'graphic'].flatMap(name =>
      forms.filter(form => form.name === name),
    )[0]
    if (best?.name === 'table') return `<table>${rowsMarkup(best, level, this)}</table>`
    return best === undefined
      ? forms
          .slice(0, 1)
          .map(form => this.element(form, level))
          .join('')
      : this.element(best, level)
  }

  #references(element: XmlElement, level: number): string {
    const title = childOf(element, 'title')
    const items = childrenOf(element, 'ref').map(ref => {
      const { text, identifiers } = readReference(ref)
      const links = identifiers.map(({ label, address }) => ` <a href="${quoted(address)}">${escapeText(label)}</a>`)
      return `<li${idOf(ref)}>${escapeText(text)}${links.join('')}</li>`
    })
    const rest = this.children(element, level + 1, ['title', 'label', 'ref'])
    return `<section>${this.#heading(this.children(title, level) || 'References', level)}<ol>${items.join('')}</ol>${rest}</section>`
  }
}
