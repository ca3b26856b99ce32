import { describe, expect, it } from 'vitest'
import { findMentions, findOwnNames } from '#core/mechanism/entities/find-mentions.ts'
import { indexLexicon } from '#core/mechanism/entities/index-lexicon.ts'
import { turnedAgent, turnedTarget } from '#core/mechanism/readings/argument-words.ts'
import { withoutAttachedProcesses } from '#core/mechanism/readings/attached-processes.ts'
import { GroupSums } from '#core/mechanism/readings/feature-group.ts'
import { Weigher, findReadings, viewOf } from '#core/mechanism/readings/find-readings.ts'
import { entityLists, pathBetween, shortened } from '#core/mechanism/readings/item-paths.ts'
import { sentenceItems } from '#core/mechanism/readings/sentence-items.ts'
import type { Item } from '#core/mechanism/readings/sentence-items.ts'
import { triggerSenses } from '#core/mechanism/readings/trigger-words.ts'
import { weighSentence } from '#core/mechanism/readings/weigh-sentence.ts'
import { shippedWeigher } from '#core/mechanism/readings/weights.ts'
import { tagWords } from '#core/mechanism/words/part-of-speech.ts'
import { shippedLexicon } from './lexicon-data.ts'

const mentionsOf = (text: string) => {
  const index = indexLexicon(shippedLexicon)
  return findMentions(text, { start: 0, end: text.length }, index, findOwnNames(text, index))
}

const itemsOf = (text: string): Item[] => {
  const whole = { start: 0, end: text.length }
  return sentenceItems(text, whole, withoutAttachedProcesses(text, mentionsOf(text)), tagWords(text, whole))
}

const at = (items: readonly Item[], words: string): number => {
  const index = items.findIndex(item => item.lower === words.toLowerCase())
  if (index === -1) throw new Error(`no "${words}" among ${items.map(item => item.lower).join(' | ')}`)
  return index
}

const formOf = (text: string, word: string): string => {
  const items = itemsOf(text)
  return items[at(items, word)]?.trigger?.form ?? 'none'
}

describe('parts of speech', () => {
  it('keep their places in the text', () => {
    const text = 'IL-10  was not (yet)\nincreased by TNF-α.'
    const words = tagWords(text, { start: 0, end: text.length })
    expect(words.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replaceAll(/ /g, ''))
    expect(words.find(({ start }) => text.startsWith('increased', start))?.tag).toBe('VERB')
  })
})

describe('a trigger', () => {
  it.each([
    ['Insulin inhibits lipolysis.', 'inhibits', 'active'],
    ['Lipolysis is strongly inhibited by insulin.', 'inhibited', 'passive'],
    ['Insulin acts by inhibiting lipolysis.', 'inhibiting', 'ing'],
    ['Insulin is known to inhibit lipolysis.', 'inhibit', 'infinitive'],
    ['The inhibition of lipolysis by insulin is fast.', 'inhibition', 'noun'],
    ['The reduced IL-6 was measured.', 'reduced', 'modifier'],
    ['VEGF is essential for angiogenesis.', 'essential', 'predicate'],
    ['TNF-induced apoptosis was seen.', 'induced', 'linker'],
  ])('in "%s", %s, is %s', (text, word, form) => {
    expect(formOf(text, word)).toBe(form)
  })

  it('is known in every form of its family, and a word of another kind is none', () => {
    expect(triggerSenses('upregulates')?.verb?.name).toBe('up-regulate')
    expect(triggerSenses('inhibitors')?.other?.kind).toBe('agent')
    expect(triggerSenses('reduction')?.other?.family.sign).toBe(-1)
    expect(triggerSenses('table')).toBeNull()
  })
})

