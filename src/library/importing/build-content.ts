import { attributeText, keptAttributes, linkTarget } from './canonical-attributes.ts'
import type { Attributes } from './canonical-attributes.ts'
import {
  blockElements,
  containerElements,
  droppedElements,
  families,
  flatElements,
  inlineElements,
  leafOrContainerElements,
  missedElements,
} from './canonical-elements.ts'
import { ContentBuilder } from './content-builder.ts'
import type { Place } from './content-builder.ts'
import type { Content } from './content-tree.ts'
import { asDrawing, isSign, isSmall, wrappedPicture } from './drawings/inline-drawing.ts'
import type { DrawingPlace } from './drawings/inline-drawing.ts'
import { rebuildDrawing } from './drawings/rebuild-drawing.ts'
import type { Drawing } from './drawings/rebuild-drawing.ts'
import { isBlank } from './source-text.ts'
import { formulaOfTex, holdsTex, isDisplayed, texIn } from './math/formula-of-tex.ts'
import { isFolded } from './is-folded.ts'
import { isUnseen } from './is-unseen.ts'
import { readFormula } from './math/read-math.ts'
import { isElement, isText, rawText, walk } from './parse-html.ts'
import type { ParsedElement, ParsedNode } from './parse-html.ts'
import { drawingAddress } from './pictures/data-uri.ts'
import { isPicture, picturesWithoutScripts, pictureReference } from './pictures/picture-reference.ts'

/** Block elements of old or rare kinds, by the canonical element each becomes. */
const canonicalNames: ReadonlyMap<string, string> = new Map([
  ['dir', 'ul'],
  ['listing', 'pre'],
  ['menu', 'ul'],
  ['plaintext', 'pre'],
  ['summary', 'p'],
  ['xmp', 'pre'],
])

const isHidden = (element: ParsedElement): boolean => element.getAttribute('aria-hidden') === 'true'

/** Programs that draw formulas in a page leave the formula itself beside the drawing, for those who cannot see it. */
const isDrawnFormula = (element: ParsedElement): boolean =>
  element.localName === 'img'
    ? /\bmwe-math-fallback/.test(element.getAttribute('class') ?? '')
    : isHidden(element) && /katex|mjx|mathjax/i.test(`${element.localName} ${element.getAttribute('class') ?? ''}`)

