import { css } from 'lit'

export const shelfFormStyles = css`
  dialog {
    width: min(420px, calc(100vw - 32px));
  }
  form {
    display: grid;
    gap: var(--space-3);
  }
  h2 {
    font: 600 18px / 1.3 var(--font-serif);
  }
  label {
    display: grid;
    gap: 4px;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .field {
    width: 100%;
    min-height: 34px;
    padding: 5px 10px;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font-size: var(--text);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 2px 4px 2px 10px;
    border-radius: 12px;
    background: var(--sunken);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .chips button {
    flex: none;
    display: grid;
    width: 24px;
    height: 24px;
    padding: 0;
    place-items: center;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  .chips button:hover {
    background: var(--rule);
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
  }
`
