import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Study } from '#core/mechanism/mechanism.ts'
import { leadsTo } from '../mechanisms/lit-passages.ts'

/** How the study was made, a chip each that leads to the words that say so; nothing when the text does not tell. */
export const studyDesign = ({ design = [] }: Pick<Study, 'design'>): TemplateResult | typeof nothing =>
  design.length === 0
    ? nothing
    : html`<section aria-labelledby="design">
        <h2 id="design">Design</h2>
        <ul class="traits">
          ${design.map(
            ({ name, passage }) =>
              html`<li><button class="trait" type="button" ${leadsTo([passage])}>${name}</button></li>`,
          )}
        </ul>
      </section>`
