import { describe, expect, it } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import { changeNote, deleteAnnotation, recolor } from '#core/annotation/edit-annotation.ts'
import { addEdit, emptyHistory, redo, undo } from '#core/annotation/history.ts'
import type { Edit, History, HistoryStep } from '#core/annotation/history.ts'
import { annotationWith, SECOND_ID } from './samples.ts'

/** A reader's desk: records by id, and the history of what was done to them. */
class Desk {
  readonly records = new Map<string, Annotation>()
  history: History<Annotation> = emptyHistory()
  #minute = 0

  now(): string {
    this.#minute += 1
    return `2026-11-22T10:${String(this.#minute).padStart(2, '0')}:00.000Z`
  }

  perform(edit: Edit<Annotation>): void {
    this.history = addEdit(this.history, edit)
    for (const { after } of edit.changes) this.records.set(after.id, after)
  }

  undo(): string | null {
    return this.#take(undo(this.history, this.#rules()))
  }

  redo(): string | null {
    return this.#take(redo(this.history, this.#rules()))
  }

  get(id: string): Annotation {
    const record = this.records.get(id)
    if (!record) throw new Error(`no record ${id}`)
    return record
  }

  #rules() {
    const now = this.now()
    return {
      now,
      latest: (record: Annotation) => this.get(record.id),
      withdraw: (record: Annotation) => ({ ...record, deleted: now }),
    }
  }

  #take(step: HistoryStep<Annotation> | null): string | null {
    if (!step) return null
    this.history = step.history
    for (const record of step.records) {
      if (record.version <= this.get(record.id).version) throw new Error(`version ${record.version} is not a new one`)
      this.records.set(record.id, record)
    }
    return step.label
  }
}

const deskWithThreeEdits = () => {
  const desk = new Desk()
  const made = annotationWith()
  const pink = recolor(made, 'pink', desk.now())
  const noted = changeNote(pink, 'why?', desk.now())
  desk.perform({ label: 'Highlight', changes: [{ before: null, after: made }] })
  desk.perform({ label: 'Change colour', changes: [{ before: made, after: pink }] })
  desk.perform({ label: 'Edit note', changes: [{ before: pink, after: noted }] })
  return { desk, id: made.id }
}

describe('undo and redo', () => {
  it('goes back through every step, and versions only grow', () => {
    const { desk, id } = deskWithThreeEdits()
    expect(desk.undo()).toBe('Edit note')
    expect(desk.get(id)).toMatchObject({ note: '', color: 'pink', version: 4 })
    expect(desk.undo()).toBe('Change colour')
    expect(desk.get(id)).toMatchObject({ note: '', color: 'yellow', version: 5 })
    expect(desk.undo()).toBe('Highlight')
    expect(desk.get(id)).toMatchObject({ version: 6, deleted: expect.any(String) })
    expect(desk.undo()).toBeNull()
  })

  it('makes the steps again in the order in which they were made', () => {
    const { desk, id } = deskWithThreeEdits()
    while (desk.undo() !== null);
    expect([desk.redo(), desk.redo(), desk.redo(), desk.redo()]).toEqual([
      'Highlight',
      'Change colour',
      'Edit note',
      null,
    ])
    expect(desk.get(id)).toMatchObject({ note: 'why?', color: 'pink', version: 9 })
    expect('deleted' in desk.get(id)).toBe(false)
  })

  it('restores what was deleted', () => {
    const { desk, id } = deskWithThreeEdits()
    const before = desk.get(id)
    desk.perform({ label: 'Delete', changes: [{ before, after: deleteAnnotation(before, desk.now()) }] })
    desk.undo()
    expect(desk.get(id)).toMatchObject({ note: 'why?', color: 'pink' })
    expect('deleted' in desk.get(id)).toBe(false)
  })

  it('forgets what could be redone when something new is done', () => {
    const { desk, id } = deskWithThreeEdits()
    desk.undo()
    const before = desk.get(id)
    desk.perform({
      label: 'Tag',
      changes: [{ before, after: { ...before, tags: ['x'], version: before.version + 1 } }],
    })
    expect(desk.redo()).toBeNull()
  })

  it('takes back all that one step changed', () => {
    const desk = new Desk()
    const one = annotationWith()
    const two = annotationWith({ id: SECOND_ID })
    desk.perform({
      label: 'Make two',
      changes: [
        { before: null, after: one },
        { before: null, after: two },
      ],
    })
    desk.undo()
    expect([...desk.records.values()].every(record => record.deleted !== undefined)).toBe(true)
  })

  it('passes a version that came from elsewhere in the meantime', () => {
    const { desk, id } = deskWithThreeEdits()
    desk.records.set(id, { ...desk.get(id), version: 40 })
    desk.undo()
    expect(desk.get(id).version).toBe(41)
  })

  it('does not remember an edit without effect', () => {
    const same = annotationWith()
    const empty = emptyHistory<Annotation>()
    expect(addEdit(empty, { label: 'Nothing', changes: [{ before: same, after: same }] })).toBe(empty)
  })
})
