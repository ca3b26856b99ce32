import { css } from 'lit'

export const orphanedNotesStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 34px;
    padding: 4px var(--space-3);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 500;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .open > summary {
    border-color: var(--warning);
    background: var(--warning-soft);
    color: var(--warning);
    font-weight: 600;
  }
  summary::after {
    content: 'Show';
    margin-left: auto;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  details[open] > summary::after {
    content: 'Hide';
  }
  p {
    margin: var(--space-2) 2px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .kind {
    margin: var(--space-3) 2px var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 260px;
  }
  .more {
    margin-top: var(--space-2);
  }
`
