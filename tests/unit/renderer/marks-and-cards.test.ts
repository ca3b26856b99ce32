import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenedArticle, OpenedMechanisms } from '#core/bridge/calls.ts'

const text = 'Stem cells\nStem cells secrete GDNF and lower IL-1.\nSafety\nNobody fell ill.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const openedArticle = {
  article: {
    format: 3,
    id: 'doc',
    text,
    textHash: '',
    htmlHash: '',
    words: 9,
    metadata: { title: 'Stem cells', authors: [], language: 'en', keywords: [], sourceNotes: [] },
    provenance: {
      format: 'html',
      fileName: '',
      sourceFile: '',
      sourceHash: '',
      imported: '',
      importer: '',
      warnings: [],
    },
    sections: [
      { id: 's0', level: 0, title: '', parent: null, start: 0, end: text.length },
      { id: 's1', level: 1, title: 'Stem cells', parent: 's0', start: 0, end: text.indexOf('Safety') },
      { id: 's2', level: 1, title: 'Safety', parent: 's0', start: text.indexOf('Safety'), end: text.length },
    ],
    blocks: [
      { id: 'b1', kind: 'heading', level: 1, section: 's1', start: 0, end: 10 },
      { id: 'b2', kind: 'paragraph', section: 's1', start: 11, end: text.indexOf('\nSafety') },
      { id: 'b3', kind: 'heading', level: 1, section: 's2', ...at('Safety') },
      { id: 'b4', kind: 'paragraph', section: 's2', ...at('Nobody fell ill.') },
    ],
  },
  html: '',
  annotations: [],
  pageNote: null,
  glossary: [],
  entry: {
    id: 'doc',
    title: 'Stem cells',
    authors: [],
    format: 'html',
    added: '',
    words: 9,
    sourceHash: '',
    annotations: 0,
    mechanisms: 1,
    position: { offset: 0, progress: 0 },
  },
  update: null,
  resources: `pathmark-app://window/article/${'0'.repeat(32)}/`,
} satisfies OpenedArticle

const openedMechanisms = {
  found: {
    mechanisms: [
      {
        id: 'm1',
        title: 'Secretion',
        origin: 'found',
        passage: { ...at('Stem cells secrete GDNF'), quote: 'Stem cells secrete GDNF' },
        effects: [],
        entities: [],
      },
    ],
    effects: [],
    entities: [],
    study: null,
  },
  cards: [],
  effectDecisions: [],
  finding: { status: 'done' },
} satisfies OpenedMechanisms

let saved: { readonly name: string; readonly payload: Record<string, unknown> }[]
let state: {
  annotations: typeof import('../../../src/renderer/state/annotations.ts')
  cards: typeof import('../../../src/renderer/state/cards.ts')
  history: typeof import('../../../src/renderer/state/history.ts')
  records: typeof import('../../../src/renderer/state/records.ts')
  article: typeof import('../../../src/renderer/state/article.ts')
  saving: typeof import('../../../src/renderer/state/saving.ts')
  mechanisms: typeof import('../../../src/renderer/state/mechanisms.ts')
}

const answers: Readonly<Record<string, unknown>> = {
  'article.open': openedArticle,
  'mechanisms.open': openedMechanisms,
}

beforeEach(async () => {
  vi.resetModules()
  saved = []
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    pathmark: {
      call: (name: string, payload: Record<string, unknown>) => {
        if (name.endsWith('.save')) saved.push({ name, payload })
        return Promise.resolve({ ok: true, value: answers[name] ?? null })
      },
    },
  })
  state = {
    annotations: await import('../../../src/renderer/state/annotations.ts'),
    cards: await import('../../../src/renderer/state/cards.ts'),
    history: await import('../../../src/renderer/state/history.ts'),
    records: await import('../../../src/renderer/state/records.ts'),
    article: await import('../../../src/renderer/state/article.ts'),
    saving: await import('../../../src/renderer/state/saving.ts'),
    mechanisms: await import('../../../src/renderer/state/mechanisms.ts'),
  }
  await state.article.openArticle('doc')
  const shown = state.article.opened.value
  if (shown !== null) await state.mechanisms.askForMechanisms(shown)
})

