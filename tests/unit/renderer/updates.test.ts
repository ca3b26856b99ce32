import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'

const OLD = 'Stem cells secrete GDNF. Nobody fell ill.'
const NEW = 'Preface. Stem cells release GDNF. Nobody fell ill.'
const ID = '00000000-0000-4000-8000-000000000001'

const markOn = (text: string, words: string, version: number, madeOn?: string): Annotation => {
  const start = text.indexOf(words)
  const end = start + words.length
  return {
    id: ID,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    version,
    style: 'highlight',
    color: 'green',
    note: '',
    tags: [],
    selectors: {
      quote: { exact: words, prefix: text.slice(0, start), suffix: text.slice(end) },
      position: { start, end },
    },
    ...(madeOn === undefined ? {} : { madeOn }),
  }
}

const articleOf = (id: string, text: string, annotations: Annotation[], update: OpenedArticle['update']) =>
  ({
    article: {
      format: 3,
      id,
      text,
      textHash: text,
      htmlHash: '',
      words: 7,
      metadata: { title: id, authors: [], language: 'en', keywords: [], sourceNotes: [] },
      provenance: {
        format: 'html',
        fileName: '',
        sourceFile: '',
        sourceHash: '',
        imported: '',
        importer: '',
        warnings: [],
      },
      sections: [{ id: 's0', level: 0, title: '', parent: null, start: 0, end: text.length }],
      blocks: [{ id: 'b1', kind: 'paragraph', section: 's0', start: 0, end: text.length }],
    },
    html: '',
    annotations,
    pageNote: null,
    glossary: [],
    entry: {
      id,
      title: id,
      authors: [],
      format: 'html',
      added: '',
      words: 7,
      sourceHash: '',
      annotations: annotations.length,
      mechanisms: 0,
      position: { offset: 0, progress: 0 },
    },
    update,
    resources: `pathmark-app://window/article/${'0'.repeat(32)}/`,
  }) satisfies OpenedArticle

const report = {
  version: 2,
  updated: '2026-11-22T00:00:00.000Z',
  fileName: 'newer.html',
  annotations: [
    {
      id: ID,
      quote: { exact: 'secrete', prefix: '', suffix: '' },
      verdict: { status: 'changed' as const, start: 20, end: 27, score: 0.9, difference: [] },
    },
  ],
  cards: [],
}

/** What the main process answers next; a test changes it. */
let answers: Record<string, () => unknown>
let asked: { readonly name: string; readonly payload: unknown }[]
let state: {
  annotations: typeof import('../../../src/renderer/state/annotations.ts')
  article: typeof import('../../../src/renderer/state/article.ts')
  history: typeof import('../../../src/renderer/state/history.ts')
  lost: typeof import('../../../src/renderer/state/lost-marks.ts')
  notices: typeof import('../../../src/renderer/state/notices.ts')
  panels: typeof import('../../../src/renderer/state/panels.ts')
  records: typeof import('../../../src/renderer/state/records.ts')
  dialogs: typeof import('../../../src/renderer/state/dialogs.ts')
  updates: typeof import('../../../src/renderer/state/updates.ts')
}

const ok = (value: unknown) => ({ ok: true, value })

beforeEach(async () => {
  vi.resetModules()
  asked = []
  answers = {
    'article.open': () => ok(articleOf('doc', OLD, [markOn(OLD, 'secrete', 1)], null)),
    'article.update': () => ok(articleOf('doc', NEW, [markOn(NEW, 'release', 2, 'secrete')], report)),
    'article.undo-update': () => ok(articleOf('doc', OLD, [markOn(OLD, 'secrete', 9)], null)),
    'article.redo-update': () => ok(articleOf('doc', NEW, [markOn(NEW, 'release', 12, 'secrete')], report)),
  }
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    pathmark: {
      call: (name: string, payload: unknown) => {
        asked.push({ name, payload })
        return Promise.resolve(answers[name]?.() ?? ok(null))
      },
    },
  })
  state = {
    annotations: await import('../../../src/renderer/state/annotations.ts'),
    article: await import('../../../src/renderer/state/article.ts'),
    history: await import('../../../src/renderer/state/history.ts'),
    lost: await import('../../../src/renderer/state/lost-marks.ts'),
    notices: await import('../../../src/renderer/state/notices.ts'),
    panels: await import('../../../src/renderer/state/panels.ts'),
    records: await import('../../../src/renderer/state/records.ts'),
    dialogs: await import('../../../src/renderer/state/dialogs.ts'),
    updates: await import('../../../src/renderer/state/updates.ts'),
  }
  await state.article.openArticle('doc')
})

