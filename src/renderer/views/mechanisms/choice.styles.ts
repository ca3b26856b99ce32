import { css } from 'lit'

/** A native list of choices in the sidebar's look: `.choice` around a `select` and its icon, `quiet` without a frame. */
export const choiceStyles = css`
  select {
    appearance: none;
    min-width: 0;
    max-width: 100%;
    height: 30px;
    padding: 0 24px 0 9px;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-small);
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:focus-visible {
    outline-offset: 0;
    border-radius: var(--radius);
  }
  .choice {
    position: relative;
    display: grid;
    min-width: 0;
  }
  .choice .icon {
    position: absolute;
    inset: 0 7px 0 auto;
    margin: auto 0;
    color: var(--ink-soft);
    pointer-events: none;
  }
  .choice[data-chosen] select {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .choice.quiet select {
    height: 28px;
    padding-left: 6px;
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  .choice.quiet select:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  option {
    background: var(--raised);
    color: var(--ink);
  }
`
