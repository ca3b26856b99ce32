import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenedArticle, OpenedMechanisms } from '#core/bridge/calls.ts'
import type { ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Effect } from '#core/mechanism/mechanism.ts'

const text = 'IL-10 lowers TNF. IL-10 lowers TNF. NGF raises pain.'
const at = (words: string, nth = 0) => {
  let start = -1
  for (let count = 0; count <= nth; count++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length, quote: words }
}
const stated = (id: string, nth: number): Effect => ({
  id,
  agent: at('IL-10', nth),
  trigger: at('lowers', nth),
  target: at('TNF', nth),
  direction: 'decreases',
  negated: false,
  hedged: false,
  confidence: 0.9,
  rule: 'active',
})
const pain: Effect = {
  ...stated('e3', 0),
  agent: at('NGF'),
  trigger: at('raises'),
  target: at('pain'),
  direction: 'increases',
}
const passage = { start: 0, end: text.length, quote: text }
const mechanisms: OpenedMechanisms = {
  found: {
    mechanisms: [{ id: 'm1', title: 'Calm', origin: 'found', passage, effects: ['e1', 'e2', 'e3'], entities: [] }],
    effects: [stated('e1', 0), stated('e2', 1), pain],
    entities: [],
    study: null,
  },
  cards: [],
  effectDecisions: [],
  finding: { status: 'done' },
}
const article = {
  article: { id: 'doc', text, textHash: '', sections: [], blocks: [] },
  annotations: [],
  pageNote: null,
  entry: { id: 'doc', position: { offset: 0, progress: 0 } },
  update: null,
} as unknown as OpenedArticle

let saved: { readonly name: string; readonly payload: Record<string, unknown> }[]
let state: {
  article: typeof import('../../../src/renderer/state/article.ts')
  cards: typeof import('../../../src/renderer/state/cards.ts')
  effects: typeof import('../../../src/renderer/state/effects.ts')
  history: typeof import('../../../src/renderer/state/history.ts')
  mechanisms: typeof import('../../../src/renderer/state/mechanisms.ts')
  records: typeof import('../../../src/renderer/state/records.ts')
  saving: typeof import('../../../src/renderer/state/saving.ts')
}

beforeEach(async () => {
  vi.resetModules()
  saved = []
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    pathmark: {
      call: (name: string, payload: Record<string, unknown>) => {
        if (name === 'cards.save') saved.push({ name, payload })
        return Promise.resolve({ ok: true, value: name === 'mechanisms.open' ? mechanisms : null })
      },
    },
  })
  state = {
    article: await import('../../../src/renderer/state/article.ts'),
    cards: await import('../../../src/renderer/state/cards.ts'),
    effects: await import('../../../src/renderer/state/effects.ts'),
    history: await import('../../../src/renderer/state/history.ts'),
    mechanisms: await import('../../../src/renderer/state/mechanisms.ts'),
    records: await import('../../../src/renderer/state/records.ts'),
    saving: await import('../../../src/renderer/state/saving.ts'),
  }
  state.article.showOpened(article)
  await state.mechanisms.askForMechanisms(article)
})

afterEach(async () => {
  // What an opened article has changed in the settings is saved a moment later: not into the next test's window.
  await (await import('../../../src/renderer/state/settings.ts')).flushSettings()
  vi.unstubAllGlobals()
})

const effects = (): readonly ShownEffect[] => state.cards.mergedCards.value[0]?.effects ?? []
const told = () => effects().map(({ agent, direction, target }) => [agent, direction, target])
const first = (): ShownEffect => {
  const [effect] = effects()
  if (effect === undefined) throw new Error('no effect is shown')
  return effect
}

test('an effect is rejected wherever it is said, in one step that undo takes back', () => {
  expect(told()).toEqual([
    ['IL-10', 'decreases', 'TNF'],
    ['NGF', 'increases', 'pain'],
  ])
  state.effects.rejectEffect(first())
  expect(told()).toEqual([['NGF', 'increases', 'pain']])
  expect(state.history.undoLabel.value).toBe('Reject effect')
  state.history.undo()
  expect(told()).toHaveLength(2)
  state.history.redo()
  expect(told()).toHaveLength(1)
})

test('what is rejected goes to the disk, and stays rejected when the article is looked through again', async () => {
  state.effects.rejectEffect(first())
  expect(await state.saving.flushSaves()).toBe(true)
  const decisions = saved.flatMap(({ payload }) => payload['effectDecisions'] as { about: unknown }[])
  expect(decisions.map(({ about }) => about)).toMatchObject([
    { agent: 'IL-10', target: 'TNF', passage: { start: 0 } },
    { agent: 'IL-10', target: 'TNF', passage: { start: 18 } },
  ])
  const renumbered = mechanisms.found.effects.map((effect, index) => ({ ...effect, id: `n${index}` }))
  const [card] = mechanisms.found.mechanisms
  if (card === undefined) throw new Error('one card')
  state.mechanisms.showMechanisms(article, {
    ...mechanisms,
    found: { ...mechanisms.found, effects: renumbered, mechanisms: [{ ...card, effects: ['n0', 'n1', 'n2'] }] },
  })
  expect(told()).toEqual([['NGF', 'increases', 'pain']])
})

test('an effect is put right wherever it is said, changed again, and restored as it was found', () => {
  const content = { agent: 'IL-10', direction: 'affects', target: 'TNF-α', negated: false, hedged: true } as const
  state.effects.correctEffect(first(), content)
  expect(first()).toMatchObject({ ...content, corrects: { direction: 'decreases' } })
  expect(first().places).toHaveLength(2)
  state.effects.correctEffect(first(), { ...content, direction: 'increases' })
  expect(first().direction).toBe('increases')
  expect([...state.records.effectRecords.value.values()].map(({ version }) => version)).toEqual([2, 2])
  state.effects.restoreEffect(first())
  expect(told()[0]).toEqual(['IL-10', 'decreases', 'TNF'])
})

test('a corrected effect can still be rejected, and comes back as it was found', () => {
  const content = { agent: 'IL-10', direction: 'affects', target: 'TNF', negated: false, hedged: false } as const
  state.effects.correctEffect(first(), content)
  state.effects.rejectEffect(first())
  expect(told()).toEqual([['NGF', 'increases', 'pain']])
  const [card] = state.cards.mergedCards.value
  if (card === undefined) throw new Error('one card')
  state.effects.restoreEffects(card)
  expect(told()[0]).toEqual(['IL-10', 'decreases', 'TNF'])
})

test('records of cards, effects and the page note are told apart, for saving and for undo', () => {
  state.cards.decideCard('m1', 'accepted')
  state.effects.rejectEffect(first())
  expect([state.records.cardRecords.value.size, state.records.effectRecords.value.size]).toEqual([1, 2])
  expect(state.records.pageNoteRecord.value).toBeNull()
})
