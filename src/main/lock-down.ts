import { app, session } from 'electron'
import type { Session } from 'electron'
import { WINDOW_ORIGIN } from './window-scheme.ts'

/** Lets a request through only when it stays inside the program. */
const staysInside = (address: string): boolean =>
  address.startsWith(`${WINDOW_ORIGIN}/`) || address.startsWith('devtools://') || address.startsWith('data:')

const closeNetwork = (target: Session): void => {
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }))
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', event => event.preventDefault())
  target.setSpellCheckerEnabled(false)
}

/** No page may navigate, open windows, attach web views, ask for permissions or reach the network. */
export const lockDown = (): void => {
  closeNetwork(session.defaultSession)
  app.on('session-created', closeNetwork)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