describe('the path between two items', () => {
  it('leaves out what is in brackets and joins nouns', () => {
    const items = itemsOf('IL-6 (a cytokine of many kinds) strongly activates the distal gene promoter of STAT3.')
    expect(pathBetween(items, at(items, 'il-6'), at(items, 'activates')).join(' ')).toBe('')
    expect(pathBetween(items, at(items, 'activates'), at(items, 'stat3')).join(' ')).toBe('n of')
  })

  it('keeps both ends of a long one', () => {
    expect(shortened(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a b … f g')
    expect(shortened(['a', 'b'])).toBe('a b')
  })

  it('tells a list from entities that stand apart', () => {
    const items = itemsOf('IL-6, TNF-α and IL-1β activate STAT3.')
    const entities = items.flatMap((item, i) => (item.mention ? [i] : []))
    const lists = entityLists(items, entities)
    expect(lists[0]).toBe(lists[2])
    expect(lists[3]).not.toBe(lists[0])
  })
})

describe('words that turn a direction', () => {
  const target = (text: string, trigger: string, entity: string) => {
    const items = itemsOf(text)
    return turnedTarget(items, at(items, entity), at(items, trigger))
  }
  const agent = (text: string, trigger: string, entity: string) => {
    const items = itemsOf(text)
    const { turn, span } = turnedAgent(items, at(items, entity), at(items, trigger))
    return { turn, words: text.slice(span.start, span.end) }
  }

  it('are counted between a trigger and its target', () => {
    expect(target('Curcumin prevents the loss of glutathione.', 'prevents', 'glutathione').turn).toBe(-1)
    expect(target('Curcumin prevents the rise of glutathione.', 'prevents', 'glutathione').turn).toBe(1)
    expect(target('MG-132 prevents IL-6 degradation.', 'prevents', 'il-6').turn).toBe(-1)
  })

  it('join the words of an agent, and turn it only where they name a reagent', () => {
    expect(agent('Inhibition of mTOR increased autophagy.', 'increased', 'mtor')).toEqual({
      turn: 1,
      words: 'Inhibition of mTOR',
    })
    expect(agent('STAT3 siRNA reduced VEGF.', 'reduced', 'stat3').turn).toBe(-1)
    expect(agent('Insulin reduced lipolysis.', 'reduced', 'insulin')).toEqual({ turn: 1, words: 'Insulin' })
  })
})

describe('a process that only says what of an entity is meant', () => {
  it('gives way to the entity; one that stands alone stays', () => {
    const names = (text: string): string[] =>
      withoutAttachedProcesses(text, mentionsOf(text)).map(({ start, end }) => text.slice(start, end))
    expect(names('TNF-α raises the expression of IL-6.')).toEqual(['TNF-α', 'IL-6'])
    expect(names('TNF-α induces apoptosis in the liver.')).toEqual(['TNF-α', 'apoptosis', 'liver'])
  })
})

describe('weighing', () => {
  const none = { agent: new Map<string, number>(), target: new Map<string, number>() }

  it('sums what speaks for a reading, and looks each key up once', () => {
    let made = 0
    const sums = new GroupSums(new Map([['a', 0.5]]))
    const group = {
      key: 'k',
      features: () => {
        made++
        return ['a', 'a', 'unknown']
      },
    }
    expect([sums.of(group), sums.of(group), made]).toEqual([[1], [1], 1])
  })

  it('finds every pair of a trigger when nothing speaks against any, and none when everything does', () => {
    const view = viewOf(itemsOf('IL-6 activates STAT3.'))
    const readings = (always: number) =>
      findReadings(view, [], new Weigher({ ...none, pair: new Map([['always', always]]) }), -0.5)
    expect(readings(0)).toHaveLength(2)
    expect(readings(-1)).toHaveLength(0)
  })

  it('tells the likelier way round with its direction, its denial and its doubt', () => {
    const text =
      'These data suggest that leptin does not inhibit the expression of insulin in the islets of obese mice.'
    const whole = { start: 0, end: text.length }
    const { effects } = weighSentence(
      text,
      whole,
      withoutAttachedProcesses(text, mentionsOf(text)),
      tagWords(text, whole),
      [],
      shippedWeigher,
    )
    const best = effects.toSorted((a, b) => b.probability - a.probability)[0]
    expect(best && text.slice(best.agent?.span.start, best.agent?.span.end)).toBe('leptin')
    expect(best && text.slice(best.target.span.start, best.target.span.end)).toBe('expression of insulin')
    expect(best).toMatchObject({ direction: 'decreases', negated: true, hedged: true, rule: 'read-active' })
  })
})
