import { css } from 'lit'

export const lostPassageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    cursor: default;
  }
  .why {
    display: flex;
    gap: 7px;
    color: var(--warning);
    font-size: var(--text-small);
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .why.known {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .why .icon {
    margin-top: 1px;
  }
  .places {
    margin-bottom: 6px;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3) var(--space-3);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .place {
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink-faint);
    font: 400 14px / 1.5 var(--font-serif);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .place:hover {
    color: var(--ink-soft);
  }
  .place .section:only-child {
    margin: 0;
    text-decoration: underline;
    text-decoration-color: var(--rule-strong);
    text-underline-offset: 3px;
  }
  .place mark {
    border-radius: 3px;
    background: var(--lit);
    color: var(--ink);
  }
  .section {
    display: block;
    margin-bottom: 2px;
    color: var(--ink-faint);
    font: 400 var(--text-small) / 1.4 var(--font-ui);
  }
  .refusal {
    color: var(--warning);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .use {
    justify-self: start;
  }
  @media (forced-colors: active) {
    .place .section:only-child {
      margin: 0;
      text-decoration: underline;
      text-decoration-color: var(--rule-strong);
      text-underline-offset: 3px;
    }
    .place mark {
      outline: 1px solid Highlight;
    }
  }
`
