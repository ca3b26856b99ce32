import { css } from 'lit'

export const mechanismsHeadStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-1);
  }
  h2 {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-2);
    font: 600 var(--text) / 1.3 var(--font-ui);
  }
  h2 .faint {
    font-weight: 400;
  }
`