afterEach(async () => {
  // What an opened article has changed in the settings is saved a moment later: not into the next test's window.
  await (await import('../../../src/renderer/state/settings.ts')).flushSettings()
  vi.unstubAllGlobals()
})

const quotes = () => state.annotations.annotations.value.map(({ annotation }) => annotation.selectors.quote.exact)

test('marks are listed in text order, whenever they were made', () => {
  state.annotations.addAnnotation(at('IL-1'), { style: 'highlight', color: 'blue' })
  state.annotations.addAnnotation(at('GDNF'), { style: 'underline', color: 'yellow' })
  expect(quotes()).toEqual(['GDNF', 'IL-1'])
  expect(state.annotations.annotations.value.map(({ verdict }) => verdict.status)).toEqual(['exact', 'exact'])
})

test('a mark that was undone is kept as a tombstone with a higher version, and redo brings it back with a higher one still', async () => {
  const id = state.annotations.addAnnotation(at('GDNF'), { style: 'highlight', color: 'pink' }) ?? ''
  expect(state.history.undoLabel.value).toBe('Highlight')
  state.history.undo()
  expect(quotes()).toEqual([])
  expect(state.records.annotationRecords.value.get(id)).toMatchObject({ version: 2, deleted: expect.any(String) })
  state.history.redo()
  expect(quotes()).toEqual(['GDNF'])
  expect(state.records.annotationRecords.value.get(id)).toMatchObject({ version: 3 })
  expect(state.records.annotationRecords.value.get(id)).not.toHaveProperty('deleted')
  expect(await state.saving.flushSaves()).toBe(true)
  expect(saved.at(-1)).toMatchObject({ name: 'notes.save', payload: { id: 'doc', annotations: [{ id, version: 3 }] } })
})

test('a change without effect is no step of undo', () => {
  const id = state.annotations.addAnnotation(at('GDNF'), { style: 'highlight', color: 'pink' }) ?? ''
  state.annotations.changeAnnotation(id, { color: 'pink' }, 'Change colour')
  expect(state.history.undoLabel.value).toBe('Highlight')
  state.annotations.changeAnnotation(id, { color: 'green' }, 'Change colour')
  expect(state.history.undoLabel.value).toBe('Change colour')
})

test('marks, page note and cards share one history', () => {
  state.annotations.addAnnotation(at('GDNF'), { style: 'highlight', color: 'pink' })
  state.annotations.changePageNote('Read again.')
  state.cards.decideCard('m1', 'rejected')
  expect(state.cards.cards.value[0]).toMatchObject({ id: 'm1', decision: 'rejected', number: 0 })
  state.history.undo()
  expect(state.cards.cards.value[0]).toMatchObject({ id: 'm1', decision: null, number: 1 })
  state.history.undo()
  expect(state.annotations.pageNote.value).toBeNull()
  state.history.undo()
  expect(quotes()).toEqual([])
  expect(state.history.undoLabel.value).toBeNull()
})

test('an edited card keeps what the reader wrote until the decision is taken back', () => {
  const passage = { ...at('lower IL-1'), quote: 'lower IL-1' }
  state.cards.decideCard('m1', 'accepted')
  state.cards.editCard('m1', { title: 'Release', passage, effects: [] })
  expect(state.cards.cards.value[0]).toMatchObject({ title: 'Release', decision: 'edited', passage })
  expect(state.records.cardRecords.value.size).toBe(1)
  state.cards.decideCard('m1', null)
  expect(state.cards.cards.value[0]).toMatchObject({ title: 'Secretion', decision: null })
})

test('an added card can be edited and deleted, and comes back with undo', () => {
  const passage = { ...at('lower IL-1'), quote: 'lower IL-1' }
  const id = state.cards.addCard({ title: 'Damping', passage, effects: [] })
  state.cards.editCard(id, { title: 'Damping of IL-1', passage, effects: [] })
  expect(state.cards.cards.value.map(({ title }) => title)).toEqual(['Secretion', 'Damping of IL-1'])
  state.cards.deleteCard(id)
  expect(state.cards.cards.value).toHaveLength(1)
  state.history.undo()
  expect(state.cards.cards.value.map(({ title, decision }) => [title, decision])).toContainEqual([
    'Damping of IL-1',
    'added',
  ])
})

