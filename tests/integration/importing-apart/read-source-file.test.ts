import { execFile } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { readSourceFile } from '#library/read-source-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-source-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const MEBIBYTE = 1024 * 1024

const messageOf = async (path: string): Promise<string> => {
  const read = await readSourceFile(path)
  return read.ok ? `read ${read.value.bytes.length} bytes` : read.error.message
}

describe('a file that is to be imported', () => {
  it('is read whole, with the hash of its bytes', async () => {
    const path = join(folder, 'page.html')
    const content = Buffer.alloc(3 * MEBIBYTE + 17, 'IL-10 reduces pain. ')
    await writeFile(path, content)
    const read = await readSourceFile(path)
    expect(read.ok && Buffer.compare(read.value.bytes, content)).toBe(0)
    expect(read.ok && read.value.hash).toBe(contentHash(content))
  })

  it('may be as large as the limit, and no larger', async () => {
    const path = join(folder, 'large.html')
    await writeFile(path, '')
    await truncate(path, 64 * MEBIBYTE)
    expect(await messageOf(path)).toBe(`read ${64 * MEBIBYTE} bytes`)
    await truncate(path, 64 * MEBIBYTE + 1)
    expect(await messageOf(path)).toMatch(/is larger than 64 MiB/)
    await truncate(path, 3 * 1024 * MEBIBYTE)
    expect(await messageOf(path)).toMatch(/is larger than 64 MiB/)
  })

  it('is no folder, pipe or device, and nothing waits for one', async () => {
    const path = join(folder, 'folder.html')
    await mkdir(path)
    expect(await messageOf(path)).toMatch(/is a folder; a file was expected/)
    const pipe = join(folder, 'pipe.html')
    await promisify(execFile)('mkfifo', [pipe])
    expect(await messageOf(pipe)).toMatch(/is no file but a device, a pipe or the like/)
    expect(await messageOf('/dev/zero')).toMatch(/is no file but a device, a pipe or the like/)
  })

  it('is told to be gone when it is', async () => {
    expect(await messageOf(join(folder, 'gone.html'))).toMatch(/gone\.html does not exist/)
  })

  it('is not taken while another program writes it', async () => {
    const path = join(folder, 'growing.html')
    await writeFile(path, Buffer.alloc(8 * MEBIBYTE, 'a'))
    const stop = new AbortController()
    const writing = (async () => {
      while (!stop.signal.aborted) await appendFile(path, 'a')
    })()
    expect(await messageOf(path)).toMatch(/changed while it was read/)
    stop.abort()
    await writing
    expect(await messageOf(path)).toMatch(/^read \d+ bytes$/)
  })
})
