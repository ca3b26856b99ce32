import { css } from 'lit'

/** How the study was made, as a row of chips that wraps. */
export const studyDesignStyles = css`
  .traits {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .trait {
    min-height: 26px;
    padding: 2px 11px;
    border: 1px solid var(--rule);
    border-radius: 13px;
    background: var(--paper);
    color: var(--ink);
    font-size: 13.5px;
    line-height: 1.3;
    text-align: left;
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick);
  }
  .trait:hover,
  .trait:focus-visible {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .trait:focus-visible {
    border-radius: 13px;
  }
`
