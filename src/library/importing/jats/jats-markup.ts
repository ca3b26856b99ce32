import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import {
  figureMarkup,
  graphicMarkup,
  pictureMarkup,
  pictureOfForms,
  rightsMarkup,
  supplementMarkup,
} from './jats-figures.ts'
import { formulaMarkup, mathMarkup, texMarkup } from './jats-formulas.ts'
import { externalAddress } from './jats-links.ts'
import { withLabelInside } from './label-inside.ts'
import { definitionsMarkup, listMarkup, listMarks } from './jats-lists.ts'
import { referenceMarkup } from './jats-references.ts'
import { rowsMarkup, tableMarkup } from './jats-tables.ts'
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
  target: 'span',
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
  'table',
  'array',
  'disp-formula',
  'disp-formula-group',
  'disp-quote',
  'boxed-text',
  'chem-struct-wrap',
  'chem-struct-wrapper',
  'verse-group',
  'preformat',
  'statement',
  'speech',
  'supplementary-material',
  'media',
  'graphic',
  'ref-list',
  'sec',
  'epigraph',
  'sig-block',
  'sig',
  'corresp',
  'question-wrap',
  'question',
  'answer',
  'option',
  'explanation',
  'on-behalf-of',
])

/** Blocks that may begin with a label, a title or a caption, which are one line together. */
const titled: ReadonlySet<string> = new Set([
  'boxed-text',
  'statement',
  'fig-group',
  'table-wrap-group',
  'disp-formula-group',
  'chem-struct-wrap',
  'chem-struct-wrapper',
  'question-wrap',
  'question',
  'answer',
  'option',
  'app-group',
  'media',
])

/** Whether a paragraph holds what may not stand in one of HTML, at whatever depth. A note amid words goes elsewhere, and a table has its own. */
const holdsBlocks = (element: XmlElement): boolean =>
  elementsIn(element).some(
    child =>
      blocks.has(child.name) ||
      isLines(child) ||
      (child.name !== 'fn' && child.name !== 'abbrev' && holdsBlocks(child)),
  )

/** Elements that hold parts of a record, such as a name: where nothing stands between these, they are words by themselves. */
const records: ReadonlySet<string> = new Set([
  'address',
  'aff',
  'name',
  'string-name',
  'institution-wrap',
  'contrib',
  'date',
])

/** Elements that hold running text, in which a note stands where its mark is. */
const running: ReadonlySet<string> = new Set([
  'p',
  'title',
  'subtitle',
  'article-title',
  'td',
  'th',
  'entry',
  'bold',
  'italic',
  'sup',
  'sub',
  'xref',
  'term',
  'label',
  'verse-line',
  'attrib',
  'named-content',
  'styled-content',
])

/** Code stands among words, or is lines by themselves; JATS has one element for both. */
const isLines = (element: XmlElement): boolean => element.name === 'code' && textOf(element).trim().includes('\n')

/** What says something to machines only, is read elsewhere, or cannot be shown. */
const dropped: ReadonlySet<string> = new Set([
  'object-id',
  'index-term',
  'alt-text',
  'long-desc',
  'permissions',
  'sec-meta',
  'processing-meta',
  'glyph-data',
])

/** What parts are called that have a name in JATS, where the file gives them no title. */
const named: ReadonlyMap<string, string> = new Map([
  ['abstract', 'Abstract'],
  ['trans-abstract', 'Abstract'],
  ['ack', 'Acknowledgements'],
  ['app', 'Appendix'],
  ['fn-group', 'Notes'],
  ['glossary', 'Glossary'],
])

