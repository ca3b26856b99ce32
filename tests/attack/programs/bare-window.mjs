// A window with none of the walls: what runs or loads here is what an attack string can do.
import { BrowserWindow, app, session } from 'electron'

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', event => {
    // Where a content security policy is tried: it does not govern where a page goes, so that nothing may go far.
    if (globalThis.staysHere === true && !event.url.startsWith('http://127.0.0.1:')) event.preventDefault()
  })
})
// Electron is ready only once this file has been read to its end, so that it cannot wait for it here.
const openWindow = () => {
  // No other program is started for an address such as mailto: it would outlive this one.
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  // It would fetch a dictionary, which is not what is counted here.
  session.defaultSession.setSpellCheckerEnabled(false)
  session.defaultSession.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/')
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  return window.loadURL('about:blank')
}
void app.whenReady().then(openWindow)
