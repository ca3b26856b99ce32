import { BrowserWindow, app, nativeTheme, screen } from 'electron'
import { WINDOW_ADDRESS } from '../serving/window-address.ts'

/** Paper colours of the themes, so that the window never flashes white before its first paint. */
const BACKGROUND = { light: '#fbfaf7', dark: '#16181b' }

/**
 * Makes the one window. Its page is sandboxed, isolated and without Node.
 * @param preload absolute path of the preload script
 */
export const createReaderWindow = (preload: string): BrowserWindow => {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(920, height),
    minWidth: 360,
    minHeight: 420,
    show: false,
    title: 'Pathmark',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    // Most of these are Electron's defaults; they are written down because the program counts on them.
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // Files are chosen in dialogs of the main process; the page has no use for one of its own.
      disableBlinkFeatures: 'FileSystemAccess,FileSystemAccessLocal',
      plugins: false,
      devTools: !app.isPackaged,
      disableDialogs: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  window.once('ready-to-show', () => window.show())
  // An empty page is shown without any event that could be prevented, and without a request that could be refused. It does not stay.
  window.webContents.on('did-navigate', (_event, address) => {
    if (address !== WINDOW_ADDRESS) void window.loadURL(WINDOW_ADDRESS)
  })
  void window.loadURL(WINDOW_ADDRESS)
  return window
}
