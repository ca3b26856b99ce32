import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { importPackages } from './scripts/build/import-packages.ts'
import { importProgram } from './scripts/build/import-program.ts'
import { sqliteBeside } from './scripts/build/sqlite-beside.ts'
import { pdfWithoutCanvas } from './scripts/build/pdf-without-canvas.ts'

const outDir = 'out/cli'

/** Marks the built entry as a program, so that `out/cli/pathmark.js` runs by its own name. */
const executable: Plugin = {
  name: 'pathmark-executable',
  async writeBundle(options) {
    await chmod(join(options.dir ?? outDir, 'pathmark.js'), 0o755)
  },
}

/** The command line: one small entry and a chunk a verb, with every package inside, so that it starts fast. */
export default defineConfig({
  plugins: [executable, ...importPackages, sqliteBeside, pdfWithoutCanvas, importProgram('node')],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      // The thread that looks for mechanisms is a program of its own; so is what imports a file, which is built apart.
      input: {
        pathmark: 'src/cli/index.ts',
        'extraction-thread': 'src/library/finding/extraction-thread.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
      // Building the import program takes most of the time.
      checks: { pluginTimings: false },
    },
  },
})