afterEach(async () => {
  await (await import('../../../src/renderer/state/settings.ts')).flushSettings()
  vi.unstubAllGlobals()
})

const text = () => state.article.opened.value?.article.text
const record = () => state.records.annotationRecords.value.get(ID)
const calls = () => asked.map(({ name }) => name)
const add = (words: string) =>
  state.annotations.addAnnotation(
    { start: (text() ?? '').indexOf(words), end: (text() ?? '').indexOf(words) + words.length },
    { style: 'underline', color: 'blue' },
  )

test('an update shows the new version with its report, and is one step that undo takes back and redo makes again', async () => {
  await state.updates.updateArticle('doc')
  expect(text()).toBe(NEW)
  expect(state.article.updateReport.value).toEqual(report)
  expect(state.panels.updateShown.value).toBe(true)
  expect(state.history.undoLabel.value).toBe('Update from a newer copy')
  state.history.undo()
  await expect.poll(text).toBe(OLD)
  await expect.poll(() => state.history.redoLabel.value).toBe('Update from a newer copy')
  expect(state.article.updateReport.value).toBeNull()
  expect(state.panels.updateShown.value).toBe(false)
  expect(state.history.undoLabel.value).toBeNull()
  state.history.redo()
  await expect.poll(text).toBe(NEW)
  await expect.poll(() => state.history.undoLabel.value).toBe('Update from a newer copy')
  expect(state.article.updateReport.value).toEqual(report)
})

test('edits made after an update are undone before it, and those made before it after it', async () => {
  add('GDNF')
  await state.updates.updateArticle('doc')
  add('Preface')
  expect(state.history.undoLabel.value).toBe('Underline')
  state.history.undo()
  expect(state.history.undoLabel.value).toBe('Update from a newer copy')
  state.history.undo()
  await expect.poll(() => state.history.undoLabel.value).toBe('Underline')
  expect(text()).toBe(OLD)
  state.history.undo()
  expect(state.history.undoLabel.value).toBeNull()
  state.history.redo()
  state.history.redo()
  await expect.poll(() => state.history.undoLabel.value).toBe('Update from a newer copy')
  expect(text()).toBe(NEW)
  expect(state.history.redoLabel.value).toBe('Underline')
  state.history.redo()
  expect(state.annotations.annotations.value.map(({ annotation }) => annotation.selectors.quote.exact)).toContain(
    'Preface',
  )
})

test('of two updates each is a step of its own, taken back and made again in its turn', async () => {
  const NEWEST = `Again. ${NEW}`
  add('GDNF')
  await state.updates.updateArticle('doc')
  add('Preface')
  answers['article.update'] = () => ok(articleOf('doc', NEWEST, [], { ...report, version: 3 }))
  await state.updates.updateArticle('doc')
  expect(text()).toBe(NEWEST)
  answers['article.undo-update'] = () => ok(articleOf('doc', NEW, [markOn(NEW, 'release', 4, 'secrete')], report))
  state.history.undo()
  await expect.poll(() => state.history.undoLabel.value).toBe('Underline')
  state.history.undo()
  expect(state.history.undoLabel.value).toBe('Update from a newer copy')
  answers['article.undo-update'] = () => ok(articleOf('doc', OLD, [markOn(OLD, 'secrete', 9)], null))
  state.history.undo()
  await expect.poll(text).toBe(OLD)
  await expect.poll(() => state.history.undoLabel.value).toBe('Underline')
  state.history.redo()
  await expect.poll(text).toBe(NEW)
  await expect.poll(() => state.history.redoLabel.value).toBe('Underline')
  state.history.redo()
  answers['article.redo-update'] = () => ok(articleOf('doc', NEWEST, [], { ...report, version: 3 }))
  expect(state.history.redoLabel.value).toBe('Update from a newer copy')
  state.history.redo()
  await expect.poll(text).toBe(NEWEST)
})

