// The least that an Electron program can be: one window with one line of text. Benchmarks measure against it.
import { BrowserWindow, app } from 'electron'

// Not awaited at the top level: the app gets ready only when this module has been loaded.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 920, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  return window.loadURL('data:text/html,<!doctype html><title>Empty</title><p>Empty</p>')
})
app.on('window-all-closed', () => app.quit())
