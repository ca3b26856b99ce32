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
  .segments {
    display: flex;
  }
  .segments .button {
    flex: auto;
    gap: 4px;
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
