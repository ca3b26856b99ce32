import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { ROOT } from './setup.mjs'

/**
 * Packs the tables of characters that pdf.js brings as files (Adobe's CMaps) into one, which becomes part of the program's code: the
 * process that imports opens no file. `node scripts/build-character-maps.mjs`, after pdfjs-dist was changed.
 */
const FOLDER = join(ROOT, 'node_modules', 'pdfjs-dist', 'cmaps')
const SUFFIX = '.bcmap'

const maps = readdirSync(FOLDER)
  .filter(name => name.endsWith(SUFFIX))
  .toSorted()
  .map(name => [name.slice(0, -SUFFIX.length), readFileSync(join(FOLDER, name), 'base64')])
const written = Buffer.from(JSON.stringify(Object.fromEntries(maps)))
const packed = brotliCompressSync(written, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } })
writeFileSync(
  join(ROOT, 'src', 'library', 'importing', 'pdf', 'character-maps.json'),
  `${JSON.stringify({ packed: packed.toString('base64') }, null, 2)}\n`,
)
