import { css } from 'lit'

export const updateReportStyles = css`
  .scroll {
    gap: var(--space-4);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  h2 {
    font: 600 21px / 1.25 var(--font-serif);
    text-wrap: balance;
  }
  h2:focus {
    outline: none;
  }
  .head p {
    color: var(--ink-soft);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .left {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: 500;
  }
  .head .left.done {
    color: var(--up);
  }
  .head .left.wanted {
    color: var(--warning);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }

  section,
  details {
    padding-top: var(--space-3);
    border-top: 1px solid var(--rule);
  }
  .group-head {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
  }
  h3 {
    font-size: var(--text);
    font-weight: 600;
  }
  .count {
    color: var(--ink-faint);
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }
  .what {
    margin-bottom: var(--space-3);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 26px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .icon {
    color: var(--ink-faint);
    transition: transform var(--quick);
  }
  details[open] > summary .icon {
    transform: rotate(90deg);
  }
  details > ul {
    margin-top: var(--space-2);
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 220px;
  }
  li.line {
    contain-intrinsic-size: auto 34px;
  }
  details ul {
    gap: 0;
  }
  .more {
    justify-self: start;
    margin-top: var(--space-2);
  }

  .row {
    display: grid;
    grid-template-columns: 4px minmax(0, 1fr) auto;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 32px;
    padding: 4px 8px 4px 4px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .row:is(button):hover {
    background: var(--sunken);
  }
  .row:is(div) {
    cursor: default;
  }
  .row::before {
    content: '';
    align-self: stretch;
    border-radius: 2px;
    background: var(--line, var(--rule-strong));
  }
  .row .words {
    overflow: hidden;
    color: var(--ink-soft);
    font: 400 14px / 1.4 var(--font-serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .outcome {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--up);
    font-size: var(--text-small);
    white-space: nowrap;
  }
  .row .outcome.deleted {
    color: var(--ink-faint);
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: 10px var(--space-3);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
  }
  .card header {
    display: flex;
    align-items: baseline;
    gap: 7px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .card header .icon {
    align-self: center;
    color: var(--accent);
  }
  .card .why {
    color: var(--warning);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .card .button {
    justify-self: start;
  }
`
