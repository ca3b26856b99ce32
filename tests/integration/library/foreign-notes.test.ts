import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { annotationAt, makeLargeLibrary } from '../../bench/keeping/large-library.ts'
import { readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

it.each([true, false])(
  "another article's notes are set aside, and none is taken in (own version before: %s)",
  async kept => {
    const large = await makeLargeLibrary(await newFolder(), 2, 3)
    const [own = '', other = ''] = large.ids
    const file = (id: string, name: string) => join(large.folder, 'documents', id, name)
    const library = await large.opened()
    const mine = annotationAt(large.article, 50)
    await library.saveNotes(own, [mine], null)
    await library.close()
    await writeStored(file(own, 'notes.json'), await readStored<object>(file(other, 'notes.json')))
    if (!kept) await rm(file(own, 'notes.json.previous'))

    const again = await large.opened()
    const notes = await again.readNotes(own)
    expect(notes.ok && notes.value.annotations).toHaveLength(kept ? 3 : 0)
    expect(again.warnings).toEqual([expect.stringContaining('belongs to another article')])
    expect(await readdir(join(file(own, 'notes.json'), '..'))).toContainEqual(expect.stringContaining('damaged'))
    await again.close()
  },
)
