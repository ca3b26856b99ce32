import { css } from 'lit'

export const mapPanelStyles = css`
  :host {
    display: block;
  }
  section {
    position: relative;
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--paper);
    overflow: hidden;
  }
  section effect-map {
    /* As high as the drawing, or what leaves the first card in sight. */
    height: clamp(160px, var(--sheet-height, 320px), min(43vh, 420px));
  }
  .enlarge {
    position: absolute;
    top: var(--space-2);
    right: var(--space-2);
    background: color-mix(in srgb, var(--raised) 85%, transparent);
  }
  .more {
    margin-top: var(--space-1);
    font-size: var(--text-small);
  }

  dialog {
    width: min(1400px, calc(100vw - 48px));
    height: calc(100vh - 48px);
    max-width: none;
    max-height: none;
    padding: 0;
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    background: var(--paper);
    color: var(--ink);
    box-shadow: var(--shadow-high);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid var(--rule);
    background: var(--panel);
  }
  .filters .field {
    width: auto;
    color: inherit;
    font-family: inherit;
    font-size: var(--text-small);
  }
  dialog::backdrop {
    background: rgb(20 18 12 / 45%);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--space-5);
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--rule);
  }
  h2 {
    font: 600 18px / 1.3 var(--font-serif);
  }
  .legend {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 2px var(--space-4);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .legend .up span {
    color: var(--up);
  }
  .legend .down span {
    color: var(--down);
  }
  .dash {
    display: inline-block;
    width: 22px;
    border-top: 2px dashed currentColor;
    vertical-align: middle;
  }
  dialog effect-map {
    flex: 1;
    min-height: 0;
  }
  footer {
    min-height: 64px;
    padding: var(--space-3) var(--space-5);
    border-top: 1px solid var(--rule);
    background: var(--panel);
  }
  footer strong::first-letter {
    text-transform: uppercase;
  }
  footer strong {
    font-weight: 600;
  }
  footer q {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    color: var(--ink-soft);
    font-family: var(--font-serif);
    quotes: '“' '”';
  }
`
