import type { Plugin } from 'vite'

const canvas = 'require("@napi-rs/canvas")'

/**
 * Builds pdf.js without its way to a native module for drawing, which reading text has no use of and which it would load from
 * wherever it finds one.
 */
export const pdfWithoutCanvas: Plugin = {
  name: 'pdf-without-canvas',
  enforce: 'pre',
  transform: {
    filter: { id: /\/pdfjs-dist\/legacy\/build\/pdf\.mjs$/ },
    handler: code => {
      if (!code.includes(canvas))
        throw new Error('pdf.js does not ask for a canvas as it did: look at scripts/build/pdf-without-canvas.ts.')
      return { code: code.replaceAll(canvas, '{}'), map: null }
    },
  },
}
