import { css } from 'lit'

/** What all parts of the sidebars share: controls, quiet labels, quotes, focus. */
export const sidebarStyles = css`
  :host {
    box-sizing: border-box;
    font: 400 var(--text) / 1.45 var(--font-ui);
    color: var(--ink);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .icon {
    flex: none;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: 2px;
    border-radius: var(--radius-small);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 28px;
    padding: 3px 10px;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--text-small);
    font-weight: 500;
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick),
      color var(--quick);
  }
  .button:hover {
    border-color: var(--rule-strong);
    background: var(--paper);
  }
  .button:disabled {
    color: var(--ink-faint);
    cursor: default;
    background: none;
    border-style: dashed;
    border-color: var(--rule);
  }
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-strong);
    border-color: var(--accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  .button.quiet:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .button.square {
    width: 28px;
    padding: 0;
  }
  .button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent-strong);
  }

  .link {
    border: 0;
    padding: 0;
    background: none;
    color: var(--accent);
    font-size: var(--text-small);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }

  .segments {
    display: inline-flex;
    padding: 2px;
    gap: 2px;
    border-radius: calc(var(--radius) + 2px);
    background: var(--sunken);
  }
  .segments .button {
    min-height: 26px;
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  .segments .button:hover {
    color: var(--ink);
  }
  .segments .button[aria-pressed='true'],
  .segments .button[aria-selected='true'],
  .segments .button[aria-checked='true'] {
    background: var(--raised);
    border-color: var(--rule);
    box-shadow: var(--shadow-low);
    color: var(--ink);
  }

  .field {
    width: 100%;
    padding: 6px 9px;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--text);
  }
  .field::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: 0;
    border-radius: var(--radius);
  }
  .field[aria-invalid='true'] {
    border-color: var(--danger);
  }
  textarea.field {
    display: block;
    resize: none;
    field-sizing: content;
    min-height: 4.4em;
    max-height: 60vh;
    line-height: 1.5;
  }

  .label {
    display: block;
    margin-bottom: 4px;
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-faint);
    font-size: var(--text-small);
  }
  .problem {
    margin-top: 4px;
    color: var(--danger);
    font-size: var(--text-small);
  }
  .eyebrow {
    font-size: var(--text-tiny);
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--ink-faint);
  }
  .number {
    font-variant-numeric: tabular-nums lining-nums;
  }

  .empty {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    margin: var(--space-4);
    padding: var(--space-5);
    border: 1px dashed var(--rule-strong);
    border-radius: var(--radius-large);
    color: var(--ink-soft);
  }
  .empty h2,
  .empty h3 {
    font: 600 var(--text-large) / 1.3 var(--font-serif);
    color: var(--ink);
  }
  .empty > .icon {
    color: var(--accent);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .button[aria-pressed='true'],
    .button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`
