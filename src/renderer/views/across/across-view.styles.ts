import { css } from 'lit'

export const acrossViewStyles = css`
  .view {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--paper);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-5);
  }
  h1 {
    flex: 1;
    margin: 0;
    font: 600 22px / 1.2 var(--font-serif);
  }
  select.field {
    font: inherit;
    color: inherit;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: 0 var(--space-5) var(--space-2);
  }
  .filters .field {
    width: auto;
    min-height: 32px;
    padding-block: 4px;
    border-color: var(--rule);
    font-size: var(--text-small);
  }
  .filters .of-article {
    flex: 0 1 170px;
    min-width: 120px;
    text-overflow: ellipsis;
  }
  .search {
    position: relative;
    flex: 1 1 190px;
    max-width: 320px;
  }
  .search .icon {
    position: absolute;
    inset: 9px auto auto 10px;
    color: var(--ink-faint);
    pointer-events: none;
  }
  .filters .search .field {
    width: 100%;
    padding-inline-start: 32px;
    border-color: var(--rule-strong);
    font-size: var(--text);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--space-3);
    padding: 0 var(--space-5) var(--space-2);
    border-bottom: 1px solid var(--rule);
  }
  .below .button {
    margin-inline-start: auto;
  }
  .count {
    font-variant-numeric: tabular-nums lining-nums;
  }
  across-table,
  across-map {
    flex: 1;
    min-height: 0;
  }

  .failures {
    padding: 6px var(--space-5);
    border-bottom: 1px solid var(--rule);
    background: var(--warning-soft);
    font-size: var(--text-small);
  }
  .failures summary {
    display: flex;
    align-items: center;
    gap: 6px;
    cursor: pointer;
    font-weight: 500;
  }
  .failures .icon {
    color: var(--warning);
  }
  .failures ul {
    max-height: 30vh;
    margin-block: 6px;
    overflow: auto;
  }

  .blank {
    display: grid;
    flex: 1;
    place-content: center;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-5);
    color: var(--ink-soft);
  }
  .blank .empty {
    max-width: 420px;
    margin: 0;
  }
  progress {
    width: 220px;
    accent-color: var(--accent);
  }
`
