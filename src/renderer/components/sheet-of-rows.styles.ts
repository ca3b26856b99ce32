import { css } from 'lit'

/** A part that scrolls by itself, and the sheet in it on which rows are placed by their height: those near the view. */
export const sheetOfRowsStyles = css`
  .scroll {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
    outline: none;
  }
  .sheet {
    position: relative;
    contain: layout size;
  }
`
