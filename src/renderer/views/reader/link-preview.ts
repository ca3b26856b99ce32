import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom'
import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { articleSurface } from '../../state/article-surface.ts'
import { articleScroll } from '../../state/layout.ts'
import { linkPreview } from '../../state/link-preview.ts'
import { openLink } from '../../state/open-link.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'

/** Distance to the link and to the edges of the article, in CSS pixels. */
const GAP = 6
const EDGE = 12

/** What a link within the article leads to, beside the link: a reference, a note, a figure. Escape puts it away; the link itself goes there. */
@customElement('link-preview')
export class LinkPreviewBox extends WatchingElement {
  @query('.link-preview') private readonly box!: HTMLElement | null
  #described: Element | null = null
  #stopPlacing: (() => void) | null = null

  constructor() {
    super()
    new Reaction(this, () => {
      // What moves the link on screen parts it from what is shown.
      void articleScroll.value
      linkPreview.value = null
    })
    new Reaction(this, () => {
      const listen = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape' || linkPreview.peek() === null) return
        event.preventDefault()
        event.stopPropagation()
        linkPreview.value = null
      }
      window.addEventListener('keydown', listen, { capture: true })
      return () => window.removeEventListener('keydown', listen, { capture: true })
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopPlacing?.()
  }

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const shown = linkPreview.value
    if (shown === null) return nothing
    return html`<div
      class="link-preview"
      id="link-preview"
      role="note"
      aria-label="Where this link leads"
      @click=${this.#clicked}
      @pointerleave=${() => {
        linkPreview.value = null
      }}
    >
      ${shown.content}
    </div>`
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.#described?.removeAttribute('aria-describedby')
    this.#described = linkPreview.peek()?.link ?? null
    this.#described?.setAttribute('aria-describedby', 'link-preview')
    this.#stopPlacing?.()
    const { box } = this
    // A picture in it gets its size when it has loaded.
    this.#stopPlacing =
      box === null || this.#described === null ? null : autoUpdate(this.#described, box, () => void this.#place())
  }

  readonly #clicked = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (link === null) return
    event.preventDefault()
    const address = link.getAttribute('href') ?? ''
    if (!address.startsWith('#')) void openLink(address)
  }

  async #place(): Promise<void> {
    const { box } = this
    const link = linkPreview.peek()?.link
    const boundary = articleSurface.peek()?.scroller
    if (box === null || link === undefined || boundary === undefined) return
    const edges = { boundary, padding: EDGE }
    const { x, y } = await computePosition(link, box, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(GAP),
        flip(edges),
        shift(edges),
        size({
          ...edges,
          apply: ({ availableHeight, elements }) => {
            elements.floating.style.maxBlockSize = `${Math.max(120, Math.min(availableHeight, 420))}px`
          },
        }),
      ],
    })
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }
}
