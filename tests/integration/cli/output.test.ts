import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

describe('standard output', () => {
  test('that nobody reads any more ends nothing half way and prints no stack', async () => {
    const { folder, id } = await pathmark.library()
    const child = spawn(process.execPath, [pathmark.program, 'mechanisms', id, '--json', '--library', folder])
    child.stdout.destroy()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    const [status, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' })
  })

  test('that nobody reads any more does not keep a mark from being kept', async () => {
    const { folder, id } = await pathmark.library()
    const child = spawn(process.execPath, [
      pathmark.program,
      'annotate',
      id,
      '--quote',
      'hepatocytes',
      '--library',
      folder,
    ])
    child.stdout.destroy()
    await once(child, 'close')
    expect(await pathmark.json(['annotations', id, '--library', folder])).toHaveLength(1)
    expect(await readdir(folder)).not.toContain('library.lock')
  })

  test.runIf(process.platform === 'linux')('on a full disk is a failure', async () => {
    const { folder } = await pathmark.library()
    const full = await open('/dev/full', 'w')
    const child = spawn(process.execPath, [pathmark.program, 'list', '--library', folder], {
      stdio: ['ignore', full.fd, 'pipe'],
    })
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    const [status] = (await once(child, 'close')) as [number | null]
    await full.close()
    expect(status).toBe(1)
    expect(stderr).toBe('pathmark: Standard output could not be written (ENOSPC).\n')
  })
})
