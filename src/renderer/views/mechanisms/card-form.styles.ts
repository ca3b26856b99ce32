import { css } from 'lit'

export const cardFormStyles = css`
  :host {
    display: block;
    scroll-margin: var(--space-4);
  }
  form {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-4);
    border: 1px solid var(--accent);
    border-radius: var(--radius-large);
    background: var(--paper);
    box-shadow: var(--shadow-low);
  }
  h3 {
    font: 600 var(--text-large) / 1.3 var(--font-serif);
  }
  .resumed {
    color: var(--warning);
    font-size: var(--text-small);
  }
  .label .faint {
    font-weight: 400;
  }
  textarea.short {
    min-height: 0;
  }
  fieldset {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .use {
    margin-top: var(--space-2);
  }
  .foot {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
  }
`
