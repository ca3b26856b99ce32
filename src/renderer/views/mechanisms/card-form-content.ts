import type { Direction } from '#core/mechanism/mechanism.ts'
import type { ReaderCard, ReaderPassage } from '#core/mechanism/cards/reader-card.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { Passage } from '#core/text/span.ts'

type CardContent = NonNullable<ReaderCard['content']>

/** One effect as the form holds it: an empty agent is one that the text does not name. */
export interface FormEffect {
  readonly id: string
  readonly agent: string
  readonly direction: Direction
  readonly target: string
  readonly negated: boolean
  readonly hedged: boolean
  /** Where the effect stands in the text; null for a new one, which takes the card's passage. */
  readonly passage: ReaderPassage | null
}

/** What is in the form while it is being filled in. */
export interface CardForm {
  readonly title: string
  readonly consequence: string
  /** One whose words are gone from the text can stay. */
  readonly passage: ReaderPassage | null
  readonly effects: readonly FormEffect[]
}

/** What is missing before a form can be saved, each with the field it belongs to. */
export interface FormProblem {
  readonly field: 'title' | 'passage' | `effect-${number}`
  readonly text: string
}

export const emptyEffect = (id: string): FormEffect => ({
  id,
  agent: '',
  direction: 'increases',
  target: '',
  negated: false,
  hedged: false,
  passage: null,
})

export const emptyForm = (passage: Passage | null, effectId: string): CardForm => ({
  title: '',
  consequence: '',
  passage,
  effects: [emptyEffect(effectId)],
})

/** The passage if the text still says its words there, or if it is known to have lost them. */
const passageIn = (text: string, passage: ReaderPassage | null): ReaderPassage | null =>
  passage === null || passage.lost !== undefined || text.slice(passage.start, passage.end) === passage.quote
    ? passage
    : null

/** A form that was left before the text changed, without the passages that stand on other words now. */
export const formIn = (text: string, form: CardForm): CardForm => ({
  ...form,
  passage: passageIn(text, form.passage),
  effects: form.effects.map(effect => ({ ...effect, passage: passageIn(text, effect.passage) })),
})

export const formOfCard = (card: ShownCard): CardForm => ({
  title: card.title,
  consequence: card.consequence ?? '',
  passage: card.passage,
  effects: card.effects.map(({ id, agent, direction, target, negated, hedged, passage }) => ({
    id,
    agent: agent ?? '',
    direction,
    target,
    negated,
    hedged,
    passage,
  })),
})

const isBlank = (effect: FormEffect): boolean => effect.agent.trim() === '' && effect.target.trim() === ''

/** What still has to be filled in. Effect rows without any words do not count. */
export const formProblems = (form: CardForm): readonly FormProblem[] => {
  const problems: FormProblem[] = []
  if (form.title.trim() === '') problems.push({ field: 'title', text: 'Give the mechanism a title.' })
  if (form.passage === null)
    problems.push({ field: 'passage', text: 'Select the passage in the article, then choose “Use the selection”.' })
  for (const [index, effect] of form.effects.entries()) {
    if (!isBlank(effect) && effect.target.trim() === '')
      problems.push({ field: `effect-${index}`, text: 'Say what is acted on.' })
  }
  return problems
}

/** The card that the form describes, white space trimmed and blank effects left out; null while something is missing. */
export const contentOfForm = (form: CardForm): CardContent | null => {
  const { passage } = form
  if (passage === null || formProblems(form).length > 0) return null
  const consequence = form.consequence.trim()
  return {
    title: form.title.trim(),
    ...(consequence === '' ? {} : { consequence }),
    passage,
    effects: form.effects
      .filter(effect => !isBlank(effect))
      .map(effect => ({
        ...effect,
        agent: effect.agent.trim() === '' ? null : effect.agent.trim(),
        target: effect.target.trim(),
        // An effect whose own words are gone goes with its card to where that is put now.
        passage: effect.passage === null || effect.passage.lost !== undefined ? passage : effect.passage,
      })),
  }
}
