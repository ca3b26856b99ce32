import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { WINDOW_ORIGIN } from './window-address.ts'

/** What a library's list may show: the cover of a document that is in it, and nothing else of the document. */
interface CoveredLibrary {
  /** The folder in which each document has its own. */
  readonly documents: string
  readonly isCover: (document: string, name: string) => boolean
}

/**
 * Which pictures and fonts the window may load, and under which name: those of the article that is open, and the covers of the library's
 * documents.
 */
export interface ArticleResources {
  /**
   * Opens a folder of resources to the window in place of the one before.
   * @returns the address below which they are found until the next grant; it cannot be guessed
   */
  grant(folder: string): string
  /**
   * Opens the covers of a library to the window in place of those of the one before.
   * @returns the address below which they are found, by a document's id and the picture's name; it cannot be guessed
   */
  grantCovers(library: CoveredLibrary): string
  /** From now on nothing is served: the page is gone, or another one is on its way. */
  revoke(): void
  /** The folder that a capability stands for, or null when it stands for none any more. */
  folderOf(capability: string): string | null
  /** The folder that a document's cover lies in; null when the capability stands for none any more, or the picture is no cover. */
  folderOfCover(capability: string, document: string, name: string): string | null
}

/** 128 bits from the system's generator. */
const newCapability = (): string => randomBytes(16).toString('hex')

export const holdArticleResources = (): ArticleResources => {
  let granted: { readonly capability: string; readonly folder: string } | null = null
  let covers: { readonly capability: string; readonly library: CoveredLibrary } | null = null
  return {
    grant: folder => {
      granted = { capability: newCapability(), folder }
      return `${WINDOW_ORIGIN}/article/${granted.capability}/`
    },
    grantCovers: library => {
      // The page asks for the state of its library more than once, and its pictures stay where they are meanwhile.
      const isSame = covers?.library.documents === library.documents
      covers = { capability: isSame && covers !== null ? covers.capability : newCapability(), library }
      return `${WINDOW_ORIGIN}/cover/${covers.capability}/`
    },
    revoke: () => {
      granted = null
      covers = null
    },
    folderOf: capability => (granted?.capability === capability ? granted.folder : null),
    folderOfCover: (capability, document, name) =>
      covers?.capability === capability && covers.library.isCover(document, name)
        ? join(covers.library.documents, document, 'assets')
        : null,
  }
}
