import type { Direction, Effect, Extraction, Mechanism } from '#core/mechanism/mechanism.ts'
import { passageAt } from '#core/text/span.ts'
import type { Passage } from '#core/text/span.ts'

/** `agent | trigger | target`; a dash for no agent. Words are looked for from the start of `within` on. */
export interface Stated {
  readonly id: string
  readonly says: string
  readonly direction: Direction
  readonly negated?: boolean
  readonly within?: string
}

export const passageIn = (text: string, words: string, from = 0): Passage => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`The text does not hold “${words}”`)
  return passageAt(text, { start, end: start + words.length })
}

/** What some extractor might have found in the text: cards by title and passage, each with the effects that stand in it. */
export const foundIn = (
  text: string,
  cards: readonly { readonly id: string; readonly title: string; readonly passage: string }[],
  stated: readonly Stated[],
): Extraction => {
  const effects = stated.map(({ id, says, direction, negated = false, within }): Effect => {
    const [agent = '', trigger = '', target = ''] = says.split('|').map(words => words.trim())
    const from = within === undefined ? 0 : passageIn(text, within).start
    return {
      id,
      agent: agent === '-' ? null : passageIn(text, agent, from),
      direction,
      target: passageIn(text, target, from),
      trigger: passageIn(text, trigger, from),
      negated,
      hedged: false,
      confidence: 0.8,
      rule: 'subject-object',
    }
  })
  const mechanisms = cards.map(({ id, title, passage: words }): Mechanism => {
    const passage = passageIn(text, words)
    const own = effects.filter(({ trigger }) => trigger.start >= passage.start && trigger.end <= passage.end)
    return { id, title, origin: 'found', passage, effects: own.map(effect => effect.id), entities: [] }
  })
  return { mechanisms, effects, entities: [], study: null }
}
