import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refuseFallback } from '../../../scripts/setup/refuse-fallback.mjs'

let runtime = ''
beforeEach(() => {
  runtime = mkdtempSync(join(tmpdir(), 'pathmark-runtime-'))
})
afterEach(() => rmSync(runtime, { recursive: true, force: true }))

it('packages the declared runtime', () => {
  expect(() => refuseFallback(runtime, [])).not.toThrow()
})

it('refuses the fallback runtime, and says how to go on', () => {
  writeFileSync(join(runtime, 'FALLBACK.json'), '{}')
  expect(() => refuseFallback(runtime, [])).toThrow(/no security fixes.*--allow-fallback-runtime/)
})

it('packages the fallback runtime when told to', () => {
  writeFileSync(join(runtime, 'FALLBACK.json'), '{}')
  expect(() => refuseFallback(runtime, ['--allow-fallback-runtime'])).not.toThrow()
})
