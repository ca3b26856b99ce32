import { brotliDecompressSync } from 'node:zlib'
import { parseJson } from '#core/text/parse-json.ts'
import maps from './character-maps.json' with { type: 'json' }

let unpacked: Readonly<Record<string, string>> | null = null

/**
 * One of Adobe's tables that lead from a file's codes to characters (CMaps), by name, in pdf.js' packed form; null when there is none
 * of that name. They are part of the program's own code, because an import may open no file; scripts/build-character-maps.mjs makes them.
 */
export const characterMap = (name: string): Uint8Array | null => {
  unpacked ??= parseJson(brotliDecompressSync(Buffer.from(maps.packed, 'base64')).toString()) as Record<string, string>
  const packed = Object.hasOwn(unpacked, name) ? unpacked[name] : undefined
  return packed === undefined ? null : new Uint8Array(Buffer.from(packed, 'base64'))
}
