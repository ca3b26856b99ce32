import { css } from 'lit'

/** `--mark` (the tint) and `--line` (the line and edge) of each of the six colours, by class. */
export const noteColorStyles = css`
  .yellow {
    --mark: var(--mark-yellow);
    --line: var(--line-yellow);
  }
  .green {
    --mark: var(--mark-green);
    --line: var(--line-green);
  }
  .blue {
    --mark: var(--mark-blue);
    --line: var(--line-blue);
  }
  .pink {
    --mark: var(--mark-pink);
    --line: var(--line-pink);
  }
  .orange {
    --mark: var(--mark-orange);
    --line: var(--line-orange);
  }
  .purple {
    --mark: var(--mark-purple);
    --line: var(--line-purple);
  }
  /* The colour of a mark is the reader's choice; the system's colours do not replace it. */
  @media (forced-colors: active) {
    .note::before,
    .row::before {
      forced-color-adjust: none;
    }
  }
`
