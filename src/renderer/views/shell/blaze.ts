import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** Pathmark's sign: a painted trail blaze with the path that it marks. */
export const blaze = (size: number): TemplateResult =>
  html`<svg class="blaze" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <rect x="4" y="2" width="16" height="20" rx="3.5" fill="var(--accent)" />
    <path
      d="M9.2 19c0-3.4 5.6-4 5.6-7.4S9.6 8.6 9.6 5.2"
      fill="none"
      stroke="var(--on-accent)"
      stroke-width="2.1"
      stroke-linecap="round"
    />
  </svg>`
