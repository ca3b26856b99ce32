import { css } from 'lit'

export const markdownEditorStyles = css`
  :host {
    display: block;
  }
  .editor {
    display: grid;
    gap: var(--space-2);
  }
  .tabs {
    display: flex;
    gap: var(--space-3);
    border-bottom: 1px solid var(--rule);
  }
  .tabs button {
    margin-bottom: -1px;
    padding: 2px 0 4px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 500;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--accent);
    color: var(--ink);
  }
  .preview {
    min-height: 4.4em;
    padding: 6px 9px;
    border: 1px dashed var(--rule-strong);
    border-radius: var(--radius);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
  kbd {
    padding: 0 4px;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
    background: var(--raised);
    font: 500 var(--text-tiny) / 1.4 var(--font-ui);
  }
`
