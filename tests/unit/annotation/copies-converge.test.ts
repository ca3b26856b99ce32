import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import * as edits from '#core/annotation/edit-annotation.ts'
import { countVersions } from '#core/annotation/version-vector.ts'
import type { VersionVector } from '#core/annotation/version-vector.ts'
import { vectorOf } from '#core/annotation/record-edits.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import { annotationWith } from './samples.ts'

/** True when a state with the first vector knows of all that the second knows of. */
const knows = (one: VersionVector, other: VersionVector): boolean =>
  Object.entries(other).every(([writer, count]) => (one[writer] ?? 0) >= count)

const COPIES = 3

/** What may happen to one of several copies of an annotation. */
type Event =
  | { readonly kind: 'edit'; readonly copy: number; readonly change: (record: Annotation, now: string) => Annotation }
  | { readonly kind: 'take in'; readonly copy: number; readonly from: number }
  | { readonly kind: 'open again'; readonly copy: number }

const anyCopy = fc.nat(COPIES - 1)
const anyClock = fc.constantFrom('1999-01-01T00:00:00.000Z', '2026-11-22T10:00:00.000Z', '2099-01-01T00:00:00.000Z')
const anyChange = fc.oneof(
  fc
    .constantFrom('a', 'b', 'a b', '')
    .map(note => (record: Annotation, now: string) => edits.changeNote(record, note, now)),
  fc
    .constantFrom('green', 'blue', 'pink')
    .map(color => (record: Annotation, now: string) => edits.recolor(record, color, now)),
  fc.subarray(['x', 'y', 'z']).map(tags => (record: Annotation, now: string) => edits.changeTags(record, tags, now)),
  fc.constantFrom(edits.deleteAnnotation, edits.restoreAnnotation, edits.setAside),
)
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), copy: anyCopy, change: anyChange }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take in' as const), copy: anyCopy, from: anyCopy }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open again' as const), copy: anyCopy }) },
)

const unite = (one: Annotation, other: Annotation): Annotation => uniteRecords(annotationFields, one, other).record
const bytes = (record: Annotation): string => JSON.stringify(toWebAnnotation(record, 'an-article'))

/** Every state that the copies went through, and where they ended. */
const live = (events: readonly Event[], clocks: readonly string[]) => {
  const copies = Array.from({ length: COPIES }, () => annotationWith())
  const writers = Array.from({ length: COPIES }, (_, copy) => copy)
  const states: Annotation[] = [annotationWith()]
  for (const [index, event] of events.entries()) {
    const before = copies[event.copy] ?? annotationWith()
    if (event.kind === 'open again') writers[event.copy] = (writers[event.copy] ?? 0) + COPIES
    else if (event.kind === 'take in') copies[event.copy] = unite(before, copies[event.from] ?? before)
    else {
      const writer = String(writers[event.copy] ?? 0).padStart(8, '0')
      const after = event.change(before, clocks[index % clocks.length] ?? '')
      copies[event.copy] = stampRecord(annotationFields, before, after, { writer, byReader: true })
    }
    states.push(copies[event.copy] ?? before)
  }
  return { copies, states }
}

const anyLife = fc
  .tuple(fc.array(anyEvent, { minLength: 1, maxLength: 24 }), fc.array(anyClock, { minLength: 1, maxLength: 5 }))
  .map(([events, clocks]) => live(events, clocks))

const pick = (states: readonly Annotation[], index: number): Annotation =>
  states[index % states.length] ?? annotationWith()

describe('uniting copies that were edited apart', () => {
  it('gives the same bytes in whatever order they meet, and however often', () => {
    fc.assert(
      fc.property(anyLife, fc.tuple(fc.nat(), fc.nat(), fc.nat()), ({ states }, [i, j, k]) => {
        const [a, b, c] = [pick(states, i), pick(states, j), pick(states, k)]
        expect(bytes(unite(a, b))).toBe(bytes(unite(b, a)))
        expect(bytes(unite(unite(a, b), c))).toBe(bytes(unite(a, unite(b, c))))
        expect(unite(a, a)).toBe(a)
        const both = unite(a, b)
        expect(bytes(unite(both, a))).toBe(bytes(both))
        expect(bytes(unite(b, both))).toBe(bytes(both))
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing in a copy that has seen the other, and gives a higher version when neither has', () => {
    fc.assert(
      fc.property(anyLife, fc.tuple(fc.nat(), fc.nat()), ({ states }, [i, j]) => {
        const [a, b] = [pick(states, i), pick(states, j)]
        const both = unite(a, b)
        const [ofA, ofB] = [vectorOf(a), vectorOf(b)]
        const known = knows(ofA, ofB) ? a : knows(ofB, ofA) ? b : both
        expect(bytes(both)).toBe(bytes(known))
        const isNew = known === both && known !== a && known !== b
        expect(isNew && both.version <= Math.max(a.version, b.version)).toBe(false)
        expect(both.version).toBe(countVersions(vectorOf(both)))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every last word of a note: only what was written over by somebody who saw it is gone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 2, maxLength: 5 }), numbers => {
        const notes = numbers.map((number, copy) => `note ${number} of copy ${copy}`)
        const copies = notes.map((note, copy) =>
          stampRecord(annotationFields, annotationWith(), edits.changeNote(annotationWith(), note, '2026'), {
            writer: `0000000${copy}`,
            byReader: true,
          }),
        )
        const all = copies.reduce(unite)
        for (const note of notes) expect(all.note.split('\n\n---\n\n')).toContain(note)
      }),
    )
  })
})
