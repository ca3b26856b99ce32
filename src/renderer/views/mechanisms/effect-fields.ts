import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { directions } from '#core/mechanism/mechanism.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'
import { icon } from '../../components/icon.ts'
import { directionIcons } from './direction-sign.ts'
import { directionNames } from './effect-words.ts'

/** What the fields of one effect hold: an empty agent is one that the text does not name. */
export interface EffectFields {
  readonly id: string
  readonly agent: string
  readonly direction: Direction
  readonly target: string
  readonly negated: boolean
  readonly hedged: boolean
}

interface FieldsLook {
  /** As it is read out before the name of each field. */
  readonly name: string
  readonly fields: EffectFields
  readonly change: (changes: Partial<EffectFields>) => void
  /** Id of the element that says what is wrong with the target; null when nothing is. */
  readonly problem: string | null
  /** Stands between the target and the options. */
  readonly problemLine: TemplateResult | typeof nothing
  /** Stands at the end of the options. */
  readonly end: TemplateResult | typeof nothing
  /** Id of a list of names to offer; none when absent. */
  readonly names?: string
}

const textOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value
const checkedOf = (event: Event): boolean => (event.currentTarget as HTMLInputElement).checked

const directionChoice = (
  { id, direction: chosen }: EffectFields,
  direction: Direction,
  change: FieldsLook['change'],
): TemplateResult =>
  html`<label class=${direction} title=${directionNames[direction]}>
    <input
      type="radio"
      name="direction-${id}"
      value=${direction}
      .checked=${live(chosen === direction)}
      @change=${() => change({ direction })}
    /><span>${icon(directionIcons[direction], 14)}<span class="word">${directionNames[direction]}</span></span>
  </label>`

const option = (name: 'negated' | 'hedged', { fields, change }: FieldsLook): TemplateResult =>
  html`<label
    ><input
      type="checkbox"
      .checked=${live(fields[name])}
      @change=${(event: Event) => change({ [name]: checkedOf(event) })}
    />${name}</label
  >`

/** The fields in which an effect is written: what acts, in which direction, on what, denied or doubted. Styles: `effectFieldsStyles`. */
export const effectFields = (look: FieldsLook): TemplateResult => {
  const { name, fields, change, problem, names } = look
  return html`<div class="effect-fields" role="group" aria-label=${name}>
    <input
      class="field"
      aria-label="${name}: what acts"
      placeholder="What acts (if named)"
      autocomplete="off"
      list=${names ?? nothing}
      .value=${live(fields.agent)}
      @input=${(event: Event) => change({ agent: textOf(event) })}
    />
    <div class="directions" role="radiogroup" aria-label="${name}: direction">
      ${directions.map(direction => directionChoice(fields, direction, change))}
    </div>
    <input
      class="field"
      aria-label="${name}: what is acted on"
      placeholder="What is acted on"
      autocomplete="off"
      list=${names ?? nothing}
      .value=${live(fields.target)}
      aria-invalid=${problem === null ? 'false' : 'true'}
      aria-describedby=${problem ?? nothing}
      @input=${(event: Event) => change({ target: textOf(event) })}
    />
    ${look.problemLine}
    <div class="options">${option('negated', look)}${option('hedged', look)}${look.end}</div>
  </div>`
}
