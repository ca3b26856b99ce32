import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsBelow, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { readReference } from './jats-references.ts'

const quoted = (value: string): string => escapeText(value).replaceAll('"', '&quot;')

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
const named: Readonly<Record<string, string>> = {
  abstract: 'Abstract',
  'trans-abstract': 'Abstract',
  ack: 'Acknowledgements',
  app: 'Appendix',
  'fn-group': 'Notes',
}

/** The part of a formula in TeX that is the formula: files of PubMed Central wrap each in a document of its own. */
const texOf = (written: string): string =>
  (/\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(written)?.[1] ?? written)
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\\[|\\\]$/g, '')
    .trim()

/** Turns the content of a JATS article into plain HTML, element by element; the rest is the page reader's. */
export class JatsMarkup {
  /** How often something was left out, by its name. */
  readonly missed = new Map<string, number>()

  miss(what: string): void {
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
    const simple = inline[name]
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
        return this.paragraph(element, level)
      case 'break':
        return '<br>'
      case 'list':
        return this.list(element, level)
      case 'def-list':
        return this.definitions(element, level)
      case 'xref':
        return this.link(`#${element.attributes.get('rid')?.split(/\s+/)[0] ?? ''}`, element, level)
      case 'ext-link':
      case 'uri':
      case 'self-uri':
        return this.link(element.attributes.get('href') ?? textOf(element), element, level)
      case 'email':
        return this.link(
          `mailto:${element.attributes.get('href')?.replace(/^mailto:/, '') ?? textOf(element)}`,
          element,
          level,
        )
      case 'fig':
        return this.figure(element, level)
      case 'table-wrap':
        return this.table(element, level)
      case 'inline-formula':
      case 'disp-formula':
        return this.formula(element)
      case 'disp-quote':
        return `<blockquote>${this.children(element, level)}</blockquote>`
      case 'boxed-text':
        return `<aside${this.id(element)}>${this.children(element, level)}</aside>`
      case 'preformat':
        return `<pre>\n${escapeText(textOf(element))}</pre>`
      case 'verse-group':
        return `<p>${childrenOf(element, 'verse-line')
          .map(line => this.children(line, level))
          .join('<br>')}</p>`
      case 'fn':
        return `<div${this.id(element)}>${this.children(element, level)}</div>`
      case 'ref-list':
        return this.references(element, level)
      case 'supplementary-material':
        return this.supplement(element, level)
      case 'graphic':
      case 'inline-graphic':
        this.miss('images')
        return ''
      case 'media':
        this.miss('media')
        return this.children(element, level, ['object-id'])
      case 'alternatives':
        return this.alternative(element, level)
      case 'math':
        return escapeText(textOf(element, new Set(['annotation', 'annotation-xml'])))
      case 'tex-math':
        return `<code>${escapeText(texOf(textOf(element)))}</code>`
      default:
        return blocks.has(name)
          ? `<div${this.id(element)}>${this.children(element, level)}</div>`
          : this.children(element, level)
    }
  }

  private id({ attributes }: XmlElement): string {
    const id = attributes.get('id')
    return id === undefined ? '' : ` id="${quoted(id)}"`
  }

  private heading(text: string, level: number): string {
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
    const tag = `<section${this.id(element)}${language === undefined ? '' : ` lang="${quoted(language)}"`}>`
    const heading = this.heading(words || (named[element.name] ?? ''), level)
    return `${tag}${heading}${this.children(element, level + 1, ['label', 'title'])}</section>`
  }

  private paragraph(element: XmlElement, level: number): string {
    const tag = elementsIn(element).some(({ name }) => blocks.has(name)) ? 'div' : 'p'
    return `<${tag}${this.id(element)}>${this.children(element, level)}</${tag}>`
  }

  private list(element: XmlElement, level: number): string {
    const kind = element.attributes.get('list-type') ?? ''
    const tag = /^(?:order|arabic|alpha|roman)/.test(kind) ? 'ol' : 'ul'
    const items = childrenOf(element, 'list-item').map(item => {
      // A label that the list's kind does not say.
      const label = childOf(item, 'label')
      const own =
        tag === 'ul' && label !== undefined && /[\p{L}\p{N}]/u.test(textOf(label))
          ? `${this.children(label, level)} `
          : ''
      return `<li${this.id(item)}>${own}${this.children(item, level, ['label'])}</li>`
    })
    const title = childOf(element, 'title')
    return `${title === undefined ? '' : this.element(title, level)}<${tag}>${items.join('')}</${tag}>`
  }

  private definitions(element: XmlElement, level: number): string {
    const title = childOf(element, 'title')
    const items = childrenOf(element, 'def-item').map(
      item =>
        `<dt>${this.children(childOf(item, 'term'), level)}</dt>${childrenOf(item, 'def')
          .map(def => `<dd>${this.children(def, level)}</dd>`)
          .join('')}`,
    )
    return `${title === undefined ? '' : this.element(title, level)}<dl>${items.join('')}</dl>`
  }

  private link(target: string, element: XmlElement, level: number): string {
    return `<a href="${quoted(target.trim())}">${this.children(element, level)}</a>`
  }

  /** Label and words below or over a figure or table. */
  private caption(element: XmlElement, level: number): string {
    const caption = childOf(element, 'caption')
    const strong = [childOf(element, 'label'), childOf(caption, 'title')]
      .map(part => this.children(part, level).trim())
      .filter(part => part !== '')
      .map(part => (/[.:?!]$/.test(part) ? part : `${part}.`))
      .join(' ')
    const rest = this.children(caption, level, ['title'])
    return `${strong === '' ? '' : `<strong>${strong}</strong> `}${rest}`
  }

  private figure(element: XmlElement, level: number): string {
    if (elementsBelow(element, 'graphic').length > 0) this.miss('images')
    const rest = this.children(element, level, ['label', 'caption', 'graphic', 'alternatives', 'attrib'])
    return `<figure${this.id(element)}>${rest}<figcaption>${this.caption(element, level)} ${this.children(childOf(element, 'attrib'), level)}</figcaption></figure>`
  }

  private table(element: XmlElement, level: number): string {
    const tables = [
      ...childrenOf(element, 'table'),
      ...childrenOf(element, 'alternatives').flatMap(one => childrenOf(one, 'table')),
    ]
    const caption = this.caption(element, level)
    const foot = childrenOf(element, 'table-wrap-foot')
      .map(one => `<div>${this.children(one, level)}</div>`)
      .join('')
    if (tables.length === 0) {
      if (elementsBelow(element, 'graphic').length > 0) this.miss('images')
      return `<figure${this.id(element)}><figcaption>${caption}</figcaption></figure>${foot}`
    }
    const drawn = tables.map(
      (table, at) =>
        `<table${at === 0 ? this.id(element) : ''}>${at === 0 ? `<caption>${caption}</caption>` : ''}${this.rows(table, level)}</table>`,
    )
    return `${drawn.join('')}${foot}`
  }

  /** The parts of a table, which are those of HTML. */
  private rows(element: XmlElement, level: number): string {
    return elementsIn(element)
      .map(child => {
        if (!['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].includes(child.name)) return ''
        const spans = ['colspan', 'rowspan', 'scope'].flatMap(name => {
          const value = child.attributes.get(name)
          return value === undefined ? [] : [` ${name}="${quoted(value)}"`]
        })
        const inside =
          child.name === 'td' || child.name === 'th' ? this.children(child, level) : this.rows(child, level)
        return `<${child.name}${spans.join('')}>${inside}</${child.name}>`
      })
      .join('')
  }

  private formula(element: XmlElement): string {
    const label = textOf(childOf(element, 'label')).trim()
    const tex = elementsBelow(element, 'tex-math')[0]
    const math = elementsBelow(element, 'math')[0]
    const written =
      tex !== undefined
        ? this.element(tex, 2)
        : math !== undefined
          ? this.element(math, 2)
          : this.children(element, 2, ['label'])
    if (written.trim() === '') return ''
    if (element.name === 'inline-formula') return written
    return `<p${this.id(element)}>${written}${label === '' ? '' : ` ${escapeText(label)}`}</p>`
  }

  /** Of several forms of the same thing the first that can be shown. */
  private alternative(element: XmlElement, level: number): string {
    const forms = elementsIn(element)
    const best = ['table', 'tex-math', 'math', 'textual-form'].flatMap(name =>
      forms.filter(form => form.name === name),
    )[0]
    if (best?.name === 'table') return `<table>${this.rows(best, level)}</table>`
    return best === undefined
      ? forms
          .slice(0, 1)
          .map(form => this.element(form, level))
          .join('')
      : this.element(best, level)
  }

  private references(element: XmlElement, level: number): string {
    const title = childOf(element, 'title')
    const items = childrenOf(element, 'ref').map(ref => {
      const { text, identifiers } = readReference(ref)
      const links = identifiers.map(({ label, address }) => ` <a href="${quoted(address)}">${escapeText(label)}</a>`)
      return `<li${this.id(ref)}>${escapeText(text)}${links.join('')}</li>`
    })
    const rest = this.children(element, level + 1, ['title', 'label', 'ref'])
    return `<section>${this.heading(this.children(title, level) || 'References', level)}<ol>${items.join('')}</ol>${rest}</section>`
  }

  private supplement(element: XmlElement, level: number): string {
    const name =
      element.attributes.get('href') ??
      childrenOf(element, 'media').map(({ attributes }) => attributes.get('href'))[0] ??
      ''
    const words = `${this.caption(element, level)}${this.children(element, level, ['label', 'caption', 'media', 'graphic'])}`
    return `<div${this.id(element)}>${words.trim() === '' ? escapeText(name) : words}</div>`
  }
}
