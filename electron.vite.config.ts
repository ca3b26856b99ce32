import { defineConfig } from 'electron-vite'
import { importPackages } from './scripts/build/import-packages.ts'
import { importProgram } from './scripts/build/import-program.ts'
import { sqliteBeside } from './scripts/build/sqlite-beside.ts'
import { pdfData } from './scripts/build/pdf-data.ts'
import { pdfInWorker } from './scripts/build/pdf-in-worker.ts'
import { pdfWithoutCanvas } from './scripts/build/pdf-without-canvas.ts'

// Minified for the start: less to read and to parse before the first paint.
// Both runtimes that the program may run on: Electron 33 (Chromium 130, Node 20) is the older one.
export default defineConfig({
  main: {
    plugins: [...importPackages, sqliteBeside, pdfWithoutCanvas, importProgram('electron')],
    build: {
      target: 'node20',
      outDir: 'out/main',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        // The threads that look for mechanisms and search are programs of their own; so is the process that imports, which is built apart.
        input: {
          index: 'src/main/index.ts',
          'extraction-thread': 'src/library/finding/extraction-thread.ts',
          'search-thread': 'src/library/searching/search-thread.ts',
        },
        output: { format: 'es' },
        // Building the import program takes most of the time; and what is loaded late in the command line need not be here, where other parts load it at once.
        checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script can only be one CommonJS file.
      rollupOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    // The program that draws pages loads tables and fonts when a document asks for them.
    worker: { format: 'es', plugins: () => [pdfData, pdfInWorker, pdfWithoutCanvas] },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
