/** Files of pdf.js by name, each deflated and in base64; the build makes them (scripts/build/pdf-data.ts). */
type PackedFiles = Readonly<Record<string, string>>

const kinds: Readonly<Record<string, () => Promise<{ readonly default: PackedFiles }>>> = {
  cMapUrl: () => import('virtual:pdf-character-maps'),
  standardFontDataUrl: () => import('virtual:pdf-fonts'),
}

async function inflate(packed: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed), character => character.codePointAt(0) ?? 0)
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(inflated).arrayBuffer())
}

/** Gives pdf.js its tables of characters and the fonts that files may leave out. They are part of the program's code: nothing is loaded. */
export class PackedDataFactory {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const files = await kinds[kind]?.()
    const packed = files !== undefined && Object.hasOwn(files.default, filename) ? files.default[filename] : undefined
    if (packed === undefined) throw new Error(`${filename} is not at hand.`)
    return inflate(packed)
  }
}
