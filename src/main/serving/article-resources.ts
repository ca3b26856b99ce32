import { randomBytes } from 'node:crypto'
import { WINDOW_ORIGIN } from './window-address.ts'

/** Which article's pictures and fonts the window may load, and under which name: that of the article that is open, and no other. */
export interface ArticleResources {
  /**
   * Opens a folder of resources to the window in place of the one before.
   * @returns the address below which they are found until the next grant; it cannot be guessed
   */
  grant(folder: string): string
  /** From now on nothing is served: the page is gone, or another one is on its way. */
  revoke(): void
  /** The folder that a capability stands for, or null when it stands for none any more. */
  folderOf(capability: string): string | null
}

/** 128 bits from the system's generator. */
const newCapability = (): string => randomBytes(16).toString('hex')

export const holdArticleResources = (): ArticleResources => {
  let granted: { readonly capability: string; readonly folder: string } | null = null
  return {
    grant: folder => {
      granted = { capability: newCapability(), folder }
      return `${WINDOW_ORIGIN}/article/${granted.capability}/`
    },
    revoke: () => {
      granted = null
    },
    folderOf: capability => (granted?.capability === capability ? granted.folder : null),
  }
}
