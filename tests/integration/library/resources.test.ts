import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultLibraryFolder } from '#library/default-library-folder.ts'
import { bundledArticles, readGlossary, readLexicon } from '#library/read-resources.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { setUpLibrary } from './library-folder.ts'

const newFolder = temporaryFolders()

describe("the program's own data", () => {
  const resources = join(import.meta.dirname, '../../../resources')

  it('can be read as it ships, and every library begins with one article', async () => {
    const lexicon = await readLexicon(resources)
    expect(lexicon.ok && lexicon.value.entries.length).toBeGreaterThan(500)
    const glossary = await readGlossary(resources)
    expect(glossary.ok && glossary.value.map(({ name }) => name)).toContain('GDNF')
    expect(await bundledArticles(resources)).toMatchObject({ ok: true, value: [expect.stringMatching(/\.html$/)] })
  })

  it.each([
    ['missing', null],
    ['cut short', '{"entries":['],
    ['of another shape', '{"entries":[{"name":"IL-10"}]}'],
  ])('is named with what to do when it is %s', async (_what, content) => {
    const root = await newFolder()
    await setUpLibrary(root)
    const folder = join(root, content === null ? 'nowhere' : 'resources')
    if (content !== null) await writeFile(join(folder, 'glossary/glossary.json'), content)
    expect(await readGlossary(folder)).toMatchObject({
      ok: false,
      error: { code: 'not-readable', message: expect.stringMatching(/glossary\.json.*install Pathmark again/u) },
    })
  })
})

describe('defaultLibraryFolder', () => {
  it.each([
    [{ XDG_DATA_HOME: '/data' }, '/data/pathmark/library'],
    [{ XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/pathmark/library'],
    [{ XDG_DATA_HOME: '' }, '/home/ada/.local/share/pathmark/library'],
    [{}, '/home/ada/.local/share/pathmark/library'],
  ])('with %j is %s', (environment, folder) => {
    expect(defaultLibraryFolder(environment, '/home/ada')).toBe(folder)
  })
})
