import { readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

describe('help', () => {
  test('lists every command', async () => {
    const { status, stdout, stderr } = await pathmark.run(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const verb of [
      'import',
      'list',
      'show',
      'mechanisms',
      'effects',
      'annotate',
      'anchor',
      'annotations',
      'export',
      'check',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${verb}\\b`, 'm'))
    }
  })

  test('says what one command takes', async () => {
    const { status, stdout } = await pathmark.run(['annotate', '--help'])
    expect(status).toBe(0)
    for (const option of [
      '--quote Q',
      '--prefix P',
      '--suffix S',
      '--color C',
      '--note N',
      '--tag T',
      '--library DIR',
    ]) {
      expect(stdout).toContain(option)
    }
  })
})

describe('wrong usage', () => {
  test.each([
    [['frobnicate'], 'There is no command “frobnicate”'],
    [['list', '--frobnicate'], 'Unknown option --frobnicate'],
    [['show'], 'show needs ID'],
    [['annotate', 'x'], '--quote'],
    [['annotate', 'x', '--quote', 'y', '--color', 'mauve'], 'There is no colour “mauve”'],
    [['export'], '--all'],
    [['export', 'x', '--all'], '--all'],
    [['export', 'x', '--format', 'docx'], 'There is no format “docx”'],
    [[], 'No command was given'],
  ])('%j ends with status 2 and one line', async (args, message) => {
    const { status, stdout, stderr } = await pathmark.run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^pathmark: [^\n]+\n$/)
  })
})

/** A copy of the built program beside a runtime of the test's own. */
const programBesideRuntime = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await pathmark.fresh('program')
  await cp(dirname(pathmark.program), join(folder, 'out/cli'), { recursive: true })
  const dist = join(folder, 'node_modules/electron/dist')
  await mkdir(dist, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(dist, name), content)
  return join(folder, 'out/cli/pathmark.js')
}

describe('--version', () => {
  test('tells the versions of the program and of the runtime', async () => {
    const program = await programBesideRuntime({ version: 'v45.4.1\n' })
    const { status, stdout, stderr } = await pathmark.run(['--version'], { program })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(`pathmark ${version}\nElectron 45.4.1\nNode ${process.versions.node}\n`)
  })

  test('warns of the fallback runtime', async () => {
    const program = await programBesideRuntime({ version: '33.2.1', 'FALLBACK.json': '{}' })
    const { stdout } = await pathmark.run(['--version'], { program })
    expect(stdout).toContain('Electron 33.2.1\n')
    expect(stdout).toMatch(/^Warning: .*fallback runtime.*development and tests only/m)
    const json = await pathmark.run(['--version', '--json'], { program })
    expect(JSON.parse(json.stdout)).toEqual({
      version,
      electron: '33.2.1',
      node: process.versions.node,
      runtimeWarning: expect.stringContaining('fallback runtime') as string,
    })
  })

  test('says how to get a runtime that is not there', async () => {
    const program = await programBesideRuntime({})
    const { status, stdout } = await pathmark.run(['--version'], { program })
    expect(status).toBe(0)
    expect(stdout).toContain('Electron not installed; “npm run setup” gets it')
  })
})
