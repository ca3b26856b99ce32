import DOMPurify from 'dompurify'
import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { callBridge } from '../state/bridge.ts'
import { notify } from '../state/notices.ts'
import { markdownToHtml } from './markdown-html.ts'
import { markdownTextStyles } from './markdown-text.styles.ts'

/** What the renderer makes and nothing more; a second fence behind `html: false`. */
const allowed = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'em',
    'strong',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'hr',
    'a',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  ALLOWED_ATTR: ['href', 'start', 'title'],
  RETURN_DOM_FRAGMENT: true as const,
}

/** The passages of Markdown that a reader wrote, as they read. Property `source`; links ask before they leave the program. */
@customElement('markdown-text')
export class MarkdownText extends LitElement {
  static override styles = markdownTextStyles

  @property() source = ''

  protected override render() {
    return html`<div @click=${this.#followLink}>${DOMPurify.sanitize(markdownToHtml(this.source), allowed)}</div>`
  }

  readonly #followLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const address = link?.getAttribute('href')
    if (address === null || address === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void openLink(address)
  }
}

/** Shows the address to the reader and opens it if they agree; says so when it cannot be opened. */
export async function openLink(address: string): Promise<void> {
  const result = await callBridge('link.open', { address })
  if (!result.ok && result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
}

declare global {
  interface HTMLElementTagNameMap {
    'markdown-text': MarkdownText
  }
}
