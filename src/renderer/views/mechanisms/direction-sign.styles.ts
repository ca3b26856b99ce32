import { css } from 'lit'

export const directionSignStyles = css`
  .sign {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 22px;
    height: 22px;
    border: 1px solid transparent;
    border-radius: 50%;
  }
  .sign .icon {
    stroke-width: 2.4;
  }
  .increases {
    color: var(--up);
  }
  .decreases {
    color: var(--down);
  }
  .converts,
  .affects {
    color: var(--neutral);
  }
  .sign.increases {
    background: var(--up-soft);
  }
  .sign.decreases {
    background: var(--down-soft);
  }
  .sign.converts,
  .sign.affects {
    background: var(--neutral-soft);
  }
  .sign[data-qualified] {
    background: none;
    border: 1.5px dashed currentColor;
  }

  .qualifiers {
    display: inline-flex;
    gap: 4px;
  }
  .qualifier {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    padding: 0 5px;
    border: 1px dashed currentColor;
    border-radius: 9px;
    font-size: var(--text-tiny);
    font-weight: 600;
    line-height: 16px;
  }
  .qualifier.negated {
    color: var(--danger);
  }
  .qualifier.hedged {
    color: var(--warning);
  }
`
