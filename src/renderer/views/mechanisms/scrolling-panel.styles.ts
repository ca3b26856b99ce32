import { css } from 'lit'

/** A panel that fills the sidebar and scrolls as a whole; each gives its parts a gap of its own. */
export const scrollingPanelStyles = css`
  :host {
    display: block;
    height: 100%;
    min-height: 0;
  }
  .scroll {
    display: flex;
    flex-direction: column;
    height: 100%;
    padding: var(--space-4);
    overflow-y: auto;
    scrollbar-gutter: stable;
    overscroll-behavior: contain;
  }
  .scroll > * {
    flex: none;
  }
  .empty {
    margin: 0;
  }
`
