import { expect, it } from 'vitest'
import { changeNote, changeTags, deleteAnnotation, recolor } from '#core/annotation/edit-annotation.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { oneOf, randomFrom } from '../../torture/random.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { computersOf, copyAll } from './two-computers.ts'
import type { Computer } from './two-computers.ts'

const newFolder = temporaryFolders()

type Change = (annotation: Annotation, now: string) => Annotation

const changes: readonly Change[] = [
  (annotation, now) => recolor(annotation, 'green', now),
  (annotation, now) => recolor(annotation, 'pink', now),
  (annotation, now) => changeTags(annotation, [...annotation.tags, now.slice(0, 4)], now),
  (annotation, now) => changeNote(annotation, `Written in ${now}.`, now),
  deleteAnnotation,
]

const deliver = async (from: Computer, to: Computer): Promise<void> => {
  await to.receive(from, 'notes.json', `notes (copy of ${from.folder.slice(-1)}).json`)
  await to.annotations()
}

it('three computers that exchange conflict files in any order come to the same bytes', async () => {
  const computers = await computersOf(await newFolder(), [1999, 2026, 2099])
  const [first, second, third] = computers
  if (!first || !second || !third) throw new Error('There are not three computers.')
  await first.mark('Stem cells')
  await first.mark('IL-10')
  await copyAll(first, second)
  await copyAll(first, third)
  const random = randomFrom(19)
  for (let event = 0; event < 14; event += 1) {
    const computer = oneOf(random, computers)
    const other = oneOf(random, computers)
    if (event % 3 === 2 && other !== computer) await deliver(other, computer)
    else await computer.edit(oneOf(random, changes))
  }
  // Once round, and once more: then each has what every other had.
  for (const [from, to] of [
    [first, second],
    [second, third],
    [third, first],
    [first, second],
    [first, third],
  ] as const) {
    await deliver(from, to)
  }
  const bytes = await first.bytes('notes.json')
  expect(await second.bytes('notes.json')).toBe(bytes)
  expect(await third.bytes('notes.json')).toBe(bytes)
  expect(await first.annotations()).toHaveLength(2)
  expect(await first.names()).not.toContainEqual(expect.stringContaining('copy of'))
})
