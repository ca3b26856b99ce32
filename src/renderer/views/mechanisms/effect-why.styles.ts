import { css } from 'lit'

export const effectWhyStyles = css`
  :host {
    display: block;
    cursor: default;
  }
  .why {
    display: grid;
    gap: var(--space-2);
    margin: 2px 0 var(--space-2);
    padding: var(--space-3);
    border-radius: var(--radius);
    background: var(--panel);
    font-size: var(--text-small);
  }
  .sentence {
    color: var(--ink-soft);
    font: 400 14.5px / 1.6 var(--font-serif);
    overflow-wrap: anywhere;
  }
  .sentence.before {
    color: var(--ink-faint);
    font-size: 13.5px;
  }
  mark {
    padding: 1px 2px;
    border-radius: 3px;
    background: none;
    color: var(--ink);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  mark.agent {
    background: var(--lit);
    color: var(--ink);
  }
  mark.trigger {
    font-style: italic;
    font-weight: 600;
  }
  mark.trigger.increases {
    background: var(--up-soft);
    color: var(--up);
  }
  mark.trigger.decreases {
    background: var(--down-soft);
    color: var(--down);
  }
  mark.trigger.converts,
  mark.trigger.affects {
    background: var(--neutral-soft);
    color: var(--neutral);
  }
  mark.target {
    border-radius: 0;
    border-bottom: 2px solid var(--rule-strong);
    color: var(--ink);
    font-weight: 600;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--space-3);
    color: var(--ink-soft);
  }
  .legend mark {
    font-family: var(--font-serif);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 3px var(--space-3);
  }
  dt {
    color: var(--ink-faint);
  }
  dd {
    text-wrap: pretty;
  }
  .places {
    display: flex;
    align-items: center;
    gap: var(--space-1);
  }
  .places .number {
    flex: 1;
    color: var(--ink-soft);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin: 0 calc(-1 * var(--space-2)) -4px;
  }
  .foot.end {
    justify-content: flex-end;
    gap: var(--space-2);
    margin: 0;
  }
  .effect-fields {
    background: var(--paper);
  }
  @media (forced-colors: active) {
    mark {
      outline: 1px solid currentColor;
    }
  }
`
