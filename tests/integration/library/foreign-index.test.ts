import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'

const newFolder = temporaryFolders()

it('an index that names a folder outside of the library is set aside, and nothing there is read or written', async () => {
  const root = await newFolder()
  const setUp = await setUpLibrary(root)
  const library = await setUp.opened()
  const id = onlyDocument(library)
  await library.close()
  const [outside, index] = [join(root, 'outside'), join(setUp.folder, 'library.json')]
  await cp(join(setUp.folder, 'documents', id), outside, { recursive: true })
  const { checksum: _checksum, ...fields } = JSON.parse(await readFile(index, 'utf8')) as Record<string, unknown>
  const led = JSON.stringify(fields).replaceAll(`"${id}"`, '"../../outside"')
  await writeFile(index, led)
  const before = await readdir(outside)

  const again = await setUp.opened()
  expect(again.documents().map(entry => entry.id)).toEqual([id])
  expect(await again.readDocument('../../outside')).toMatchObject({ ok: false })
  const pageNote = { value: 'led astray', modified: '2026-11-23T10:00:00.000Z', version: 1 }
  expect(await again.saveNotes('../../outside', [], pageNote)).toMatchObject({ ok: false })
  expect(again.warnings.join('\n')).toContain('library.json')
  await again.close()
  expect(await readdir(outside)).toEqual(before)
  const aside = (await readdir(setUp.folder)).find(name => name.startsWith('library.json.damaged-')) ?? ''
  expect(await readFile(join(setUp.folder, aside), 'utf8')).toBe(led)
})
