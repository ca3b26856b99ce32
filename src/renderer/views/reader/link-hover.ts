import type { ArticleDom } from '../../rendering/article-dom.ts'
import { elementOfId } from '../../rendering/element-of-id.ts'
import { linkPreview } from '../../state/link-preview.ts'
import { copyOfTarget } from './copy-of-target.ts'

/** Milliseconds that the pointer rests on a link before it is looked up, and may be away before it is put back. */
const BEFORE = 250
const AFTER = 300

const linkUnder = (event: Event): HTMLAnchorElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null

/** Shows where links within the article lead to while the pointer rests on them, or the keyboard is on them. */
export class LinkHover {
  readonly #content: ArticleDom
  readonly #listening = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param content where links lead to; the shown article itself, or the same text */
  constructor(dom: ArticleDom, content: ArticleDom = dom) {
    this.#content = content
    const { signal } = this.#listening
    const on = (type: keyof HTMLElementEventMap, listener: (event: Event) => void): void =>
      dom.root.addEventListener(type, listener, { signal })
    on('pointerover', event => this.#approach(linkUnder(event), BEFORE))
    on('pointerleave', () => this.#approach(null, BEFORE))
    on('focusin', event => this.#approach(linkUnder(event), 0))
    on('focusout', () => this.#approach(null, 0))
    on('click', () => this.#show(null))
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#listening.abort()
    linkPreview.value = null
  }

  #approach(link: HTMLAnchorElement | null, wait: number): void {
    clearTimeout(this.#timer)
    const shown = linkPreview.peek()?.link ?? null
    if (link === shown) return
    // Long enough to go over to what is shown.
    this.#timer = setTimeout(() => this.#leaveOrShow(link), link === null ? AFTER : wait)
  }

  #leaveOrShow(link: HTMLAnchorElement | null): void {
    const isUnderPointer = document.querySelector('link-preview:hover') !== null
    if (link !== null || !isUnderPointer) this.#show(link)
  }

  #show(link: HTMLAnchorElement | null): void {
    clearTimeout(this.#timer)
    const target = link === null ? null : elementOfId(this.#content, (link.getAttribute('href') ?? '#').slice(1))
    // A link back to where one is shows nothing that is not seen.
    const isHere = target !== null && link !== null && target.contains(link)
    linkPreview.value = link === null || target === null || isHere ? null : { link, content: copyOfTarget(target) }
  }
}
