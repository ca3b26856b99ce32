import { describe, expect, it } from 'vitest'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { carryAnnotations } from '#core/revision/carry-annotations.ts'
import { withAbout } from '#core/mechanism/corrections/about-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { settleCards } from '#core/mechanism/corrections/settle-cards.ts'
import { carryCards } from '#core/revision/carry-cards.ts'
import { carryEffectDecisions } from '#core/revision/carry-effect-decisions.ts'
import { heedReader } from '#core/revision/heed-reader.ts'
import { passageAt } from '#core/text/span.ts'
import { annotationWith, articleOf, FIRST_ID } from '../annotation/samples.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const gone: Verdict = { status: 'orphaned', reason: 'words-gone', rejected: null }

describe('annotations on a new text', () => {
  const article = articleOf('New words first.', 'In time, IL-10 levels rise again.')
  const start = article.text.indexOf('IL-10')
  const changed: Verdict = { status: 'changed', start, end: start + 17, score: 0.8, difference: [] }

  it('that stand on edited words remember the ones that they were made on, the oldest when there are more', () => {
    const [carried] = carryAnnotations([annotationWith()], article, [changed], NOW)
    expect(carried).toMatchObject({ version: 2, modified: NOW, madeOn: 'IL-10 rises' })
    expect(carried?.selectors.quote.exact).toBe('IL-10 levels rise')
    const [again] = carryAnnotations([annotationWith({ madeOn: 'IL-10 rose' })], article, [changed], NOW)
    expect(again?.madeOn).toBe('IL-10 rose')
  })

  it('that are found after the reader had given them up are asked about no more', () => {
    const moved: Verdict = { status: 'moved', start, end: start + 5, score: 1 }
    const [found] = carryAnnotations([annotationWith({ keptOrphan: NOW })], article, [moved], NOW)
    expect(found?.keptOrphan).toBeUndefined()
  })

  it('that were set aside are not put on edited words again, but on their own when these come back', () => {
    const aside = annotationWith({ setAside: NOW, keptOrphan: NOW })
    const verdict = heedReader(aside, changed)
    expect(verdict).toMatchObject({ status: 'orphaned', rejected: { start, refusal: null } })
    expect(carryAnnotations([aside], article, [verdict], NOW)[0]).toBe(aside)
    const back: Verdict = { status: 'moved', start, end: start + 5, score: 1 }
    expect(heedReader(aside, back)).toBe(back)
    expect(carryAnnotations([aside], article, [back], NOW)[0]).not.toHaveProperty('setAside')
    expect(heedReader(annotationWith(), changed)).toBe(changed)
  })

  it('that are not found stay the record that they were', () => {
    const annotation = annotationWith()
    expect(carryAnnotations([annotation], article, [gone], NOW)[0]).toBe(annotation)
  })
})

describe('cards on a new text', () => {
  const [before, after] = [articleOf('Zinc lowers IL-6.', 'Rest.'), articleOf('Rest.', 'Zinc lowers IL-6.')]
  const extraction = (text: string, id: string, words: string): Extraction => {
    const start = text.indexOf(words)
    const passage = passageAt(text, { start, end: start + words.length })
    return {
      mechanisms: [{ id, title: 'Zinc', origin: 'found', passage, effects: [], entities: [] }],
      effects: [],
      entities: [],
      study: null,
    }
  }
  const record = (decision: ReaderCard['decision']): ReaderCard => ({
    id: FIRST_ID,
    created: NOW,
    modified: NOW,
    version: 1,
    decision,
    card: 'm-zinc',
  })
  const old = { article: before, found: extraction(before.text, 'm-zinc', 'Zinc lowers IL-6.') }
  const moved = (): Verdict[] => [0, 1].map(() => ({ status: 'moved', start: 6, end: 23, score: 1 }))

  it('take the decision to the card that stands on the passage, whatever it is called now', () => {
    const next = { article: after, found: extraction(after.text, 'm-zinc-and-il-6', 'Zinc lowers IL-6.') }
    const [carried] = carryCards(old, next, [record('accepted')], moved, NOW)
    expect(carried?.record).toMatchObject({ decision: 'accepted', card: 'm-zinc-and-il-6', version: 2 })
    expect(carried?.record.content).toBeUndefined()
  })

  it('do not take it to a card of the same name on other words', () => {
    const next = { article: after, found: extraction(after.text, 'm-zinc', 'Rest.') }
    for (const [decision, kept] of [
      ['accepted', 'added'],
      ['rejected', 'rejected'],
    ] as const) {
      const [carried] = carryCards(old, next, [record(decision)], () => [gone, gone], NOW)
      expect(carried?.record).toMatchObject({ decision: kept, card: null })
      expect(carried?.record.content?.passage).toMatchObject({
        quote: 'Zinc lowers IL-6.',
        lost: { suffix: '\nRest.' },
      })
    }
  })

  it('know what they are about in the new text, and are no longer about what is gone', () => {
    const next = { article: after, found: extraction(after.text, 'm-zinc', 'Zinc lowers IL-6.') }
    const [known] = withAbout(old.found, [record('accepted')])
    if (!known) throw new Error('There is no record')
    const [carried] = carryCards(old, next, [known], moved, NOW)
    expect(carried?.record.about?.passage).toMatchObject({ start: 6, end: 23 })
    expect(settleCards(next.found, carried ? [carried.record] : [])[0]?.card).toBe('m-zinc')
    const [lost] = carryCards(old, next, [known], () => [gone, gone], NOW)
    expect(lost?.record.about).toBeUndefined()
  })
})

describe('decisions on effects on a new text', () => {
  const [before, after] = [articleOf('Zinc lowers IL-6.', 'Rest.'), articleOf('Rest.', 'Zinc lowers IL-6.')]
  const decision: EffectDecision = {
    id: FIRST_ID,
    created: NOW,
    modified: NOW,
    version: 1,
    decision: 'rejected',
    about: {
      agent: 'Zinc',
      direction: 'decreases',
      target: 'IL-6',
      negated: false,
      hedged: false,
      trigger: 'lowers',
      passage: passageAt(before.text, { start: 0, end: 16 }),
    },
  }

  it('go where their passage is found again', () => {
    const [carried] = carryEffectDecisions(
      before,
      after,
      [decision],
      () => [{ status: 'moved', start: 6, end: 22, score: 1 }],
      NOW,
    )
    expect(carried).toMatchObject({ version: 2, modified: NOW, about: { passage: { start: 6, end: 22 } } })
    expect(carried?.about.passage.quote).toBe('Zinc lowers IL-6')
  })

  it('keep the words of a passage that is gone, and find it when it comes back', () => {
    const [lost] = carryEffectDecisions(before, after, [decision], () => [gone], NOW)
    expect(lost?.about.passage).toMatchObject({ quote: 'Zinc lowers IL-6', lost: { suffix: '.\nRest.' } })
    const asked: unknown[] = []
    carryEffectDecisions(
      after,
      before,
      lost ? [lost] : [],
      list => {
        asked.push(...list)
        return [gone]
      },
      NOW,
    )
    expect(asked).toEqual([{ quote: { exact: 'Zinc lowers IL-6', prefix: '', suffix: '.\nRest.' } }])
  })

  it('that are deleted, or stand where they stood, stay the record that they were', () => {
    const deleted = { ...decision, deleted: NOW }
    const stands: Verdict = { status: 'exact', start: 0, end: 16, score: 1 }
    expect(carryEffectDecisions(before, before, [deleted, decision], () => [stands], NOW)).toEqual([deleted, decision])
  })
})
