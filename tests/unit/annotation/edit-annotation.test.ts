import { describe, expect, it } from 'vitest'
import {
  changeNote,
  changeTags,
  deleteAnnotation,
  recolor,
  resize,
  restoreAnnotation,
  restyle,
  setAside,
} from '#core/annotation/edit-annotation.ts'
import { annotationWith, articleOf } from './samples.ts'

const later = '2026-11-22T11:00:00.000Z'
const article = articleOf('In time, IL-10 rises again.')

describe('edits of an annotation', () => {
  const first = annotationWith()

  it.each([
    ['recolor', recolor(first, 'pink', later), { color: 'pink' }],
    ['restyle', restyle(first, 'underline', later), { style: 'underline' }],
    ['changeNote', changeNote(first, 'See *Fig. 2*', later), { note: 'See *Fig. 2*' }],
    ['changeTags', changeTags(first, [' cytokine '], later), { tags: ['cytokine'] }],
    ['deleteAnnotation', deleteAnnotation(first, later), { deleted: later }],
  ])('%s makes the next version and leaves the rest as it was', (_name, edited, change) => {
    expect(edited).toEqual({ ...first, ...change, version: 2, modified: later })
    expect(first).toEqual(annotationWith())
  })

  it.each([
    ['the same colour', recolor(first, 'yellow', later)],
    ['the same style', restyle(first, 'highlight', later)],
    ['the same note', changeNote(first, '', later)],
    ['the same tags', changeTags(first, [], later)],
    ['the same passage', resize(first, article, { start: 9, end: 20 }, later)],
    ['no passage at all', resize(first, article, { start: 12, end: 12 }, later)],
    ['restoring what is not deleted', restoreAnnotation(first, later)],
  ])('%s is no new version', (_what, edited) => {
    expect(edited).toBe(first)
  })

  it('moves the ends of the passage with all its selectors', () => {
    const longer = resize(first, article, { start: 3, end: 20 }, later)
    expect(longer.selectors.quote).toEqual({ exact: 'time, IL-10 rises', prefix: 'In ', suffix: ' again.' })
    expect(longer.selectors.position).toEqual({ start: 3, end: 20 })
    expect(longer.version).toBe(2)
  })

  it('that is set aside gets back the words that it was made on, and says so until it is attached anew', () => {
    const edited = { ...first, madeOn: 'IL-10 rose', note: 'Dose?' }
    const aside = setAside(edited, later)
    expect(aside).toMatchObject({ version: 2, modified: later, note: 'Dose?', setAside: later, keptOrphan: later })
    expect(aside.selectors.quote).toEqual({ ...first.selectors.quote, exact: 'IL-10 rose' })
    expect(aside).not.toHaveProperty('madeOn')
    expect(recolor(aside, 'pink', later).setAside).toBe(later)
    expect(resize(aside, article, { start: 3, end: 20 }, later)).not.toHaveProperty('setAside')
  })

  it('keeps the content of what is deleted, so that it can be restored', () => {
    const deleted = deleteAnnotation(changeNote(first, 'kept', later), later)
    expect(deleteAnnotation(deleted, '2026-11-22T12:00:00.000Z')).toBe(deleted)
    const restored = restoreAnnotation(deleted, '2026-11-22T12:00:00.000Z')
    expect(restored).toMatchObject({ note: 'kept', version: 4, modified: '2026-11-22T12:00:00.000Z' })
    expect('deleted' in restored).toBe(false)
  })
})