test('the card that is being read is the one whose passage holds the reading line', () => {
  state.article.readingOffset.value = at('secrete').start
  expect(state.cards.currentCard.value?.id).toBe('m1')
  state.cards.addCard({ title: 'Damping', passage: { ...at('lower IL-1'), quote: 'lower IL-1' }, effects: [] })
  state.article.readingOffset.value = at('IL-1').start
  expect(state.cards.currentCard.value?.title).toBe('Damping')
})

test('from the heading to the end of its section a card counts as being read, and in no other section', () => {
  state.article.readingOffset.value = 0
  expect(state.cards.currentCard.value?.id).toBe('m1')
  state.article.readingOffset.value = at('IL-1').start
  expect(state.cards.currentCard.value?.id).toBe('m1')
  state.article.readingOffset.value = at('Nobody').start
  expect(state.cards.currentCard.value).toBeNull()
  state.article.readingOffset.value = 0
  state.cards.decideCard('m1', 'rejected')
  expect(state.cards.currentCard.value).toBeNull()
})

const cardContent = (title: string) => ({
  title,
  passage: { ...at('Stem cells secrete GDNF'), quote: 'Stem cells secrete GDNF' },
  effects: [],
})
const shownCards = () => state.cards.cards.value.map(({ title, decision, number }) => [title, decision, number])

test('an edited card whose original is no longer found is still one card, to edit and to delete', () => {
  const record = { created: '', modified: '', version: 1, decision: 'edited' as const, content: cardContent('Mine') }
  state.records.putRecord({ id: '00000000-0000-4000-8000-000000000001', card: 'm-gone', ...record })
  const id = state.cards.cards.value.find(({ title }) => title === 'Mine')?.id ?? ''
  state.cards.editCard(id, cardContent('Mine still'))
  expect(shownCards()).toEqual([
    ['Secretion', null, 1],
    ['Mine still', 'edited', 2],
  ])
  state.cards.deleteCard(id)
  expect(shownCards()).toEqual([['Secretion', null, 1]])
  state.history.undo()
  expect(shownCards()).toHaveLength(2)
})

test('rejecting a card that was edited keeps what the reader wrote for when it is taken back', () => {
  state.cards.editCard('m1', cardContent('In my words'))
  state.cards.decideCard('m1', 'rejected')
  expect(shownCards()).toEqual([['In my words', 'rejected', 0]])
  state.cards.decideCard('m1', null)
  expect(shownCards()).toEqual([['In my words', 'edited', 1]])
  state.cards.decideCard('m1', null)
  expect(shownCards()).toEqual([['Secretion', null, 1]])
  for (let i = 0; i < 4; i++) state.history.undo()
  expect(shownCards()).toEqual([['Secretion', null, 1]])
  for (let i = 0; i < 2; i++) state.history.redo()
  expect(shownCards()).toEqual([['In my words', 'rejected', 0]])
})

test('the offer to undo a deletion goes away when something else is changed, which it would undo', async () => {
  const { notices } = await import('../../../src/renderer/state/notices.ts')
  const id = state.annotations.addAnnotation(at('GDNF'), { style: 'highlight', color: 'pink' }) ?? ''
  state.annotations.deleteAnnotation(id)
  state.history.offerUndo('The highlight was deleted.')
  expect(notices.value).toMatchObject([{ text: 'The highlight was deleted.' }])
  state.annotations.addAnnotation(at('IL-1'), { style: 'highlight', color: 'blue' })
  expect(notices.value).toEqual([])
  state.annotations.deleteAnnotation(state.annotations.annotations.value[0]?.annotation.id ?? '')
  state.history.offerUndo('The highlight was deleted.')
  notices.value[0]?.action?.run()
  expect(quotes()).toEqual(['IL-1'])
  expect(notices.value).toEqual([])
})
