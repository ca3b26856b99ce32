import { characterMaps } from 'virtual:pdf-character-maps'

/**
 * One of Adobe's tables that lead from a file's codes to characters (CMaps), by name, in pdf.js' packed form; null when there is none
 * of that name. They come with the program's own code, because an import may open no file.
 */
export const characterMap = (name: string): Uint8Array | null => {
  const packed = Object.hasOwn(characterMaps, name) ? characterMaps[name] : undefined
  return packed === undefined ? null : new Uint8Array(Buffer.from(packed, 'base64'))
}
