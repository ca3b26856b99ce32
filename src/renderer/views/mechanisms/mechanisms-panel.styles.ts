import { css } from 'lit'

export const mechanismsPanelStyles = css`
  .scroll {
    gap: var(--space-3);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
  h2 {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    font: 600 var(--text) / 1.3 var(--font-ui);
  }
  h2 .faint {
    font-weight: 400;
  }
  .segments {
    align-self: start;
  }
  .segments .faint {
    font-weight: 400;
  }
  .none {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .cards {
    display: grid;
    gap: var(--space-3);
  }
  /* A card has some hundred elements: those out of sight are not laid out. */
  .cards > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 420px;
    overflow-clip-margin: 16px;
  }
  .more {
    justify-self: start;
    font-size: var(--text-small);
  }
  .rejected {
    border-top: 1px solid var(--rule);
    padding-top: var(--space-3);
    color: var(--ink-soft);
  }
  summary {
    width: fit-content;
    font-size: var(--text-small);
    font-weight: 500;
    cursor: pointer;
  }
  .rejected ul {
    display: grid;
    gap: 2px;
    margin-top: var(--space-2);
  }
  .rejected li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    padding-left: var(--space-3);
    border-left: 2px solid var(--rule);
  }
  .rejected li span {
    text-decoration: line-through;
    text-decoration-color: var(--rule-strong);
  }
`
