import { cp, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { posix, resolve } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = 'node-sqlite3-wasm'
const SCRIPT = `sqlite/${PACKAGE}.cjs`

/** The way from a built file to the script, as an import names it. */
const wayFrom = (fileName: string): string => {
  const way = posix.relative(posix.dirname(fileName), SCRIPT)
  return way.startsWith('.') ? way : `./${way}`
}

/**
 * Puts SQLite beside the built program as it is, in a folder of its own: its script looks for the WebAssembly file where it lies itself,
 * which inside of a bundle it would not find.
 */
export const sqliteBeside: Plugin = {
  name: 'sqlite-beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: new RegExp(`^${PACKAGE}$`) },
    handler: () => ({ id: PACKAGE, external: true }),
  },
  renderChunk(code, { fileName, imports }) {
    if (!imports.includes(PACKAGE)) return null
    return { code: code.replaceAll(new RegExp(`(["'\`])${PACKAGE}\\1`, 'g'), `"${wayFrom(fileName)}"`), map: null }
  },
  async writeBundle({ dir = '' }) {
    const script = createRequire(import.meta.url).resolve(PACKAGE)
    const target = resolve(dir, SCRIPT)
    await mkdir(resolve(target, '..'), { recursive: true })
    await cp(script, target)
    await cp(script.replace(/\.js$/, '.wasm'), target.replace(/\.cjs$/, '.wasm'))
  },
}
