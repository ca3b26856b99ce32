import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { setUpLibrary } from './library-folder.ts'
import { firstCopy, secondCopy } from './two-copies.ts'

const newFolder = temporaryFolders()

it('a list of versions that was damaged long after an update is repaired without putting the notes of that day back', async () => {
  const root = await newFolder()
  const setUp = await setUpLibrary(root)
  const [first, second] = [join(root, 'first.html'), join(root, 'second.html')]
  await writeFile(first, firstCopy)
  await writeFile(second, secondCopy)
  const library = await setUp.opened()
  const imported = await library.importFile(first)
  const id = imported.ok ? imported.value.entry.id : ''
  expect(await library.updateFile(id, second)).toMatchObject({ ok: true })
  const read = await library.readArticle(id)
  if (!read.ok) throw new Error(read.error.message)
  const what = { id: crypto.randomUUID(), now: '2026-11-22T12:00:00.000Z', style: 'highlight', color: 'blue' } as const
  const annotation = makeAnnotation(read.value.article, { start: 10, end: 20 }, { ...what, note: 'after the update' })
  expect(await library.saveNotes(id, [annotation], null)).toMatchObject({ ok: true })
  await library.close()

  const list = join(setUp.folder, 'documents', id, 'versions.json')
  await writeFile(list, (await readFile(list)).subarray(0, 100))
  const options = { folder: setUp.folder, resources: join(root, 'resources'), program: 'test' }
  const now = () => '2026-11-23T10:00:00.000Z'
  expect(await checkLibrary({ ...options, now, repair: true })).toMatchObject({ ok: true, value: { ok: true } })

  const again = await setUp.opened()
  expect(await again.readNotes(id)).toMatchObject({ ok: true, value: { annotations: [{ note: 'after the update' }] } })
  expect(await again.undoUpdate(id)).toMatchObject({ ok: true })
  await again.close()
})
