import { css } from 'lit'

export const entityPickerStyles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
  }
  .box {
    display: flex;
    align-items: center;
    gap: 4px;
    height: 30px;
    padding: 0 2px 0 8px;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--raised);
  }
  .box > .icon {
    color: var(--ink-faint);
  }
  .box:focus-within {
    outline: var(--focus-ring);
    outline-offset: 0;
  }
  .box[data-chosen] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  input {
    flex: 1;
    min-width: 0;
    padding: 0 2px;
    border: 0;
    background: none;
    font-size: var(--text-small);
    text-overflow: ellipsis;
    outline: none;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  .clear {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--ink-soft);
    cursor: pointer;
  }
  .clear:hover {
    background: color-mix(in srgb, var(--accent) 18%, transparent);
    color: var(--ink);
  }
  .list {
    position: absolute;
    z-index: 3;
    inset: calc(100% + 4px) auto auto 0;
    width: max(100%, min(280px, calc(100vw - 48px)));
    max-height: 300px;
    padding: 4px;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-high);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  [role='option'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 1px 7px;
    align-items: center;
    padding: 4px 8px;
    border-radius: var(--radius-small);
    font-size: var(--text-small);
    cursor: pointer;
  }
  [role='option'] .icon {
    color: var(--ink-faint);
  }
  [role='option'] .name {
    overflow-wrap: anywhere;
  }
  [role='option'] .by {
    grid-column: 2 / -1;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  [role='option'][data-active],
  [role='option']:hover {
    background: var(--accent-soft);
  }
  [role='option'][aria-selected='true'] .name {
    font-weight: 600;
  }
  .none {
    padding: 6px 8px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  @media (forced-colors: active) {
    [role='option'][data-active] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