/** What abstracts of a kind are called (JATS, suggested values of `abstract-type`), where the file gives them no title. */
const abstracts: ReadonlyMap<string, string> = new Map([
  ['graphical', 'Graphical abstract'],
  ['summary', 'Summary'],
  ['executive-summary', 'Summary'],
  ['plain-language-summary', 'Plain language summary'],
  ['key-points', 'Key points'],
  ['author-highlights', 'Highlights'],
  ['highlights', 'Highlights'],
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
  (name === 'abstract' ? abstracts.get((attributes.get('abstract-type') ?? '').toLowerCase()) : undefined) ??
  named.get(name) ??
  kinds.get((attributes.get('sec-type') ?? attributes.get('notes-type') ?? '').trim().toLowerCase()) ??
  ''

/** Turns the content of a JATS article into plain HTML, element by element; the rest is the page reader's. */
export class JatsMarkup implements MarkupWriter {
  /** How often something was left out, by its name. */
  readonly missed = new Map<string, number>()
  /** Notes that the file has amid the words, and not yet among the others. */
  #notes: XmlElement[] = []
  #noted = 0

  #miss(what: string): void {
    this.missed.set(what, (this.missed.get(what) ?? 0) + 1)
  }

  /** @param level rank of a section's heading */
  children(element: XmlElement | undefined, level: number, without: readonly string[] = []): string {
    if (element === undefined) return ''
    const apart =
      records.has(element.name) && element.children.every(child => typeof child !== 'string' || child.trim() === '')
    return element.children
      .map(child => {
        if (typeof child === 'string') return escapeText(child)
        if (without.includes(child.name)) return ''
        return child.name === 'fn' && running.has(element.name) ? this.#note(child) : this.element(child, level)
      })
      .join(apart ? ' ' : '')
  }

  /** The mark of a note that stands amid words; the note itself comes with the others, at the end. */
  #note(note: XmlElement): string {
    const said = textOf(childOf(note, 'label')).trim() || (note.attributes.get('symbol') ?? '').trim()
    this.#noted = Math.max(this.#noted + 1, /^\d{1,4}$/.test(said) ? Number(said) : 0)
    const mark = said === '' ? `${this.#noted}` : said
    const id = note.attributes.get('id') ?? `note-amid-words-${this.#noted}`
    const label: XmlElement = { name: 'label', attributes: new Map(), children: [mark] }
    const words = note.children.filter(child => typeof child === 'string' || child.name !== 'label')
    this.#notes.push({ ...note, attributes: new Map([...note.attributes, ['id', id]]), children: [label, ...words] })
    return `<sup><a href="#${quoted(id)}">${escapeText(mark)}</a></sup>`
  }

  /** The notes that stood amid the words up to here, as a part of their own. */
  takeNotes(level: number): string {
    let markup = ''
    // A note may have notes.
    for (let notes = this.#notes; notes.length > 0; notes = this.#notes) {
      this.#notes = []
      markup += notes.map(note => this.element(note, level)).join('')
    }
    return markup === '' ? '' : `<section>${this.#heading('Notes', level)}${markup}</section>`
  }

  /** What may be said of a part in its first line: label, title and the title of its caption. */
  #titled(element: XmlElement, level: number): string {
    const caption = childOf(element, 'caption')
    const words = [childOf(element, 'label'), childOf(element, 'title'), childOf(caption, 'title')]
      .map(part => this.children(part, level).trim())
      .filter(part => part !== '')
      .join(' ')
    const line = words === '' ? '' : `<p><strong>${words}</strong></p>`
    return `${line}${this.children(caption, level, ['title'])}${this.children(element, level, ['label', 'title', 'caption'])}`
  }

  element(element: XmlElement, level: number): string {
    const { name } = element
    if (dropped.has(name)) return ''
    const simple = isLines(element) ? undefined : inline[name]
    if (simple !== undefined) return `<${simple}${idOf(element)}>${this.children(element, level)}</${simple}>`
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
      case 'floats-group':
      case 'floats-wrap':
        return this.children(element, level)
      case 'title':
      case 'label':
        return `<p><strong>${this.children(element, level)}</strong></p>`
      case 'p':
        return this.#paragraph(element, level)
      case 'break':
        return '<br>'
      case 'list':
        return listMarkup(element, level, this, holdsBlocks)
      case 'def-list':
        return definitionsMarkup(element, level, this)
      case 'xref':
        return this.#link(`#${element.attributes.get('rid')?.split(/\s+/)[0] ?? ''}`, element, level)
      case 'ext-link':
      case 'uri':
      case 'self-uri':
      case 'inline-supplementary-material':
        return this.#link(externalAddress(element), element, level)
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
      case 'epigraph':
        return `<blockquote>${this.children(element, level)}</blockquote>`
      case 'boxed-text':
        return `<aside${idOf(element)}>${this.#titled(element, level)}${rightsMarkup(element, level, this)}</aside>`
      case 'preformat':
      case 'code':
        return `<pre>\n${escapeText(textOf(element))}</pre>`
      case 'verse-group':
        return this.#verse(element, level)
      case 'speech':
        return this.#speech(element, level)
      case 'attrib':
        return `<p>${this.children(element, level)}</p>`
      case 'fn':
      case 'corresp':
        return this.#labelled(element, level)
      case 'table':
      case 'array':
        return `<table${idOf(element)}>${rowsMarkup(element, level, this)}</table>`
      case 'ref-list':
        return this.#references(element, level)
      case 'supplementary-material':
        return supplementMarkup(element, level, this)
      case 'graphic':
        return pictureMarkup(element, level, this)
      case 'inline-graphic':
        return graphicMarkup(element)
      case 'media':
        this.#miss('media')
        return `<div${idOf(element)}>${this.#titled(element, level)}</div>`
      case 'inline-media':
        this.#miss('media')
        return this.children(element, level)
      case 'def':
        return ` (${elementsIn(element)
          .map(part => this.children(part, level).trim())
          .join(' ')})`
      case 'rt':
        return `（${this.children(element, level)}）`
      case 'alternatives':
        return this.#alternative(element, level)
      case 'math':
        return mathMarkup(element)
      case 'tex-math':
        return texMarkup(element, false)
      case 'app-group':
        return childOf(element, 'title') === undefined ? this.children(element, level) : this.section(element, level)
      default:
        return blocks.has(name)
          ? `<div${idOf(element)}>${titled.has(name) ? this.#titled(element, level) : this.children(element, level)}</div>`
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
    // A part without a name is no step down.
    const below = heading === '' ? level : level + 1
    return `${tag}${heading}${this.children(element, below, ['label', 'title'])}</section>`
  }

  #paragraph(element: XmlElement, level: number): string {
    const tag = holdsBlocks(element) ? 'div' : 'p'
    return `<${tag}${idOf(element)}>${this.children(element, level)}</${tag}>`
  }

  #labelled(element: XmlElement, level: number): string {
    const whole = withLabelInside(element, holdsBlocks)
    const tag = element.name === 'corresp' && !holdsBlocks(whole) ? 'p' : 'div'
    return `<${tag}${idOf(element)}>${this.children(whole, level)}</${tag}>`
  }

  /** Lines of one stanza; titles, other stanzas and who wrote it stand by themselves. */
  #verse(element: XmlElement, level: number): string {
    let markup = ''
    let lines: string[] = []
    const endLines = (): void => {
      if (lines.length > 0) markup += `<p>${lines.join('<br>')}</p>`
      lines = []
    }
    for (const child of elementsIn(element)) {
      if (child.name === 'verse-line') lines.push(this.children(child, level))
      else {
        endLines()
        const isLine = ['title', 'label', 'subtitle'].includes(child.name)
        markup += isLine ? `<p><strong>${this.children(child, level)}</strong></p>` : this.element(child, level)
      }
    }
    endLines()
    return `<div${idOf(element)}>${markup}</div>`
  }

  /** Who speaks stands at the start of what is said. */
  #speech(element: XmlElement, level: number): string {
    const speaker = this.children(childOf(element, 'speaker'), level).trim()
    const label: XmlElement = {
      name: 'label',
      attributes: new Map(),
      children: childOf(element, 'speaker')?.children ?? [],
    }
    const others = element.children.filter(child => typeof child === 'string' || child.name !== 'speaker')
    const whole = speaker === '' ? element : withLabelInside({ ...element, children: [label, ...others] }, holdsBlocks)
    return `<div${idOf(element)}>${this.children(whole, level)}</div>`
  }

  #link(target: string, element: XmlElement, level: number): string {
    return `<a href="${quoted(target.trim())}">${this.children(element, level)}</a>`
  }

  /** Of several forms of the same thing the first that can be shown. */
  #alternative(element: XmlElement, level: number): string {
    const forms = elementsIn(element)
    const best = ['table', 'array', 'math', 'tex-math', 'textual-form'].flatMap(name =>
      forms.filter(form => form.name === name),
    )[0]
    if (best !== undefined) return this.element(best, level)
    return (
      pictureOfForms(element) ||
      forms
        .slice(0, 1)
        .map(form => this.element(form, level))
        .join('')
    )
  }

  #references(element: XmlElement, level: number): string {
    const title = childOf(element, 'title')
    const all = childrenOf(element, 'ref')
    const marks = listMarks(
      all.map(ref => textOf(childOf(ref, 'label'))),
      true,
    )
    const items = all.map(ref => {
      const label = marks.shown ? this.children(childOf(ref, 'label'), level).trim() : ''
      return `<li${idOf(ref)}>${label === '' ? '' : `${label} `}${referenceMarkup(ref, this)}</li>`
    })
    const isRef = (child: XmlElement | string): boolean => typeof child !== 'string' && child.name === 'ref'
    const first = element.children.findIndex(isRef)
    const head = { ...element, children: first < 0 ? [] : element.children.slice(0, first) }
    const tail = { ...element, children: first < 0 ? element.children : element.children.slice(first) }
    const [before, after] = [head, tail].map(part => this.children(part, level + 1, ['title', 'label', 'ref']))
    const list = items.length === 0 ? '' : `${marks.open}${items.join('')}${marks.close}`
    const heading = this.#heading(this.children(title, level) || 'References', level)
    return `<section${idOf(element)}>${heading}${before}${list}${after}</section>`
  }
}
