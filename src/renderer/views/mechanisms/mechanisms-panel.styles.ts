import { css } from 'lit'

export const mechanismsPanelStyles = css`
  .scroll {
    gap: var(--space-3);
  }
  .finding {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-1) var(--space-2);
    align-items: center;
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
    border-radius: var(--radius);
    background: var(--accent-soft);
    font-size: var(--text-small);
  }
  .finding.failed {
    grid-template-columns: auto minmax(0, 1fr) auto;
    background: var(--warning-soft);
  }
  .finding.failed > .icon {
    color: var(--warning);
  }
  /* A short article is looked through before anyone has read this: nothing moves for it. */
  .finding.looking {
    overflow: hidden;
    animation: appear 200ms 400ms backwards;
  }
  @keyframes appear {
    from {
      height: 0;
      margin-block-end: calc(-1 * var(--space-3));
      padding-block: 0;
      opacity: 0;
    }
  }
  .finding progress {
    grid-column: 1 / -1;
    appearance: none;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    background: color-mix(in srgb, var(--accent) 20%, transparent);
    overflow: hidden;
  }
  .finding progress::-webkit-progress-bar {
    background: none;
  }
  .finding progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--accent);
  }
  .group {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin: var(--space-1) 0 calc(-1 * var(--space-1));
  }
  .group p {
    flex: 1;
    min-width: 0;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .group .faint {
    margin-inline-start: 6px;
    font-weight: 400;
  }
  .group .choice {
    margin: 0 -4px 0 auto;
  }
  .none {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  /* No card is wider than the panel, whatever stands in it. */
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
