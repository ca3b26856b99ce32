import { css } from 'lit'

export const statementCellsStyles = css`
  .says {
    display: grid;
    gap: 1px;
    min-width: 0;
  }
  .sentence,
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sentence {
    font-weight: 500;
  }
  .sentence .verb {
    font-weight: 400;
  }
  .sentence .unnamed {
    color: var(--ink-soft);
    font-style: italic;
    font-weight: 400;
  }
  .sentence .qualifiers,
  .marks {
    vertical-align: 1px;
  }
  .marks {
    display: inline-flex;
    gap: 4px;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    padding: 0 6px;
    border-radius: 9px;
    font-size: var(--text-tiny);
    font-weight: 500;
    line-height: 16px;
  }
  .mark.contested {
    background: var(--warning-soft);
    color: var(--warning);
  }
  .mark.own {
    background: var(--accent-soft);
    color: var(--accent-strong);
  }
  .words {
    color: var(--ink-soft);
    font: 400 13px / 1.4 var(--font-serif);
    quotes: '“' '”';
  }
`
