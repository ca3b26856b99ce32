import { css } from 'lit'

export const cardFilterBarStyles = css`
  :host {
    display: grid;
    gap: var(--space-2);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-2);
  }
  .row:has(> :only-child) {
    grid-template-columns: minmax(0, 1fr);
  }
  .directions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .segments .button {
    gap: 4px;
    min-width: 34px;
    padding: 2px 7px;
  }
  .segments .button .faint {
    font-weight: 400;
  }
  .segments .sign {
    width: auto;
    height: auto;
    border: 0;
    background: none !important;
  }
  .segments .button:disabled {
    border: 0;
    opacity: 0.55;
  }
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
  .choice.order select {
    height: 28px;
    padding-left: 6px;
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  .choice.order select:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  option {
    background: var(--raised);
    color: var(--ink);
  }
  .left {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px var(--space-2);
    min-height: 24px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  kbd {
    margin-left: 3px;
    padding: 0 4px;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--ink-soft);
    font: 500 var(--text-tiny) / 1.5 var(--font-ui);
  }
`
