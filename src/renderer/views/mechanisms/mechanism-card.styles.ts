import { css } from 'lit'

export const mechanismCardStyles = css`
  :host {
    display: block;
    scroll-margin: var(--space-4);
  }

  .card {
    position: relative;
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-4) var(--space-2);
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--paper);
    box-shadow: var(--shadow-low);
    cursor: pointer;
    transition:
      border-color var(--calm),
      background-color var(--calm);
  }
  .card::before {
    content: '';
    position: absolute;
    inset: 14px auto 14px -1px;
    width: 3px;
    border-radius: 0 3px 3px 0;
    background: transparent;
    transition: background-color var(--calm);
  }
  .card:hover,
  .card.pointed {
    border-color: color-mix(in srgb, var(--accent) 55%, var(--rule));
  }
  .card.pointed {
    background: color-mix(in srgb, var(--lit) 40%, var(--paper));
  }
  .card[aria-current] {
    border-color: var(--accent);
  }
  .card[aria-current]::before {
    background: var(--accent);
  }
  .card.reader {
    border-style: dashed;
    border-color: var(--rule-strong);
  }
  .card.reader[aria-current] {
    border-color: var(--accent);
  }

  header {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: var(--space-2) var(--space-3);
    align-items: start;
  }
  .place {
    min-width: 1ch;
    color: var(--accent);
    font: 400 26px / 0.95 var(--font-serif);
    font-variant-numeric: lining-nums tabular-nums;
  }
  h3 {
    min-width: 0;
  }
  h3 button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font: 600 16.5px / 1.3 var(--font-serif);
    text-align: left;
    text-wrap: balance;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .origin {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 3px;
    padding-top: 2px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--ink-soft);
    font-size: var(--text-tiny);
    font-weight: 500;
    white-space: nowrap;
  }
  .reader .badge {
    color: var(--accent);
  }
  .badge.decision {
    color: var(--up);
  }
  .edited .badge.decision {
    color: var(--accent);
  }

  .lost {
    display: flex;
    gap: 6px;
    color: var(--warning);
    font-size: var(--text-small);
  }
  .lost .icon {
    margin-top: 2px;
  }
  .consequence {
    color: var(--ink-soft);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .consequence::first-letter {
    text-transform: uppercase;
  }

  .entities {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
  }
  .entities li {
    display: inline-flex;
    max-width: 100%;
  }

  .name {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    min-height: 24px;
    padding: 2px 9px 2px 7px;
    border: 1px dashed var(--rule-strong);
    border-radius: 12px;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    line-height: 1.3;
    cursor: pointer;
  }
  .name:hover {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
  }
  .name:focus-visible {
    border-radius: 12px;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin: 0 calc(-1 * var(--space-2));
    padding-top: var(--space-1);
    border-top: 1px solid var(--rule);
  }
`
