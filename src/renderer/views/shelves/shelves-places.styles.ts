import { css } from 'lit'

export const shelvesPlacesStyles = css`
  :host {
    display: block;
    overflow: auto;
    border-inline-end: 1px solid var(--rule);
    background: var(--panel);
  }
  library-button {
    padding: var(--space-2) var(--space-2) 0;
  }
  nav {
    padding: var(--space-3) var(--space-2);
  }
  h2 {
    padding: var(--space-3) 10px 4px;
    color: var(--ink-faint);
    font-size: 11px;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .hint {
    padding: 4px 10px;
    color: var(--ink-faint);
    font-size: var(--text-small);
  }
  li {
    display: flex;
    align-items: center;
    border-radius: var(--radius);
  }
  li.here {
    background: var(--accent-soft);
  }
  .place {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: 32px;
    padding: 4px 10px;
    border: 0;
    border-radius: var(--radius);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  li:not(.here) .place:hover {
    background: color-mix(in srgb, var(--ink) 6%, transparent);
  }
  .here .place {
    font-weight: 600;
  }
  .place .icon {
    color: var(--ink-faint);
  }
  .trash {
    margin-top: var(--space-3);
  }
  .here .place .icon {
    color: var(--accent);
  }
  .name {
    flex: 1;
    overflow: hidden;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .number {
    color: var(--ink-soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .new {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 4px 9px;
    border: 1px dashed var(--rule-strong);
    border-radius: var(--radius);
    color: var(--ink-soft);
  }
  .over {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
    background: var(--accent-soft);
    color: var(--ink);
  }
  .tools {
    display: flex;
  }
  .tools .button {
    width: 26px;
    min-height: 26px;
  }
  @media (width < 800px) {
    :host {
      display: flex;
      align-items: center;
      overflow: hidden;
      border-inline-end: 0;
      border-block-end: 1px solid var(--rule);
    }
    library-button {
      flex: none;
      max-width: 40%;
      padding: 4px 0 4px var(--space-2);
    }
    nav {
      display: flex;
      flex: 1;
      align-items: center;
      min-width: 0;
      padding: 2px var(--space-2);
      overflow-x: auto;
      scrollbar-width: thin;
    }
    nav ul {
      display: flex;
    }
    .trash {
      margin-top: 0;
    }
    .name {
      max-width: 160px;
    }
    .place,
    .new {
      white-space: nowrap;
    }
    h2,
    .hint {
      display: none;
    }
  }
`
