import { css } from 'lit'

export const cardEffectsStyles = css`
  :host {
    display: grid;
    gap: var(--space-2);
  }
  .effects {
    display: grid;
    margin: 0 calc(-1 * var(--space-2));
  }
  .effect {
    display: grid;
    grid-template: auto 1fr / minmax(0, 6fr) auto minmax(0, 8fr);
    gap: 1px var(--space-2);
    align-items: start;
    width: 100%;
    padding: 5px var(--space-2);
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-size: 13.5px;
    line-height: 1.4;
    text-align: left;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  .effect:hover,
  .effect:focus-visible {
    background: var(--accent-soft);
  }
  .effect:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .effects > li + li {
    border-top: 1px solid var(--rule);
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
  }
  .toggle {
    min-height: 26px;
    width: 24px;
    margin-top: 3px;
    color: var(--ink-faint);
  }
  .toggle .icon {
    transition: rotate var(--quick);
  }
  .toggle[aria-expanded='true'] .icon {
    rotate: 180deg;
  }
  .places {
    margin: -3px 0 5px;
    padding-left: calc((100% - 24px - 2 * var(--space-2) - 22px) * 6 / 14 + 22px + var(--space-2) * 2);
  }
  effect-why {
    margin: 0 var(--space-2);
  }
  .corrected {
    color: var(--accent);
    font-size: var(--text-tiny);
    font-weight: 600;
  }
  .rejected {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  summary {
    width: fit-content;
    cursor: pointer;
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
    overflow-wrap: anywhere;
  }
  .agent,
  .outcome {
    padding-top: 1px;
    overflow-wrap: anywhere;
  }
  .agent {
    grid-row: 1 / span 2;
    color: var(--ink-soft);
    text-align: right;
  }
  .agent[data-repeats] {
    color: var(--ink-faint);
  }
  .effect:hover .agent,
  .effect:focus-visible .agent,
  :host([pointed]) .agent {
    color: var(--ink);
  }
  .verb {
    font-size: var(--text-small);
    font-weight: 500;
  }
  .target {
    font-weight: 600;
  }
  /* Part of the row's name only: read out, not seen, and inline so that no space comes before its comma. */
  .spoken {
    font-size: 0;
  }
  .says {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    grid-area: 2 / 3;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  q {
    font-family: var(--font-serif);
    font-style: italic;
    quotes: '“' '”';
  }
`
