import { css } from 'lit'

export const notesListStyles = css`
  :host {
    display: block;
    padding: 0 var(--space-3) var(--space-5);
    overflow-y: auto;
    scrollbar-gutter: stable;
    overscroll-behavior: contain;
  }
  h3 {
    position: sticky;
    top: 0;
    z-index: 2;
    padding: var(--space-3) 0 calc(var(--space-1) + var(--space-2));
    background: var(--panel);
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
  }
  h3 span {
    color: var(--ink-faint);
    font-weight: 400;
  }
  note-card {
    margin-bottom: var(--space-2);
  }
`
