import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { GitCompareArrows, PenLine } from 'lucide'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import { icon } from '../../components/icon.ts'
import { directionSign, qualifiers } from '../mechanisms/direction-sign.ts'
import { effectVerb } from '#core/mechanism/cards/effect-verb.ts'

/** What a statement says: its sign, its sentence with what qualifies it, and the article's own words. */
export const whatIsSaid = (statement: AcrossStatement): TemplateResult => html`
  ${directionSign(statement, 13)}
  <span class="says">
    <span class="sentence"
      ><span class="agent ${statement.agent === null ? 'unnamed' : ''}">${statement.agent ?? 'agent not named'}</span>
      <span class="verb ${statement.direction}">${effectVerb(statement)}</span>
      <span class="target">${statement.target}</span> ${qualifiers(statement)} ${marks(statement)}</span
    >
    <q class="words">${statement.sentence}</q>
  </span>
`

const marks = ({ contested, origin }: AcrossStatement): TemplateResult | typeof nothing =>
  contested || origin === 'reader'
    ? html`<span class="marks"
        >${
          contested
            ? html`<span class="mark contested" title="Another statement says the opposite"
                >${icon(GitCompareArrows, 11)}contradicted</span
              >`
            : nothing
        }${origin === 'reader' ? html`<span class="mark own" title="Written or corrected by you">${icon(PenLine, 11)}yours</span>` : nothing}</span
      >`
    : nothing
