import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { asciiScript } from './ascii-script.ts'
import { keepCompiled } from './compiled-code/keep-compiled.ts'
import type { ImportRuntime } from './compiled-code/keep-compiled.ts'
import { importPackages } from './import-packages.ts'
import { pdfWithoutCanvas } from './pdf-without-canvas.ts'

const sources = resolve(dirname(fileURLToPath(import.meta.url)), '../../src/library/importing-apart')

/** Makes of each script a function, in ASCII, as `load-compiled.ts` runs it. */
const asFunctions: Plugin = {
  name: 'scripts-as-functions',
  generateBundle(_options, bundle) {
    for (const [name, part] of Object.entries(bundle)) {
      if (part.type === 'chunk')
        part.code = `(function(exports,require,module,__filename){${asciiScript(part.code, name)}\n})`
    }
  },
}

const buildInto = (folder: string, name: string, source: string, plugins: readonly Plugin[]): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [...plugins],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        input: { [name]: join(sources, source) },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })

/**
 * Builds the program that reads and purifies files into a folder of its own beside the built one, `import/`, as scripts with their compiled code. Where no
 * compiled code can be made, as without the runtime, the program runs without: it takes longer to start.
 */
export const importProgram = (runtime: ImportRuntime): Plugin => ({
  name: 'import-program',
  async writeBundle({ dir = '' }) {
    const folder = resolve(dir, 'import')
    await rm(folder, { recursive: true, force: true })
    await buildInto(folder, 'import-program', 'start-import-program.ts', [])
    await buildInto(folder, 'program', 'import-program.ts', [...importPackages, pdfWithoutCanvas, asFunctions])
    try {
      await keepCompiled(folder, runtime)
    } catch (error) {
      this.warn(`Importing will take longer to start: its code could not be compiled ahead (${String(error)}).`)
    }
  },
})
