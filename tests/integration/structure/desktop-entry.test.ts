import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { addDesktopEntry } from '../../../scripts/package/desktop-entry.mjs'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const run = promisify(execFile)

const packaged = async (name: string) => {
  const root = await newFolder()
  const target = join(root, name)
  const data = join(root, 'share')
  await mkdir(target)
  await addDesktopEntry(target)
  const add = (...args: string[]) =>
    run(join(target, 'desktop', 'add-to-desktop'), args, {
      env: { PATH: '/usr/bin:/bin', HOME: root, XDG_DATA_HOME: data },
    })
  return { target, data, add }
}

/** The fields of a desktop entry's only group. */
const fieldsOf = (entry: string): ReadonlyMap<string, string> => {
  const [group, ...lines] = entry.trimEnd().split('\n')
  expect(group).toBe('[Desktop Entry]')
  return new Map(lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

it('the package adds itself to “Open with” at the place where it is, and to no defaults', async () => {
  const { target, data, add } = await packaged('Pathmark for Ana')
  await add()
  const fields = fieldsOf(await readFile(join(data, 'applications', 'pathmark.desktop'), 'utf8'))
  expect(fields.get('Exec')).toBe(`"${join(target, 'pathmark')}" %F`)
  expect(fields.get('MimeType')?.split(';')).toEqual(
    expect.arrayContaining([
      'application/epub+zip',
      'application/pdf',
      'text/html',
      'application/xhtml+xml',
      'text/markdown',
      'text/plain',
      'application/x-mimearchive',
      'application/xml',
    ]),
  )
  expect(fields.get('MimeType')).toMatch(/;$/)
  const icon = join(data, 'icons', 'hicolor', 'scalable', 'apps', `${fields.get('Icon') ?? ''}.svg`)
  expect(await readFile(icon, 'utf8')).toContain('<title>Pathmark</title>')
  expect(await readFile(join(data, 'mime', 'packages', 'pathmark.xml'), 'utf8')).toContain('<glob pattern="*.nxml"/>')
  expect(
    (await readdir(join(data, 'applications'))).filter(name => name.includes('mimeapps') || name === 'defaults.list'),
  ).toEqual([])
})

it('takes itself away again', async () => {
  const { data, add } = await packaged('pathmark')
  await add()
  await add('--remove')
  expect(await readdir(join(data, 'applications'))).not.toContain('pathmark.desktop')
  expect(await readdir(join(data, 'mime', 'packages'))).not.toContain('pathmark.xml')
  expect(await readdir(join(data, 'icons', 'hicolor', 'scalable', 'apps'))).toEqual([])
})

it('a folder that an entry cannot name is refused, and nothing is written', async () => {
  const { data, add } = await packaged('100% $mine')
  await expect(add()).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/Move the folder/) })
  await expect(readdir(data)).rejects.toMatchObject({ code: 'ENOENT' })
})
