import { css } from 'lit'

export const shelvesViewStyles = css`
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
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--rule);
  }
  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font: 600 22px / 1.2 var(--font-serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .shelves {
    display: grid;
    flex: 1;
    grid-template-columns: 220px minmax(0, 1fr);
    min-height: 0;
  }
  .listing {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-4) var(--space-2) var(--space-5);
  }
  .field {
    min-height: 32px;
    padding: 4px 8px;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    font: inherit;
  }
  .search {
    position: relative;
    flex: 1 1 220px;
    max-width: 380px;
  }
  .search .icon {
    position: absolute;
    inset: 9px auto auto 10px;
    color: var(--ink-faint);
    pointer-events: none;
  }
  .search .field {
    width: 100%;
    padding-inline-start: 32px;
  }
  .order {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .order span {
    white-space: nowrap;
  }
  .order .field {
    border-color: var(--rule);
    font-size: var(--text-small);
  }
  .count {
    margin-inline-start: auto;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    /* Two lines. */
    max-height: 58px;
    overflow: auto;
    margin-bottom: var(--space-2);
    padding: 0 var(--space-4) 0 var(--space-5);
    scrollbar-width: thin;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    padding: 2px 11px;
    border: 1px solid var(--rule);
    border-radius: 13px;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    cursor: pointer;
  }
  .chip .name {
    max-width: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip:hover {
    border-color: var(--rule-strong);
    color: var(--ink);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
  }
  .chip .number {
    color: var(--ink-faint);
    font-size: 11px;
  }
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  documents-grid {
    flex: 1;
    min-height: 0;
    border-top: 1px solid var(--rule);
  }
  .dragging {
    cursor: grabbing;
    user-select: none;
  }
  .dragged {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 30;
    max-width: 280px;
    margin: 0;
    padding: 6px 12px;
    overflow: hidden;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-high);
    font-size: var(--text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }
  .blank {
    display: grid;
    flex: 1;
    place-content: center;
    justify-items: center;
    padding: var(--space-5);
    color: var(--ink-soft);
  }
  .blank .empty {
    max-width: 420px;
    margin: 0;
  }

  @media (width < 800px) {
    header {
      padding-inline-start: var(--space-4);
    }
    .shelves {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .filters,
    .tags {
      padding-inline: var(--space-3);
    }
  }
  /* A narrow window: signs stand for words, and each thing has one line. */
  @media (width < 560px) {
    header {
      flex-wrap: nowrap;
      gap: var(--space-2);
      padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
    }
    header .button .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .filters {
      flex-wrap: nowrap;
      padding-block: var(--space-2);
    }
    .search {
      flex: 1 1 0;
      min-width: 0;
    }
    .order {
      flex: 0 1 130px;
      min-width: 0;
    }
    .order .field {
      width: 100%;
    }
    .order span,
    .count {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .tags {
      flex-wrap: nowrap;
      flex: none;
    }
    .chip {
      flex: none;
    }
  }
  @media (height < 520px) {
    .tags {
      flex-wrap: nowrap;
      flex: none;
    }
    .chip {
      flex: none;
    }
  }
`
