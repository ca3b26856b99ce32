import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { ArrowDown, ArrowRight, ArrowUp, Ban, ChevronsRight, CircleHelp } from 'lucide'
import type { IconNode } from 'lucide'
import type { Direction } from '#core/mechanism/mechanism.ts'
import { icon } from '../../components/icon.ts'

export const directionIcons: Record<Direction, IconNode> = {
  increases: ArrowUp,
  decreases: ArrowDown,
  converts: ChevronsRight,
  affects: ArrowRight,
}

interface Signed {
  readonly direction: Direction
  readonly negated: boolean
  readonly hedged: boolean
}

/** The round sign of an effect: an arrow in its colour, dashed when hedged or negated. The words stand elsewhere. */
export const directionSign = (effect: Signed, size = 14): TemplateResult =>
  html`<span class="sign ${effect.direction}" ?data-qualified=${effect.negated || effect.hedged} aria-hidden="true">
    ${icon(directionIcons[effect.direction], size)}
  </span>`

/** "not" and "perhaps" as a label, for those who do not read the verb. */
export const qualifiers = (effect: Signed): TemplateResult | typeof nothing =>
  effect.negated || effect.hedged
    ? html`<span class="qualifiers" aria-hidden="true">
        ${effect.negated ? html`<span class="qualifier negated">${icon(Ban, 11)}negated</span>` : nothing}
        ${effect.hedged ? html`<span class="qualifier hedged">${icon(CircleHelp, 11)}hedged</span>` : nothing}
      </span>`
    : nothing
