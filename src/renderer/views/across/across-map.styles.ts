import { css } from 'lit'

export const acrossMapStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 330px;
    min-height: 0;
  }
  .map {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  effect-map {
    flex: 1;
    min-height: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--space-3);
    padding: var(--space-2) var(--space-4);
    border-top: 1px solid var(--rule);
  }
  .statements {
    min-width: 0;
    min-height: 0;
    overflow: hidden auto;
    border-inline-start: 1px solid var(--rule);
    background: var(--panel);
  }
  h2 {
    padding: var(--space-3) var(--space-4) var(--space-2);
    font-size: var(--text);
    font-weight: 600;
  }
  .note {
    padding: var(--space-4);
    color: var(--ink-soft);
    font-size: 13px;
    line-height: 1.5;
  }
  .statement {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 5px;
    width: 100%;
    padding: 10px var(--space-4);
    border: 0;
    border-top: 1px solid var(--rule);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .statement:hover {
    background: color-mix(in srgb, var(--ink) 5%, transparent);
  }
  .statement:focus-visible {
    outline-offset: -2px;
  }
  .said {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 9px;
  }
  /* There is room for whole sentences here. */
  .said .sentence,
  .said .words {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .said .words {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .article {
    display: flex;
    align-items: center;
    gap: 6px;
    padding-inline-start: 31px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .article span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (max-width: 820px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1.6fr) minmax(0, 1fr);
    }
    .statements {
      border-inline-start: 0;
      border-top: 1px solid var(--rule);
    }
  }
`
