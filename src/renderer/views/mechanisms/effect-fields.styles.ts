import { css } from 'lit'

export const effectFieldsStyles = css`
  .effect-fields {
    display: grid;
    gap: var(--space-2);
    width: 100%;
    padding: var(--space-2);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--panel);
  }
  /* The names are offered while one is typed. */
  .field::-webkit-calendar-picker-indicator {
    display: none !important;
  }
  .directions {
    display: flex;
    gap: 3px;
  }
  .directions label {
    position: relative;
    flex: 1;
    cursor: pointer;
  }
  .directions label:has(:checked) {
    flex: 3;
  }
  .directions input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .directions input + span {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 28px;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  /* The word of a direction that is not chosen is in its tooltip and in its name. */
  .directions input:not(:checked) + span .word {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .directions .icon {
    stroke-width: 2.2;
  }
  .directions input:checked + span {
    border-color: currentColor;
    color: inherit;
    font-weight: 600;
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .directions .increases input:checked + span {
    background: var(--up-soft);
  }
  .directions .decreases input:checked + span {
    background: var(--down-soft);
  }
  .directions .converts input:checked + span,
  .directions .affects input:checked + span {
    background: var(--neutral-soft);
  }
  .directions input:focus-visible + span {
    outline: var(--focus-ring);
    outline-offset: 2px;
  }
  .options {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    font-size: var(--text-small);
  }
  .options label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    cursor: pointer;
  }
  .options input {
    width: 15px;
    height: 15px;
    margin: 0;
    accent-color: var(--accent);
  }
  .options .button {
    margin-left: auto;
  }
`