test('a new edit after an update was taken back forgets that it could be made again', async () => {
  await state.updates.updateArticle('doc')
  state.history.undo()
  await expect.poll(() => state.history.redoLabel.value).toBe('Update from a newer copy')
  add('GDNF')
  expect(state.history.redoLabel.value).toBeNull()
})

test('what is not on the disk yet is saved before the version changes', async () => {
  add('GDNF')
  await state.updates.updateArticle('doc')
  expect(calls().indexOf('notes.save')).toBeGreaterThan(-1)
  expect(calls().indexOf('notes.save')).toBeLessThan(calls().indexOf('article.update'))
})

test('an update is not begun while the disk refuses the last changes', async () => {
  answers['notes.save'] = () => ({ ok: false, error: { code: 'disk-full', message: 'The disk is full.' } })
  add('GDNF')
  await state.updates.updateArticle('doc')
  expect(calls()).not.toContain('article.update')
  expect(text()).toBe(OLD)
  expect(state.notices.notices.value.at(-1)?.text).toMatch(/stays as it is/)
  // What is left waiting would be tried again in the midst of another test.
  delete answers['notes.save']
  await (await import('../../../src/renderer/state/saving.ts')).retryNow()
})

test('an update that fails leaves the article and the history as they were, and says why', async () => {
  answers['article.update'] = () => ({ ok: false, error: { code: 'same-file', message: 'This is the same file.' } })
  add('GDNF')
  await state.updates.updateArticle('doc')
  expect(text()).toBe(OLD)
  expect(state.history.undoLabel.value).toBe('Underline')
  expect(state.notices.notices.value.at(-1)?.text).toBe('This is the same file.')
})

test('an update that cannot be taken back stays the next step of undo', async () => {
  await state.updates.updateArticle('doc')
  answers['article.undo-update'] = () => ({ ok: false, error: { code: 'unexpected', message: 'Not now.' } })
  state.history.undo()
  await expect.poll(() => state.notices.notices.value.at(-1)?.text).toBe('Not now.')
  expect(text()).toBe(NEW)
  expect(state.history.undoLabel.value).toBe('Update from a newer copy')
})

test('a report of an earlier session still takes its update back, which can then be made again', async () => {
  answers['article.open'] = () => ok(articleOf('other', NEW, [], report))
  await state.article.openArticle('other')
  expect(state.article.updateReport.value).toEqual(report)
  expect(state.history.undoLabel.value).toBeNull()
  answers['article.undo-update'] = () => ok(articleOf('other', OLD, [], null))
  await state.updates.takeUpdateBack()
  expect(text()).toBe(OLD)
  expect(state.history.redoLabel.value).toBe('Update from a newer copy')
})

test('with the report put away, also one of an earlier session, undo still takes the update back and the reader is told', async () => {
  answers['article.open'] = () => ok(articleOf('other', NEW, [], report))
  await state.article.openArticle('other')
  expect(state.history.undoLabel.value).toBeNull()
  await state.updates.closeReport()
  expect(asked.at(-1)).toEqual({ name: 'article.close-report', payload: { id: 'other' } })
  expect(state.article.updateReport.value).toBeNull()
  expect(state.notices.notices.value.at(-1)?.text).toContain('Undo still takes the update back')
  answers['article.undo-update'] = () => ok(articleOf('other', OLD, [], null))
  state.history.undo()
  await expect.poll(text).toBe(OLD)
})

