import { clipboard } from 'electron'
import type { ClipboardItem } from 'electron'

/** How Electron before version 45 reads the clipboard, as the fallback runtime (decision 3) still does. */
interface OlderClipboard {
  readHTML(): string
  readText(): string
  readBuffer(format: string): Buffer
}

const isOlder = (given: object): given is OlderClipboard => 'readHTML' in given

const bytesOf = async (items: readonly ClipboardItem[], type: string): Promise<Buffer> => {
  const item = items.find(({ types }) => types.includes(type))
  const read = await item?.getType(type)
  return read instanceof Blob ? Buffer.from(await read.arrayBuffer()) : Buffer.alloc(0)
}

/** What is on the clipboard in the formats that are asked for; empty where it has nothing of the kind. */
export interface ClipboardFormats {
  readonly html: string
  readonly text: string
  /** Of a format that the system or another program has of its own. */
  readonly own: (format: string) => Promise<Buffer>
}

export const clipboardFormats = async (): Promise<ClipboardFormats> => {
  const given: object = clipboard
  if (isOlder(given))
    return { html: given.readHTML(), text: given.readText(), own: format => Promise.resolve(given.readBuffer(format)) }
  const items = await clipboard.read()
  return {
    html: (await bytesOf(items, 'text/html')).toString('utf8'),
    text: await clipboard.readText(),
    own: async format => {
      const type = `electron application/osclipboard;format="${format}"`
      return (await clipboard.has(type)) ? bytesOf(await clipboard.read(), type) : Buffer.alloc(0)
    },
  }
}
