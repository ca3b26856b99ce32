import { protocol } from 'electron'
import { answerWindow } from './answer-window.ts'
import type { ArticleResources } from './article-resources.ts'
import { WINDOW_SCHEME } from './window-address.ts'

/** Must run before the app is ready. The page needs no `fetch`, no service worker and no way around its content policy. */
export const registerWindowScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: WINDOW_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built renderer, and what the open article needs, to the window. */
export const serveWindow = (folder: string, resources: ArticleResources): void => {
  protocol.handle(WINDOW_SCHEME, answerWindow(folder, resources))
}
