import { defineConfig } from 'electron-vite'

// Both runtimes that the program may run on: Electron 33 (Chromium 130, Node 20) is the older one.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { input: 'src/main/index.ts', output: { format: 'es' } },
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
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