/** Lets the update begin and wait; what is returned ends it. */
async function beginUpdate(answer: unknown) {
  let finish: (value: unknown) => void = () => undefined
  answers['article.update'] = () => new Promise(resolve => (finish = resolve))
  const update = state.updates.updateArticle('doc')
  await expect.poll(calls).toContain('article.update')
  return async () => {
    finish(answer)
    await update
  }
}
const savedMarks = () =>
  asked.flatMap(({ name, payload }) =>
    name === 'notes.save' ? (payload as { annotations: readonly Annotation[] }).annotations : [],
  )

test('what the reader does to a mark while the update is under way is made on the new text, and can be undone there', async () => {
  const end = await beginUpdate(ok(articleOf('doc', NEW, [markOn(NEW, 'release', 2, 'secrete')], report)))
  state.annotations.changeAnnotation(ID, { color: 'pink' }, 'Change colour')
  add('GDNF')
  expect(record()?.color).toBe('pink')
  expect(state.annotations.annotations.value).toHaveLength(2)
  expect(savedMarks()).toEqual([])
  state.history.undo()
  expect(record()?.color).toBe('pink')
  await end()
  expect(record()).toMatchObject({
    color: 'pink',
    version: 3,
    madeOn: 'secrete',
    selectors: { quote: { exact: 'release' } },
  })
  expect([...state.records.annotationRecords.value.values()].map(({ selectors }) => selectors.quote.exact)).toEqual([
    'release',
    'GDNF',
  ])
  await expect
    .poll(
      () =>
        savedMarks()
          .filter(({ id }) => id === ID)
          .at(-1)?.version,
    )
    .toBe(3)
  expect(savedMarks().every(({ version, id }) => id !== ID || version === 3)).toBe(true)
  state.history.undo()
  state.history.undo()
  expect(record()).toMatchObject({ color: 'green', selectors: { quote: { exact: 'release' } } })
  expect(state.history.undoLabel.value).toBe('Update from a newer copy')
})

test('what the reader does while an update fails, or while another article is opened, is saved as it is', async () => {
  const fails = await beginUpdate({ ok: false, error: { code: 'same-file', message: 'This is the same file.' } })
  state.annotations.changeAnnotation(ID, { color: 'pink' }, 'Change colour')
  await fails()
  expect(record()).toMatchObject({ color: 'pink', version: 2, selectors: { quote: { exact: 'secrete' } } })
  await expect.poll(() => savedMarks().at(-1)).toMatchObject({ color: 'pink', version: 2 })
  const leaves = await beginUpdate(ok(articleOf('doc', NEW, [], report)))
  state.annotations.changeAnnotation(ID, { color: 'blue' }, 'Change colour')
  answers['article.open'] = () => ok(articleOf('other', 'Another text.', [], null))
  await state.article.openArticle('other')
  await leaves()
  await expect.poll(() => savedMarks().at(-1)).toMatchObject({ id: ID, color: 'blue' })
})

test('edits are held in the same way while an update is taken back', async () => {
  await state.updates.updateArticle('doc')
  let finish: (value: unknown) => void = () => undefined
  answers['article.undo-update'] = () => new Promise(resolve => (finish = resolve))
  state.history.undo()
  await expect.poll(calls).toContain('article.undo-update')
  state.annotations.changeAnnotation(ID, { note: 'While it goes back' }, 'Edit note')
  finish(ok(articleOf('doc', OLD, [markOn(OLD, 'secrete', 9)], null)))
  await expect.poll(text).toBe(OLD)
  await expect.poll(() => record()?.version).toBe(10)
  expect(record()).toMatchObject({ note: 'While it goes back', selectors: { quote: { exact: 'secrete' } } })
  expect(state.history.undoLabel.value).toBe('Edit note')
})

test('a mark whose new words are not the same is set aside with its own words, and undone or attached again', async () => {
  await state.updates.updateArticle('doc')
  state.lost.setMarkAside(ID)
  expect(record()).toMatchObject({ version: 3, selectors: { quote: { exact: 'secrete' } } })
  expect(record()?.setAside).toMatch(/^\d{4}-/)
  expect(record()).not.toHaveProperty('madeOn')
  expect(state.lost.editedSpans.value).toEqual([])
  expect(state.history.undoLabel.value).toBe('Set highlight aside')
  state.history.undo()
  expect(state.annotations.annotations.value[0]?.span?.start).toBe(NEW.indexOf('release'))
  state.history.redo()
  state.lost.attachMark(ID, { start: 0, end: 7 })
  expect(record()).not.toHaveProperty('setAside')
  expect(record()).not.toHaveProperty('keptOrphan')
  expect(state.annotations.annotations.value[0]?.span).toEqual({ start: 0, end: 7 })
})

