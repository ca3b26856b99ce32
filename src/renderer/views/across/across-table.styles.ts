import { css } from 'lit'

export const acrossTableStyles = css`
  :host {
    display: block;
    min-height: 0;
    --columns: minmax(150px, 1.1fr) minmax(0, 2.4fr) 84px 84px;
  }
  .grid {
    display: flex;
    flex-direction: column;
    height: 100%;
    container-type: inline-size;
  }
  /* As wide as the rows, whatever the scroll bar takes. */
  .headings {
    overflow: hidden;
    border-bottom: 1px solid var(--rule);
    background: var(--panel);
    scrollbar-gutter: stable;
  }
  .head {
    display: grid;
    grid-template-columns: var(--columns);
    padding-inline: var(--space-5) var(--space-4);
  }
  .heading button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 8px 0;
    border: 0;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
    cursor: pointer;
  }
  .heading button:hover,
  .heading:not([aria-sort='none']) button {
    color: var(--ink);
  }
  .heading.by-articles,
  .heading.by-effects {
    text-align: end;
  }

  .row {
    position: absolute;
    inset: 0 0 auto;
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    contain: strict;
    padding-inline: var(--space-5) var(--space-4);
    border-bottom: 1px solid color-mix(in srgb, var(--rule) 70%, transparent);
    cursor: pointer;
  }
  .row:hover {
    background: color-mix(in srgb, var(--ink) 4%, transparent);
  }
  .row:focus-visible {
    z-index: 1;
    outline-offset: -2px;
  }
  .group {
    height: 42px;
  }
  .group[aria-expanded='true'] {
    background: var(--panel);
  }
  .statement,
  .waiting {
    height: 58px;
    padding-inline-start: calc(var(--space-5) + 22px);
  }
  .waiting {
    color: var(--ink-soft);
    cursor: default;
  }
  .cell {
    min-width: 0;
  }

  .thing {
    display: flex;
    align-items: center;
    gap: 7px;
    padding-inline-end: var(--space-3);
  }
  .handle {
    display: grid;
    color: var(--ink-faint);
    transition: rotate var(--quick);
  }
  [aria-expanded='true'] .handle {
    rotate: 90deg;
  }
  .type {
    color: var(--accent);
  }
  .type,
  .no-type {
    display: grid;
    flex: none;
    width: 15px;
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tallies {
    overflow: hidden;
    padding-inline-end: var(--space-3);
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 13px;
  }
  .tallies > * {
    vertical-align: middle;
  }
  .tally {
    margin-inline-end: 14px;
  }
  .tally .glyph {
    margin-inline-end: 5px;
    font-size: 10px;
  }
  .tally.stated {
    font-weight: 500;
  }
  .tally.hedged,
  .tally.negated {
    color: var(--ink-soft);
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-end: 14px;
    padding: 1px 8px;
    border-radius: 10px;
    font-size: var(--text-tiny);
    font-weight: 600;
    line-height: 18px;
  }
  .verdict.contradicted {
    background: var(--warning-soft);
    color: var(--warning);
  }
  .verdict.both-ways {
    background: var(--neutral-soft);
    color: var(--neutral);
  }
  .verdict.agreed {
    background: var(--up-soft);
    color: var(--up);
  }
  .count {
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--ink-soft);
  }

  .statement .said {
    grid-column: 1 / 3;
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .statement .article {
    grid-column: 3 / 5;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px;
    align-items: center;
    padding-inline-start: var(--space-3);
    color: var(--ink-soft);
    font-size: var(--text-small);
    line-height: 1.3;
  }
  .article span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .row.statement {
    grid-template-columns: minmax(150px, 1.1fr) minmax(0, 2fr) 110px 110px;
  }

  @container (max-width: 700px) {
    .head,
    .row {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.5fr) 70px 0;
    }
    .row.statement {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 60px 60px;
    }
    .head > :last-child,
    .group > :last-child {
      visibility: hidden;
    }
    .verdict {
      gap: 0;
      padding-inline: 4px;
      font-size: 0;
    }
  }

  @media (forced-colors: active) {
    .verdict,
    .mark {
      border: 1px solid;
    }
  }
`
