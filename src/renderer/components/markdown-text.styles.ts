import { css } from 'lit'

export const markdownTextStyles = css`
  :host {
    display: block;
    font: 400 var(--text) / 1.5 var(--font-ui);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  p,
  ul,
  ol,
  pre,
  blockquote,
  table,
  h4,
  h5,
  h6,
  hr {
    margin: 0 0 var(--space-2);
  }
  div > :last-child {
    margin-bottom: 0;
  }
  h4,
  h5,
  h6 {
    font-size: var(--text);
    font-weight: 650;
    line-height: 1.35;
  }
  h4 {
    font-size: var(--text-large);
  }
  ul,
  ol {
    padding-left: 1.4em;
  }
  li + li {
    margin-top: 2px;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  a:focus-visible {
    outline: var(--focus-ring);
    outline-offset: 2px;
    border-radius: var(--radius-small);
  }
  code {
    padding: 0 3px;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font: 0.92em var(--font-mono);
  }
  pre {
    padding: var(--space-2);
    border-radius: var(--radius-small);
    background: var(--sunken);
    overflow-x: auto;
  }
  pre code {
    padding: 0;
    background: none;
  }
  blockquote {
    padding-left: var(--space-3);
    border-left: 2px solid var(--rule-strong);
    color: var(--ink-soft);
  }
  hr {
    border: 0;
    border-top: 1px solid var(--rule);
  }
  table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: var(--text-small);
  }
  th,
  td {
    padding: 3px 8px;
    border-bottom: 1px solid var(--rule);
    text-align: left;
  }
`