test('the reader keeps a mark on its new words, attaches it elsewhere or takes both back', async () => {
  await state.updates.updateArticle('doc')
  state.lost.keepNewWords(ID)
  expect(record()).not.toHaveProperty('madeOn')
  expect(record()?.selectors.quote.exact).toBe('release')
  state.history.undo()
  expect(record()?.madeOn).toBe('secrete')
  const start = NEW.indexOf('GDNF')
  state.lost.attachMark(ID, { start, end: start + 4 })
  expect(record()).not.toHaveProperty('madeOn')
  expect(record()?.selectors.position).toEqual({ start, end: start + 4 })
  expect(state.history.undoLabel.value).toBe('Attach highlight')
  state.history.undo()
  expect(record()).toMatchObject({ madeOn: 'secrete', selectors: { quote: { exact: 'release' } } })
})

test('a mark kept without a passage says when, and attaching it later ends that', async () => {
  state.lost.keepWithoutPassage(ID)
  expect(record()?.keptOrphan).toMatch(/^\d{4}-/)
  state.lost.attachMark(ID, { start: 0, end: 4 })
  expect(record()).not.toHaveProperty('keptOrphan')
  state.history.undo()
  state.history.undo()
  expect(record()).not.toHaveProperty('keptOrphan')
})

test('newer copies are asked about one after the other, and each answer does what it says', async () => {
  const copy = (n: number) => ({ offer: `offer-${n}`, fileName: `${n}.html`, id: 'doc', title: 'Stem cells' })
  answers['library.import-beside'] = () =>
    ok({
      ids: ['doc'],
      duplicates: [],
      failures: [],
      again: null,
      remarks: [],
      newer: [],
      marks: [],
      arrived: [],
      cancelled: 0,
    })
  state.updates.askAboutNewerCopies([copy(1), copy(2), copy(3)])
  expect(state.dialogs.shownDialog.value).toBe('newer-copy')
  await state.updates.decideNewerCopy('leave')
  expect(state.updates.newerCopies.value.map(({ offer }) => offer)).toEqual(['offer-2', 'offer-3'])
  await state.updates.decideNewerCopy('update')
  expect(asked).toContainEqual({ name: 'article.update', payload: { id: 'doc', offer: 'offer-2' } })
  expect(state.dialogs.shownDialog.value).toBe('newer-copy')
  await state.updates.decideNewerCopy('beside')
  expect(asked).toContainEqual({ name: 'library.import-beside', payload: { offer: 'offer-3' } })
  expect(state.dialogs.shownDialog.value).toBeNull()
})

test('an update that ends when another article is open does not take its place', async () => {
  let finish: (value: unknown) => void = () => undefined
  answers['article.update'] = () => new Promise(resolve => (finish = resolve))
  const update = state.updates.updateArticle('doc')
  await expect.poll(calls).toContain('article.update')
  answers['article.open'] = () => ok(articleOf('other', 'Another text.', [], null))
  await state.article.openArticle('other')
  finish(ok(articleOf('doc', NEW, [], report)))
  await update
  expect(text()).toBe('Another text.')
  expect(state.notices.notices.value.at(-1)).toMatchObject({ text: '“doc” was updated.', action: { label: 'Show' } })
})

test('a version that another program put in place is shown, and edits of the one before are not undone in it', async () => {
  add('GDNF')
  answers['article.open'] = () => ok(articleOf('doc', NEW, [markOn(NEW, 'release', 2, 'secrete')], report))
  await state.article.takeInStored()
  expect(text()).toBe(NEW)
  expect(state.article.updateReport.value).toEqual(report)
  expect(state.history.undoLabel.value).toBeNull()
})
