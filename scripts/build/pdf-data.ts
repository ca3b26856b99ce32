import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** What pdf.js would fetch while it draws, by the module that holds it. */
const sources: Readonly<Record<string, { readonly from: string; readonly files: RegExp }>> = {
  'virtual:pdf-character-maps': { from: 'cmaps', files: /\.bcmap$/ },
  'virtual:pdf-fonts': { from: 'standard_fonts', files: /\.(?:pfb|ttf)$/ },
}

/** Makes modules of the tables of characters and the fonts that pdf.js brings as files: the window fetches nothing. */
export const pdfData: Plugin = {
  name: 'pdf-data',
  resolveId: id => (Object.hasOwn(sources, id) ? `\0${id}` : null),
  load(id) {
    const source = id.startsWith('\0') ? sources[id.slice(1)] : undefined
    if (source === undefined) return null
    const names = readdirSync(join(folder, source.from)).filter(name => source.files.test(name))
    const packed = names.toSorted().map(name => {
      const bytes = readFileSync(join(folder, source.from, name))
      return [name, deflateRawSync(bytes, { level: 9 }).toString('base64')] as const
    })
    return `export default ${JSON.stringify(Object.fromEntries(packed))}`
  },
}
