import { app, session } from 'electron'
import type { BrowserWindow, Session, WebContents } from 'electron'
import { isAllowedRequest } from '../serving/request-rules.ts'

/** Developer tools have pages of their own; the packaged program has no developer tools. */
const isDeveloperTools = (address: string): boolean => !app.isPackaged && address.startsWith('devtools://')

/** @param allowed id of the contents whose requests are looked at further; all others are refused */
const closeNetwork = (target: Session, allowed: () => number | null): void => {
  target.webRequest.onBeforeRequest((details, answer) => {
    const { url, method, resourceType, webContentsId, frame } = details
    const asked = {
      url,
      method,
      resourceType,
      webContentsId,
      frameAddress: frame?.url,
      fromTopFrame: frame ? frame.parent === null : undefined,
    }
    answer({ cancel: !isDeveloperTools(url) && !isAllowedRequest(asked, allowed()) })
  })
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', event => event.preventDefault())
  target.on('select-hid-device', event => event.preventDefault())
  target.on('select-serial-port', event => event.preventDefault())
  target.on('select-usb-device', event => event.preventDefault())
  target.setSpellCheckerEnabled(false)
  target.setSpellCheckerDictionaryDownloadURL('pathmark-app://none/')
}

const confine = (contents: WebContents): void => {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('select-bluetooth-device', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools())
}

/** Whatever a server might ask for is refused; there is no server that the window could speak to. */
const answerNoServer = (): void => {
  app.on('certificate-error', (event, _contents, _address, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  app.on('select-client-certificate', (event, _contents, _address, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault()
    answer()
  })
}

/**
 * No page may navigate, open windows, attach web views, ask for permissions or devices, download, or reach the network. Requests are
 * refused unless they are the window's own.
 */
export const lockDown = (windowOf: () => BrowserWindow | null): void => {
  const idOfWindow = (): number | null => {
    const window = windowOf()
    return window === null || window.isDestroyed() ? null : window.webContents.id
  }
  closeNetwork(session.defaultSession, idOfWindow)
  app.on('session-created', other => closeNetwork(other, () => null))
  app.on('web-contents-created', (_event, contents) => confine(contents))
  answerNoServer()
}
