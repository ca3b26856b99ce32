import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileProgressInWords } from '#core/article/file-progress.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import { fileSource } from '#library/import-source.ts'
import { makeBook, page } from '../../books/make-epub.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { setUpLibrary } from './library-folder.ts'

const newFolder = temporaryFolders()

const bookOf = (words: string): Buffer =>
  makeBook({ a: page(`<h1>One</h1><p>${words} one.</p>`), b: page(`<h1>Two</h1><p>${words} two.</p>`) })

it('an update and a repair tell with which chapter they are', async () => {
  const root = await newFolder()
  const { folder, opened } = await setUpLibrary(root)
  const [first, second] = [join(root, 'first.epub'), join(root, 'second.epub')]
  await writeFile(first, bookOf('Pain lasts, says chapter'))
  await writeFile(second, bookOf('Pain goes, says chapter'))
  const library = await opened()
  const imported = await library.importFile(first)
  if (!imported.ok) throw new Error(imported.error.message)
  const { id } = imported.value.entry
  const told: string[] = []
  const updated = await library.updateFrom(id, fileSource(second), {
    progress: progress => told.push(fileProgressInWords(progress)),
  })
  expect(updated.ok).toBe(true)
  await library.close()
  expect(told).toEqual(['chapter 1 of 2', 'chapter 2 of 2'])

  await writeFile(join(folder, 'documents', id, 'article.html'), 'nonsense')
  const repaired: string[] = []
  const checked = await checkLibrary({
    folder,
    repair: true,
    resources: join(root, 'resources'),
    program: 'pathmark 0.1.0',
    now: () => '2026-11-22T12:00:00.000Z',
    progress: (fileName, progress) => repaired.push(`${fileProgressInWords(progress)} of ${fileName}`),
  })
  expect(checked).toMatchObject({ ok: true, value: { ok: true } })
  // The file may be read once more for another part of the document.
  expect(repaired.slice(0, 2)).toEqual(['chapter 1 of 2 of second.epub', 'chapter 2 of 2 of second.epub'])
})
