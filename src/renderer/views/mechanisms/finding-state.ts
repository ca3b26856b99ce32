import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { RotateCcw, TriangleAlert, X } from 'lucide'
import type { Finding } from '#core/mechanism/finding.ts'
import { icon } from '../../components/icon.ts'
import { findAgain, stopFinding } from '../../state/mechanisms.ts'

const again = (words: string): TemplateResult =>
  html`<button class="button" type="button" @click=${() => void findAgain()}>${icon(RotateCcw, 15)}${words}</button>`

/** How far the search for mechanisms is, and what can be done about it; nothing once it is done. */
export const findingState = (finding: Finding | null): TemplateResult | typeof nothing => {
  switch (finding?.status) {
    case 'looking':
      return html`<div class="finding looking">
        <label for="finding-progress">Looking for mechanisms…</label>
        <button class="button quiet" type="button" @click=${() => void stopFinding()}>${icon(X, 15)}Cancel</button>
        <progress id="finding-progress" max="1" value=${finding.progress}></progress>
      </div>`
    case 'cancelled':
      return html`<div class="finding">
        <p>The search for mechanisms was stopped.</p>
        ${again('Look again')}
      </div>`
    case 'failed':
      return html`<div class="finding failed" role="alert">
        ${icon(TriangleAlert, 15)}
        <p>${finding.message}</p>
        ${again('Try again')}
      </div>`
    case 'done':
    case undefined:
      return nothing
  }
}
