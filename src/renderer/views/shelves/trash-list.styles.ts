import { css } from 'lit'

export const trashListStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-4) var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--rule);
  }
  h2 {
    font: 600 18px / 1.3 var(--font-serif);
  }
  .head p {
    flex: 1 1 240px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: 10px var(--space-4) 10px var(--space-5);
    border-bottom: 1px solid color-mix(in srgb, var(--rule) 70%, transparent);
  }
  .what {
    display: grid;
    flex: 1 1 260px;
    gap: 2px;
    min-width: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-inline-start: auto;
  }
  .title {
    font: 600 15px / 1.3 var(--font-serif);
    overflow-wrap: anywhere;
  }
  .about {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .empty {
    display: grid;
    gap: 6px;
    justify-items: center;
    max-width: min(420px, 100% - 2 * var(--space-4));
    margin: var(--space-8) auto;
    color: var(--ink-soft);
    text-align: center;
  }
  dialog {
    width: min(440px, calc(100vw - 32px));
  }
  dialog h3 {
    margin-bottom: var(--space-2);
    font: 600 17px / 1.35 var(--font-serif);
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-top: var(--space-4);
  }
  .danger {
    border-color: var(--danger);
    color: var(--danger);
  }
`