/** A sign at a heading that leads to that heading. */
const isHeadingLink = (element: ParsedElement): boolean =>
  element.localName === 'a' &&
  (element.getAttribute('href') ?? '').startsWith('#') &&
  /^h[1-6]$/.test(element.parentNode?.localName ?? '') &&
  /^[¶#§🔗\s\u200b]*$/u.test(rawText(element))

const isLeftOut = (element: ParsedElement): boolean =>
  droppedElements.has(element.localName) ||
  (element.getAttribute('hidden') !== null && !isFolded(element)) ||
  isDrawnFormula(element) ||
  isHeadingLink(element)

const elementAfter = (element: ParsedElement): ParsedElement | null => {
  let after = element.nextSibling
  while (after !== null && !isElement(after)) after = after.nextSibling
  return after
}

/** A formula in MathML, or in TeX as MathJax takes it. */
const isFormula = (element: ParsedElement): boolean => element.localName === 'math' || holdsTex(element)

/** Drawings that stand in one page or book, and characters of all of them. */
const MOST_DRAWINGS = 2_000
const LARGEST_DRAWINGS = 48 * 1024 * 1024

const placeOf = (node: ParsedNode): DrawingPlace => {
  for (let around = node.parentNode; around !== null; around = around.parentNode) {
    if (around.localName === 'figure') return 'figure'
    if (around.localName === 'button' || around.localName === 'label') return 'control'
  }
  return 'words'
}

/** In what MathJax makes of a formula: there a drawing is the formula, unless it says that the formula stands beside it. */
const isInDrawnFormula = (node: ParsedNode): boolean => {
  for (let around = node.parentNode; around !== null; around = around.parentNode)
    if (isElement(around) && /^mjx-|^mathjax/i.test(around.localName)) return true
  return false
}

/** Programs put files of drawings into pages as objects, too. */
const isPictureObject = (element: ParsedElement): boolean =>
  element.localName === 'object' && /^image\//i.test(element.getAttribute('type')?.trim() ?? '')

/** The block elements that have text in a block element below them, and so cannot be leaves. */
const findContainers = (root: ParsedNode, leftOut: ReadonlySet<ParsedNode>): ReadonlySet<ParsedNode> => {
  const containers = new Set<ParsedNode>()
  const holders = new Set<ParsedNode>()
  const open: ParsedNode[] = []
  walk(
    root,
    node => {
      if (isElement(node)) {
        if (node !== root && (isLeftOut(node) || leftOut.has(node))) return false
        if (blockElements.has(node.localName)) open.push(node)
      } else if (isText(node) && !isBlank(node.nodeValue ?? '')) {
        const holder = open.at(-1)
        if (holder !== undefined && !holders.has(holder)) {
          holders.add(holder)
          for (let index = open.length - 2; index >= 0; index -= 1) {
            const around = open[index]
            if (around === undefined || containers.has(around)) break
            containers.add(around)
          }
        }
      }
      return true
    },
    node => {
      if (open.at(-1) === node) open.pop()
    },
  )
  return containers
}

/** One pass over a page's content that tells a `ContentBuilder` what stands there. */
class ContentReader {
  readonly #builder = new ContentBuilder()
  readonly #containers: ReadonlySet<ParsedNode>
  readonly #root: ParsedNode
  readonly #pageAddress: string | undefined
  readonly #pictureBase: string | undefined
  readonly #leftOut: ReadonlySet<ParsedNode>
  readonly #missed = new Map<string, number>()
  readonly #places: Place[] = []
  #drawings = 0
  #drawingsLength = 0
  /** How the page names the pictures that were taken. */
  readonly #pictures = new Set<string>()
  /** The picture before the place that was reached, if it was taken. */
  #lastPicture: ParsedElement | null = null
  /** The element that is open as a leaf: blocks inside it only part its words. */
  #flat: ParsedNode | null = null

  constructor(
    root: ParsedNode,
    pageAddress: string | undefined,
    pictureBase: string | undefined,
    leftOut: ReadonlySet<ParsedNode>,
  ) {
    this.#root = root
    this.#leftOut = leftOut
    this.#pageAddress = pageAddress
    this.#pictureBase = pictureBase
    this.#containers = findContainers(root, leftOut)
  }

  read(): Content {
    walk(
      this.#root,
      node => this.#enter(node),
      node => this.#leave(node),
    )
    const content = this.#builder.finish()
    const missed = [...this.#missed].map(([name, count]) => `${name} (${count})`).join(', ')
    return { ...content, warnings: [...content.warnings, ...(missed === '' ? [] : [`Left out: ${missed}.`])] }
  }

  #enter(node: ParsedNode): boolean {
    if (isText(node)) this.#builder.text(node.nodeValue ?? '')
    if (!isElement(node)) return node.nodeType === 9
    if (this.#leftOut.has(node)) return false
    if (this.#isPicture(node)) {
      if (node.localName === 'svg') this.#openDrawing(node)
      else this.#openReference(node.getAttribute('data')?.trim() ?? '', keptAttributes(node, 'img'))
      return false
    }
    if (node !== this.#root && isLeftOut(node) && !isFormula(node)) {
      if (node.localName === 'noscript') this.#takePicturesWithoutScripts(node)
      else if (!isUnseen(node)) this.#miss(missedElements.get(node.localName))
      return false
    }
    const name = node.localName
    if (isFormula(node)) {
      const isAlone = blockElements.has(name) && this.#flat === null
      if (isAlone) this.#builder.endLeaf()
      this.#openFormula(node)
      if (isAlone) this.#builder.endLeaf()
      return false
    }
    const isBlock = blockElements.has(name)
    if (isBlock && this.#endsFlat(name)) this.#flat = null
    if (isBlock && this.#flat === null) this.#builder.endLeaf()
    if (isBlock) this.#openBlock(node)
    else this.#places.push(this.#builder.place)
    for (const attribute of ['id', 'name']) {
      const id = attribute === 'id' || name === 'a' ? node.getAttribute(attribute) : null
      if (id !== null && id !== '') this.#builder.anchor(id)
    }
    if (!isBlock) this.#openInline(node)
    return true
  }

  /** Pages may leave out the end of a term or a caption: it ends where the next part of its list or table begins. */
  #endsFlat(name: string): boolean {
    const family = families.get(name)
    return family !== undefined && family === families.get(this.#flat?.localName ?? '')
  }

  #leave(node: ParsedNode): void {
    if (!isElement(node) || this.#leftOut.has(node) || isFormula(node) || (node !== this.#root && isLeftOut(node)))
      return
    if (node.localName === 'q') this.#builder.text('”')
    const place = this.#places.pop()
    if (blockElements.has(node.localName)) {
      if (this.#flat === node) this.#flat = null
      if (this.#flat === null) this.#builder.endLeaf()
      else this.#partWords()
    }
    if (place !== undefined) this.#builder.returnTo(place)
  }

  #openInline(element: ParsedElement): void {
    const name = element.localName
    if (name === 'br') this.#builder.lineBreak()
    else if (name === 'q') this.#builder.text('“')
    else if (isPicture(element)) this.#openImage(element)
    const tag = inlineElements.get(name)
    if (tag === undefined) return
    const attributes = this.#inlineAttributes(element, tag)
    if (attributes !== null) this.#builder.openInline(tag, attributes)
  }

  /** Null for an element that would say nothing: a link that leads nowhere, a span without a language. */
  #inlineAttributes(element: ParsedElement, tag: string): Attributes | null {
    const kept = keptAttributes(element, tag)
    if (tag === 'span') return kept.length === 0 ? null : kept
    if (tag !== 'a') return kept
    const target = linkTarget(element.getAttribute('href'), this.#pageAddress)
    return target === null ? null : [['href', target], ...kept]
  }

  #openFormula(element: ParsedElement): void {
    const tex = element.localName === 'math' ? null : texIn(rawText(element))
    const formula = tex === null ? readFormula(element) : formulaOfTex(tex, isDisplayed(element))
    if (formula !== null) this.#builder.formula(formula)
    else if (tex !== null && tex !== '') {
      const { place } = this.#builder
      this.#builder.openInline('code', [])
      this.#builder.text(tex)
      this.#builder.returnTo(place)
    }
  }

  #openImage(element: ParsedElement): void {
    const reference = pictureReference(element) ?? ''
    this.#lastPicture = reference === '' ? null : element
    this.#openReference(reference, keptAttributes(element, 'img'))
  }

  #openReference(reference: string, attributes: Attributes): void {
    if (reference === '') return
    this.#pictures.add(reference)
    this.#builder.image(this.#completed(reference), attributes)
  }

  /** True for what is left out as an element, and shows a picture. */
  #isPicture(element: ParsedElement): boolean {
    const isOne = element.localName === 'svg' || isPictureObject(element)
    return isOne && element !== this.#root && !isUnseen(element) && !isDrawnFormula(element)
  }

  /** A figure that the page draws becomes a picture; signs go without a word. */
  #openDrawing(element: ParsedElement): void {
    const id = element.getAttribute('id') ?? ''
    if (id !== '') this.#builder.anchor(id)
    const root = asDrawing(element)
    const picture = wrappedPicture(root)
    if (picture !== null) {
      this.#openReference(picture.reference, [['alt', attributeText(picture.name)]])
      return
    }
    const drawing = rebuildDrawing(root)
    if (drawing === 'empty') return
    if (drawing === 'refused') {
      if (isInDrawnFormula(element) || !isSmall(root)) this.#miss('drawings')
    } else if (isInDrawnFormula(element) ? isHidden(element) : isSign(root, drawing, placeOf(element))) {
      return
    } else if (this.#hasRoom(drawing)) {
      for (const what of drawing.missed) this.#miss(what)
      this.#builder.image(drawingAddress(drawing.text), [['alt', attributeText(drawing.name)]])
    } else this.#miss('drawings')
  }

  #hasRoom({ text }: Drawing): boolean {
    this.#drawings += 1
    this.#drawingsLength += text.length
    return this.#drawings <= MOST_DRAWINGS && this.#drawingsLength <= LARGEST_DRAWINGS
  }

  #takePicturesWithoutScripts(element: ParsedElement): void {
    const picture = this.#lastPicture
    this.#lastPicture = null
    if (picture !== null && elementAfter(picture) === element) return
    for (const found of picturesWithoutScripts(element)) {
      const reference = pictureReference(found)
      if (reference !== null && !this.#pictures.has(reference)) this.#openImage(found)
    }
  }

  /** A picture of a page that lies nowhere on the disk is named by its whole address. */
  #completed(reference: string): string {
    const base = this.#pictureBase
    if (base === undefined || reference.startsWith('data:') || !URL.canParse(reference, base)) return reference
    return new URL(reference, base).href
  }

  /** Opens what a block element becomes, and notes the place to come back to when it is left. */
  #openBlock(element: ParsedElement): void {
    const before = this.#builder.place
    if (this.#flat === null) {
      this.#places.push(this.#openAs(element, element.localName) ?? before)
    } else {
      this.#places.push(before)
      this.#partWords()
    }
  }

  /** The place to return to after what an element has become; null when it is dissolved. */
  #openAs(element: ParsedElement, name: string): Place | null {
    if (/^h[1-6]$/.test(name)) return this.#openHeading(element)
    const canonical = canonicalNames.get(name) ?? name
    if (containerElements.has(canonical))
      return this.#builder.openContainer(canonical, keptAttributes(element, canonical))
    if (leafOrContainerElements.has(name) && this.#containers.has(element)) {
      return name === 'p' ? null : this.#builder.openContainer(name, keptAttributes(element, name))
    }
    if (!flatElements.has(name) && !leafOrContainerElements.has(name)) return null
    if (name === 'caption' && !this.#builder.captionFits) return null
    return this.#openLeaf(element, canonical)
  }

  #openLeaf(element: ParsedElement, tag: string, level?: number): Place | null {
    const place = this.#builder.openLeaf(tag, keptAttributes(element, tag), level)
    if (place !== null) this.#flat = element
    return place
  }

  /** A heading opens a section, but in a list, table, quotation or figure it is only a line in bold. */
  #openHeading(element: ParsedElement): Place | null {
    if (!this.#builder.withinBlock) return this.#openLeaf(element, element.localName, Number(element.localName[1]))
    const place = this.#openLeaf(element, 'p')
    this.#builder.openInline('strong', [])
    return place
  }

  #partWords(): void {
    this.#builder.text(this.#flat?.localName === 'pre' ? '\n' : ' ')
  }

  #miss(what: string | undefined): void {
    if (what !== undefined) this.#missed.set(what, (this.#missed.get(what) ?? 0) + 1)
  }
}

/**
 * Rebuilds what is below `root` out of the elements and attributes that canonical content may have.
 * @param pageAddress completes addresses of links
 * @param pictureBase completes names of pictures; left out for a page that lies on the disk with its pictures beside it
 * @param leftOut elements of which nothing is taken, without a word
 */
export const buildContent = (
  root: ParsedNode,
  pageAddress: string | undefined,
  pictureBase?: string,
  leftOut: ReadonlySet<ParsedNode> = new Set(),
): Content => new ContentReader(root, pageAddress, pictureBase, leftOut).read()
