import { chmod, chown, cp, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewer } from '../store/stored-file.ts'
import { lockLibrary } from '../../../src/library/library-lock.ts'
import { failureOf, useCommandLine } from './command-line.ts'
import type { TestLibrary } from './command-line.ts'

const pathmark = useCommandLine()

interface WebAnnotation {
  readonly id: string
  readonly type: string
  readonly body?: readonly { readonly purpose: string; readonly value: string }[]
  readonly target: {
    readonly source: string
    readonly styleClass: readonly string[]
    readonly selector: readonly {
      readonly type: string
      readonly exact?: string
      readonly start?: number
      readonly end?: number
    }[]
  }
}

const once = 'They renew themselves'
const twice = 'motor neuron disease'

const annotate = ({ folder, id }: TestLibrary, ...args: string[]) =>
  pathmark.run(['annotate', id, '--library', folder, ...args])

const annotations = async ({ folder, id }: TestLibrary): Promise<WebAnnotation[]> =>
  (await pathmark.json(['annotations', id, '--library', folder])) as WebAnnotation[]

describe('annotate', () => {
  test('prints the W3C annotation that it made, and keeps it', async () => {
    const library = await pathmark.library()
    const about = ['--color', 'green', '--note', 'a **bold** note', '--tag', 'cells', '--tag', 'basics']
    const { status, stdout, stderr } = await annotate(library, '--quote', once, ...about, '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const made = JSON.parse(stdout) as WebAnnotation
    const { text } = (await pathmark.json(['show', library.id, '--library', library.folder])) as { text: string }
    const start = text.indexOf(once)
    expect(made).toMatchObject({
      type: 'Annotation',
      id: expect.stringMatching(/^urn:uuid:/) as string,
      body: [
        { purpose: 'commenting', value: 'a **bold** note' },
        { purpose: 'tagging', value: 'cells' },
        { purpose: 'tagging', value: 'basics' },
      ],
      target: {
        source: `pathmark://open/${library.id}`,
        styleClass: ['highlight', 'green'],
        selector: [
          { type: 'TextQuoteSelector', exact: once, prefix: text.slice(start - 32, start) },
          { type: 'TextPositionSelector', start, end: start + once.length },
          { type: 'pathmark:StructureSelector' },
        ],
      },
    })
    expect(await annotations(library)).toEqual([made])
    expect(await pathmark.json(['list', '--library', library.folder])).toMatchObject([{ annotations: 1 }])
  })

  test('is yellow when no colour is given, and says what it did', async () => {
    const library = await pathmark.library()
    const { status, stdout } = await annotate(library, '--quote', once)
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Highlighted in yellow: “${once}” \\([\\da-f-]{36}\\)\n$`))
  })

  test('refuses words that occur more than once until their surroundings tell which', async () => {
    const library = await pathmark.library()
    expect(failureOf(await annotate(library, '--quote', twice))).toMatch(/occur \d+ times/)
    expect(await annotations(library)).toEqual([])

    const { text } = (await pathmark.json(['show', library.id, '--library', library.folder])) as { text: string }
    const second = text.indexOf(twice, text.indexOf(twice) + 1)
    const { status } = await annotate(library, '--quote', twice, '--prefix', text.slice(second - 60, second))
    expect(status).toBe(0)
    expect((await annotations(library))[0]?.target.selector[1]).toMatchObject({ start: second })
  })

  test('refuses words that are not there', async () => {
    expect(failureOf(await annotate(await pathmark.library(), '--quote', 'no such words'))).toMatch(
      'not in the article',
    )
    expect(failureOf(await annotate(await pathmark.library(), '--quote', once, '--suffix', 'no such words'))).toMatch(
      'not with that text before or after',
    )
  })
})

describe('annotations', () => {
  test('come in text order, one line and its note each', async () => {
    const library = await pathmark.library()
    await annotate(library, '--quote', 'hepatocytes', '--note', 'liver\ncells', '--tag', 'cell types')
    await annotate(library, '--quote', once)
    const { stdout } = await pathmark.run(['annotations', library.id, '--library', library.folder])
    expect(stdout.replaceAll(/[\da-f-]{36}/g, 'ID').split('\n')).toEqual([
      `ID  yellow  “${once}”`,
      'ID  yellow  “hepatocytes”',
      '    liver cells',
      '    #cell types',
      '',
    ])
  })

  test('of an article without any say so', async () => {
    const library = await pathmark.library()
    const { stdout } = await pathmark.run(['annotations', library.id, '--library', library.folder])
    expect(stdout).toBe('No annotations yet.\n')
    expect(await annotations(library)).toEqual([])
  })
})

describe('a damaged notes file', () => {
  test('is told of; reading uses the version before its last change and writes nothing', async () => {
    const library = await pathmark.library()
    await annotate(library, '--quote', once)
    await annotate(library, '--quote', 'hepatocytes')
    await writeFile(library.file('notes.json'), '{"format": 1, "anno')
    const { status, stdout, stderr } = await pathmark.run(['annotations', library.id, '--library', library.folder])
    expect(status).toBe(0)
    expect(stdout).toContain(once)
    expect(stdout).not.toContain('hepatocytes')
    expect(stderr).toMatch(/^pathmark: [^\n]*notes\.json was damaged[^\n]*\n$/)
    expect(await readFile(library.file('notes.json'), 'utf8')).toBe('{"format": 1, "anno')
  })

  test('of which no earlier version is whole fails with what to do, or is set aside by what writes', async () => {
    const library = await pathmark.library()
    await writeFile(library.file('notes.json'), 'nonsense')
    const listed = await pathmark.run(['annotations', library.id, '--library', library.folder])
    expect(failureOf(listed)).toMatch('pathmark check --repair')
    expect(await readFile(library.file('notes.json'), 'utf8')).toBe('nonsense')
    const { status, stderr } = await annotate(library, '--quote', once)
    expect(status).toBe(0)
    const [, aside = ''] = /^pathmark: [^\n]*kept as (notes\.json\.damaged-\S+)\.\n$/.exec(stderr) ?? []
    expect(await readFile(library.file(aside), 'utf8')).toBe('nonsense')
  })
})

describe('export', () => {
  const formats = [
    ['md', '.md', once],
    ['jsonld', '.jsonld', '"AnnotationCollection"'],
    ['csv', '.csv', once],
    ['html', '.html', '<!doctype html>'],
  ] as const

  test.each(formats)('as %s writes the marks and notes to a file', async (format, extension, content) => {
    const library = await pathmark.library()
    await annotate(library, '--quote', once, '--note', 'worth keeping')
    const out = dirname(await pathmark.fresh('out'))
    const args = ['export', library.id, '--format', format, '--out', out, '--library', library.folder]
    const [written] = (await pathmark.json(args)) as { id: string; path: string }[]
    expect(written?.id).toBe(library.id)
    expect(dirname(written?.path ?? '')).toBe(out)
    expect(written?.path.endsWith(extension)).toBe(true)
    const text = await readFile(written?.path ?? '', 'utf8')
    expect(text.toLowerCase()).toContain(content.toLowerCase())
    expect(text).toContain('worth keeping')
  })

  test('of all documents writes a file each, never over one that is there', async () => {
    const library = await pathmark.library()
    const other = await pathmark.fresh('other.html')
    await writeFile(
      other,
      '<!doctype html><title>Another</title><article><h1>Another</h1><p>Sleep helps memory.</p></article>',
    )
    await pathmark.json(['import', other, '--library', library.folder])
    const out = dirname(await pathmark.fresh('out'))
    const all = ['export', '--all', '--library', library.folder]
    const first = await pathmark.run([...all, '--json'], { cwd: out })
    expect(JSON.parse(first.stdout)).toHaveLength(2)
    const before = await Promise.all((await readdir(out)).map(name => readFile(join(out, name), 'utf8')))
    await pathmark.run(all, { cwd: out })
    expect(await readdir(out)).toHaveLength(4)
    expect(before.every(text => text !== '')).toBe(true)
  })

  test('into a folder that cannot be written fails', async () => {
    const library = await pathmark.library()
    const file = await pathmark.fresh('file')
    await writeFile(file, '')
    const { status, stderr } = await pathmark.run(['export', library.id, '--out', file, '--library', library.folder])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^pathmark: [^\n]+\n$/)
    expect(await readFile(file, 'utf8')).toBe('')
  })
})

describe('several programs at once', () => {
  test('all keep their marks', async () => {
    const library = await pathmark.library()
    const quotes = [once, 'hepatocytes', 'cardiomyocytes', 'epithelial cells']
    const outcomes = await Promise.all(quotes.map(quote => annotate(library, '--quote', quote)))
    expect(outcomes.map(({ status, stderr }) => [status, stderr])).toEqual(quotes.map(() => [0, '']))
    const kept = (await annotations(library)).map(({ target }) => target.selector[0]?.exact)
    expect(kept.toSorted()).toEqual(quotes.toSorted())
    expect(await pathmark.json(['list', '--library', library.folder])).toMatchObject([{ annotations: quotes.length }])
  })

  test('do not write while a window has the library open, but read', async () => {
    const library = await pathmark.library()
    const path = join(library.folder, 'library.lock')
    const outcome = await lockLibrary({ path, program: 'Pathmark (a window)', now: () => new Date().toISOString() })
    if (outcome.state !== 'held') throw new Error('The test could not take the lock.')
    try {
      expect(failureOf(await annotate(library, '--quote', once))).toMatch(/in use by Pathmark \(a window\)/)
      expect(await annotations(library)).toEqual([])
    } finally {
      await outcome.lock.release()
    }
    expect((await annotate(library, '--quote', once)).status).toBe(0)
  })
})

describe('a library that can only be read', () => {
  test('because a newer version made it, is listed and not changed', async () => {
    const library = await pathmark.library()
    const index = join(library.folder, 'library.json')
    const newer = await makeNewer(index)
    expect(await pathmark.json(['list', '--library', library.folder])).toMatchObject([{ id: library.id }])
    expect(failureOf(await annotate(library, '--quote', once))).toMatch(/newer version of Pathmark.*Update/)
    expect(await readFile(index, 'utf8')).toBe(newer)
  })

  test('because it may not be written, is listed and not changed', async () => {
    const library = await pathmark.library()
    // Root may write everywhere, so under root the program runs as an ordinary user, from where that one may read it.
    const isRoot = process.getuid?.() === 0
    const uid = isRoot ? 65_534 : undefined
    const copy = await pathmark.fresh('program')
    await cp(dirname(pathmark.program), join(copy, 'out/cli'), { recursive: true })
    for (let folder = dirname(copy); folder.includes('pathmark-cli-'); folder = dirname(folder))
      await chmod(folder, 0o755)
    await chmod(dirname(library.folder), 0o755)
    const paths = await readdir(library.folder, { recursive: true })
    for (const path of [...paths.map(name => join(library.folder, name)), library.folder]) {
      await chmod(path, (await stat(path)).isDirectory() ? 0o555 : 0o444)
      if (uid !== undefined) await chown(path, uid, uid)
    }
    const options = { program: join(copy, 'out/cli/pathmark.js'), ...(uid === undefined ? {} : { uid }) }
    const list = await pathmark.run(['list', '--json', '--library', library.folder], options)
    expect(JSON.parse(list.stdout)).toMatchObject([{ id: library.id }])
    const args = ['annotate', library.id, '--quote', once, '--library', library.folder]
    expect(failureOf(await pathmark.run(args, options))).toMatch('no permission to write')
    expect((await readdir(library.folder, { recursive: true })).toSorted()).toEqual(paths.toSorted())
    for (const path of [library.folder, ...paths.map(name => join(library.folder, name))]) {
      if ((await stat(path)).isDirectory()) await chmod(path, 0o755)
    }
  })
})
