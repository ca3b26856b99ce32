import { css } from 'lit'

export const evidencePanelStyles = css`
  .scroll {
    gap: var(--space-5);
  }
  section {
    display: grid;
    gap: var(--space-2);
  }
  h2 {
    font: 600 var(--text-large) / 1.3 var(--font-serif);
  }

  .value {
    width: 100%;
    border: 1px solid transparent;
    background: none;
    text-align: left;
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick);
  }
  .value:hover,
  .value:focus-visible {
    background: var(--accent-soft);
  }
  .value:focus-visible {
    border-radius: var(--radius);
  }

  .participants {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    padding: var(--space-3) var(--space-4);
    border-color: var(--rule);
    border-radius: var(--radius-large);
    background: var(--paper);
    box-shadow: var(--shadow-low);
  }
  .participants:hover {
    border-color: var(--accent);
  }
  .figure {
    color: var(--accent);
    font: 400 44px / 1 var(--font-serif);
    font-variant-numeric: lining-nums;
  }
  .participants strong {
    display: block;
    font-weight: 600;
  }
  q {
    color: var(--ink-soft);
    font: 400 14px / 1.4 var(--font-serif);
    quotes: '“' '”';
  }

  .rows {
    display: grid;
    gap: 2px;
    margin: 0 calc(-1 * var(--space-2));
  }
  .row {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    align-items: start;
    padding: 6px var(--space-2);
    border-radius: var(--radius);
    line-height: 1.45;
  }
  .sign {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--neutral-soft);
    color: var(--neutral);
  }
  .sign.good {
    background: var(--up-soft);
    color: var(--up);
  }
  .sign.bad {
    background: var(--down-soft);
    color: var(--down);
  }
  .sign.warn {
    background: var(--warning-soft);
    color: var(--warning);
  }
  .word {
    color: var(--neutral);
    font-weight: 600;
  }
  .word.good {
    color: var(--up);
  }
  .word.bad {
    color: var(--down);
  }
  .word::after {
    content: ' ·';
    color: var(--ink-faint);
    font-weight: 400;
  }
  .interpretation {
    display: flex;
    align-items: center;
    gap: 4px;
    width: fit-content;
    margin-top: 3px;
    padding: 0 7px;
    border: 1px dashed var(--warning);
    border-radius: 9px;
    color: var(--warning);
    font-size: var(--text-tiny);
    font-weight: 600;
    line-height: 17px;
  }

  .missing {
    display: grid;
    gap: 5px;
  }
  .missing li {
    display: flex;
    gap: var(--space-2);
    color: var(--ink-soft);
  }
  .missing span::first-letter {
    text-transform: uppercase;
  }
  .missing span {
    display: block;
  }
  .missing .icon {
    margin-top: 3px;
    color: var(--ink-faint);
  }

  .source {
    padding-top: var(--space-4);
    border-top: 1px solid var(--rule);
    color: var(--ink-soft);
    font-size: 13.5px;
  }
  .source h2 {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--ink);
    font: 600 var(--text) / 1.3 var(--font-ui);
  }
  dl {
    display: grid;
    gap: 2px;
  }
  dl div {
    display: grid;
    grid-template-columns: 84px 1fr;
  }
  dt {
    color: var(--ink-faint);
  }
  .source .link {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    justify-self: start;
  }
`
