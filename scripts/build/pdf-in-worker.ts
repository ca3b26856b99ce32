import type { Plugin } from 'vite'

/** Text of pdf.js, and what takes its place. */
const changes: readonly { readonly file: RegExp; readonly from: RegExp; readonly to: string }[] = [
  // The program that draws talks to the window itself; pdf.js is not to take its messages.
  { file: /pdf\.worker\.mjs$/, from: /this\.initializeFromPort\(self\);/, to: '' },
  // Its decoder of JPEG 2000 without WebAssembly, which the window's policy does not let run.
  {
    file: /pdf\.worker\.mjs$/,
    from: /await import\(\s*(?:\/\*[^*]*\*\/\s*)*path\s*\)/,
    to: "await import('pdfjs-dist/wasm/openjpeg_nowasm_fallback.js')",
  },
]

/** Builds pdf.js as a part of the window's own program for drawing pages, which loads nothing by an address. */
export const pdfInWorker: Plugin = {
  name: 'pdf-in-worker',
  enforce: 'pre',
  transform: {
    filter: { id: /\/pdfjs-dist\/legacy\/build\/pdf(?:\.worker)?\.mjs$/ },
    handler: (code, id) => {
      let changed = code
      for (const { file, from, to } of changes) {
        if (!file.test(id)) continue
        if (!from.test(changed)) throw new Error('pdf.js is not as it was: look at scripts/build/pdf-in-worker.ts.')
        changed = changed.replace(from, to)
      }
      return { code: changed, map: null }
    },
  },
}
