import { css } from 'lit'

export const entityChipStyles = css`
  :host {
    display: inline-flex;
    max-width: 100%;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-width: 100%;
    min-height: 24px;
    padding: 2px 9px 2px 7px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    line-height: 1.3;
    text-align: left;
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick),
      color var(--quick);
  }
  .chip .icon {
    color: var(--ink-faint);
  }
  .chip:hover,
  .chip[aria-expanded='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
  }
  .chip:focus-visible {
    border-radius: 12px;
  }

  .popover {
    position: fixed;
    inset: 0 auto auto 0;
    width: 300px;
    max-width: calc(100vw - 24px);
    margin: 0;
    padding: var(--space-4);
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-high);
  }
  .eyebrow {
    display: flex;
    align-items: center;
    gap: 5px;
  }
  h4 {
    margin: 2px 0 var(--space-2);
    font: 600 19px / 1.25 var(--font-serif);
  }
  .definition {
    font-size: var(--text);
    line-height: 1.5;
  }
  .names {
    margin-top: var(--space-2);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .definition + .label,
  .faint + .label,
  .names + .label {
    margin-top: var(--space-3);
  }
  .faint + .definition {
    margin-top: var(--space-1);
  }
  .expansions button {
    display: flex;
    gap: 6px;
    width: calc(100% + 12px);
    margin: 0 -6px;
    padding: 4px 6px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    font-size: var(--text-small);
    line-height: 1.4;
    text-align: left;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  .expansions button:hover {
    background: var(--sunken);
  }
  .expansions .icon {
    margin-top: 2px;
    color: var(--ink-faint);
  }
  .expansions b {
    font-weight: 600;
  }
  .mentions {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin-top: var(--space-3);
    padding-top: var(--space-2);
    border-top: 1px solid var(--rule);
    font-size: var(--text-small);
    color: var(--ink-soft);
  }
  .mentions span {
    flex: 1;
  }
`
