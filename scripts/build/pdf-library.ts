import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const MODULE = 'virtual:pdf-character-maps'
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules', 'pdfjs-dist', 'cmaps')

/** The tables of characters that pdf.js brings as files, as one module: the process that imports opens no file. */
export const pdfCharacterMaps: Plugin = {
  name: 'pdf-character-maps',
  resolveId: { filter: { id: /^virtual:pdf-character-maps$/ }, handler: () => `\0${MODULE}` },
  load: {
    filter: { id: /virtual:pdf-character-maps$/ },
    handler: () => {
      const files = readdirSync(folder).filter(name => name.endsWith('.bcmap'))
      const maps = files.map(name => [name.slice(0, -'.bcmap'.length), readFileSync(join(folder, name), 'base64')])
      return `export const characterMaps = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(maps)))})`
    },
  },
}

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
        throw new Error('pdf.js does not ask for a canvas as it did: look at scripts/build/pdf-library.ts.')
      return { code: code.replaceAll(canvas, '{}'), map: null }
    },
  },
}
