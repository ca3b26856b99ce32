import { css } from 'lit'

export const notesPanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .head {
    position: relative;
    z-index: 1;
    flex: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    max-height: 70%;
    padding: var(--space-4) var(--space-3) var(--space-3);
    border-bottom: 1px solid var(--rule);
    background: var(--panel);
    overflow-y: auto;
  }
  .toolbar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .toolbar .faint {
    margin-left: auto;
  }
  .segments .button {
    padding-inline: 8px;
  }
  :is(notes-aligned, notes-list) {
    flex: 1;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    padding: 0 var(--space-3) var(--space-5);
    overflow-y: auto;
    scrollbar-gutter: stable;
    overscroll-behavior: contain;
  }
  .none {
    padding: var(--space-4);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .empty {
    margin: var(--space-4) 0;
  }
  .keys {
    display: grid;
    gap: 6px;
  }
  .keys div {
    display: grid;
    grid-template-columns: 70px 1fr;
    align-items: baseline;
  }
  kbd {
    padding: 1px 6px;
    border: 1px solid var(--rule);
    border-bottom-width: 2px;
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--ink);
    font: 500 var(--text-small) / 1.5 var(--font-ui);
  }
`
