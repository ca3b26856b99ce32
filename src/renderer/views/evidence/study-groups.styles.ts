import { css } from 'lit'

/** The groups: chart, table, the sum that was checked, and the other way to read it. */
export const studyGroupsStyles = css`
  .panel {
    padding: var(--space-4);
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--paper);
    box-shadow: var(--shadow-low);
  }
  table {
    width: 100%;
    margin-top: var(--space-3);
    border-collapse: collapse;
    font-size: 13.5px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th {
    font-weight: 400;
    text-align: left;
  }
  td,
  th:last-child {
    text-align: right;
  }
  thead th {
    padding: 0 0 4px;
    color: var(--ink-faint);
    font-size: var(--text-small);
  }
  tbody tr {
    position: relative;
    border-top: 1px solid var(--rule);
  }
  tbody tr:hover {
    background: var(--accent-soft);
  }
  tbody th,
  tbody td {
    padding: 4px 0;
  }
  .cell {
    display: block;
    width: 100%;
    padding: 0;
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .cell::first-letter {
    text-transform: uppercase;
  }
  .cell::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  tfoot tr {
    border-top: 1.5px solid var(--ink-soft);
  }
  tfoot th,
  tfoot td {
    padding: 4px 0 0;
    font-weight: 600;
  }
  .check {
    display: flex;
    gap: var(--space-2);
    margin: var(--space-3) calc(-1 * var(--space-4)) calc(-1 * var(--space-4));
    padding: var(--space-2) var(--space-4);
    border-radius: 0 0 calc(var(--radius-large) - 1px) calc(var(--radius-large) - 1px);
    font-size: 13.5px;
  }
  .check.agrees {
    background: var(--up-soft);
    color: var(--up);
  }
  .check.differs {
    background: var(--warning-soft);
    color: var(--warning);
  }
  .aside {
    display: flex;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--warning);
    border-radius: 0 var(--radius) var(--radius) 0;
    background: var(--warning-soft);
    font-size: 13.5px;
  }
  .aside .icon {
    margin-top: 2px;
    color: var(--warning);
  }
  .aside strong {
    font-weight: 600;
  }
`
