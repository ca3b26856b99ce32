import { css } from 'lit'

/** A small dialog inside of a component, which says its width itself. */
export const smallDialogStyles = css`
  dialog {
    padding: var(--space-4) var(--space-5);
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-high);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
`
