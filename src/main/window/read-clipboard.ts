import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isPageAddress } from '#library/fetching/typed-address.ts'
import type { CopiedContent } from '#library/clipboard-source.ts'
import { clipboardFormats } from './clipboard-formats.ts'
import type { ClipboardFormats } from './clipboard-formats.ts'

/** What the reader copied: files, the address of a page, or words. Null when there is nothing of the kind. */
export type Copied =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'content'; readonly content: CopiedContent }
  | null

const pathOf = (line: string): string[] => {
  const address = line.trim()
  if (!address.startsWith('file:') || !URL.canParse(address)) return []
  try {
    const path = fileURLToPath(address)
    return existsSync(path) ? [path] : []
  } catch (error) {
    // An address of a file on another machine.
    if (error instanceof TypeError) return []
    throw error
  }
}

/** Files as file managers copy them: a list of addresses, on macOS one. */
const copiedFiles = async ({ own }: ClipboardFormats): Promise<readonly string[]> => {
  for (const format of ['text/uri-list', 'x-special/gnome-copied-files', 'public.file-url']) {
    const paths = (await own(format)).toString('utf8').split(/\r?\n/).flatMap(pathOf)
    if (paths.length > 0) return paths
  }
  return []
}

/** Where browsers say from which page they copied: Windows in the format for HTML itself, Chromium and Firefox in one of their own. */
const sourceAddress = async ({ own }: ClipboardFormats): Promise<string | null> => {
  const said = [
    /^SourceURL:(.*)$/m.exec((await own('HTML Format')).toString('utf8').slice(0, 4_096))?.[1],
    (await own('chromium/x-source-url')).toString('utf8'),
    (await own('text/x-moz-url-priv')).toString('utf16le'),
  ]
  const address = said.map(text => (text ?? '').replaceAll('\0', '').trim()).find(isPageAddress)
  return address !== undefined && URL.canParse(address) ? new URL(address).href : null
}

/** Reads the clipboard, which is done only when the reader asks for its import. */
export const readClipboard = async (): Promise<Copied> => {
  const formats = await clipboardFormats()
  const paths = await copiedFiles(formats)
  if (paths.length > 0) return { kind: 'files', paths }
  const { html, text } = formats
  if (isPageAddress(text) && !/\s/.test(text.trim())) return { kind: 'address', address: text.trim() }
  if (html.trim() === '' && text.trim() === '') return null
  return { kind: 'content', content: { html, text, address: await sourceAddress(formats) } }
}
