import { css } from 'lit'

export const noteCardStyles = css`
  :host {
    display: block;
  }

  .note {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: 10px var(--space-3) 10px var(--space-4);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
    cursor: pointer;
    transition:
      border-color var(--quick),
      box-shadow var(--quick),
      background-color var(--quick);
  }
  .note::before {
    content: '';
    position: absolute;
    inset: -1px auto -1px -1px;
    width: 5px;
    border-radius: var(--radius) 0 0 var(--radius);
    background: var(--line);
  }
  .note.underline::before {
    background: repeating-linear-gradient(var(--line) 0 5px, transparent 5px 8px);
  }
  .note:hover,
  .note.pointed {
    border-color: var(--line);
  }
  .note.pointed {
    background: color-mix(in srgb, var(--mark) 22%, var(--paper));
  }
  .note.focused {
    border-color: var(--line);
    box-shadow:
      0 0 0 1px var(--line),
      var(--shadow-low);
  }
  .note.bare {
    padding-block: 7px;
  }

  .quote {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink-soft);
    font: 400 14px / 1.45 var(--font-serif);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .bare .quote {
    -webkit-line-clamp: 1;
  }
  .focused .quote {
    -webkit-line-clamp: 6;
  }
  .note.lost .quote {
    -webkit-line-clamp: 3;
    color: var(--ink);
  }
  .quote.edited {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--warning);
    font: 500 var(--text-small) / 1.4 var(--font-ui);
  }
  .note.lost.focused .quote {
    -webkit-line-clamp: 12;
  }
  .around {
    color: var(--ink-faint);
  }
  .note.lost::before,
  .note.changed::before {
    background: repeating-linear-gradient(var(--line) 0 2px, transparent 2px 5px);
  }
  .moved,
  .draft {
    color: var(--warning);
    font-size: var(--text-small);
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .tags li {
    max-width: 100%;
    padding: 0 8px;
    border: 1px solid var(--rule);
    border-radius: 10px;
    color: var(--ink-soft);
    font-size: var(--text-small);
    line-height: 18px;
    overflow-wrap: anywhere;
  }

  .actions {
    position: absolute;
    top: -1px;
    right: -1px;
    display: flex;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: 0 var(--radius) 0 var(--radius);
    background: var(--raised);
    opacity: 0;
    transition: opacity var(--quick);
  }
  .note:hover .actions,
  .note:focus-within .actions,
  .note.focused .actions {
    opacity: 1;
  }
  .actions .button {
    min-height: 26px;
    width: 26px;
  }
`
