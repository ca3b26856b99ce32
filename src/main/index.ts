import { BrowserWindow, app } from 'electron'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defaultLibraryFolder } from '#library/default-library-folder.ts'
import { extractInThread } from '#library/finding/extract-in-thread.ts'
import type { Result } from '#core/result/result.ts'
import { importApart } from '#library/importing-apart/import-apart.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { readGlossary } from '#library/read-resources.ts'
import { holdArticleResources } from './serving/article-resources.ts'
import { closeAfterSaving } from './window/close-window.ts'
import { articleHandlers, articleOpener } from './handlers/article-handlers.ts'
import { pageHandlers } from './handlers/page-handlers.ts'
import { backupHandlers, holdBackups } from './handlers/backup-handlers.ts'
import { openDrafts } from './window/drafts-file.ts'
import { draftHandlers } from './handlers/draft-handlers.ts'
import { exportHandler } from './handlers/export-handler.ts'
import { libraryHandlers } from './handlers/library-handlers.ts'
import { importHandlers } from './handlers/import-handlers.ts'
import { librariesHandlers, shownLibraries } from './handlers/libraries-handlers.ts'
import { linkHandler } from './handlers/link-handler.ts'
import { marksHandlers } from './handlers/marks-handlers.ts'
import { mechanismHandlers } from './handlers/mechanism-handlers.ts'
import { holdMechanismIndex, mechanismIndexHandlers } from './handlers/mechanism-index-handlers.ts'
import { keepNewerCopies } from './handlers/newer-copies.ts'
import { followImports } from './handlers/running-imports.ts'
import { trashHandlers } from './handlers/trash-handlers.ts'
import { shelfHandlers } from './handlers/shelf-handlers.ts'
import { followDocuments, gatherChanges } from './handlers/shown-documents.ts'
import { keepPointedAt, takeDrops } from './handlers/pointed-at.ts'
import { programHandlers } from './handlers/program-handlers.ts'
import { unsavedHandler } from './handlers/unsaved-handler.ts'
import { updateHandlers } from './handlers/update-handlers.ts'
import { startImportProcess } from './import-process.ts'
import { holdSearch, searchHandlers } from './handlers/search-handlers.ts'
import { mayOpenForReading } from './libraries/choose-library.ts'
import { openKnownLibraries } from './libraries/known-libraries.ts'
import { keepLibraryTokens } from './libraries/library-tokens.ts'
import type { LibraryPlace } from './libraries/library-tokens.ts'
import { switchLibrary } from './libraries/switch-library.ts'
import { lockDown } from './outside/lock-down.ts'
import { setUpMenu } from './window/menu.ts'
import { holdLibrary } from './open-library-holder.ts'
import { quietChromium } from './starting/quiet-chromium.ts'
import { keepPageGate } from './bridge/page-gate.ts'
import { pathsTakenOut } from './bridge/paths-in-words.ts'
import { createReaderWindow } from './window/reader-window.ts'
import { readOnce } from './starting/read-once.ts'
import { restartFailedPage } from './window/restart-page.ts'
import { sendEvent, serveBridge } from './bridge/serve-bridge.ts'
import type { BridgeHandlers } from './bridge/serve-bridge.ts'
import { openSettings } from './window/settings-file.ts'
import { openAlready, parseArticleLink, parseSecondStart, parseStartArguments } from './starting/start-arguments.ts'
import type { ArticleLink } from './starting/start-arguments.ts'
import { filesAmong } from './starting/files-among.ts'
import { refusal, refusedSwitch } from './starting/start-switches.ts'
import { registerWindowScheme, serveWindow } from './serving/window-scheme.ts'

registerWindowScheme()
quietChromium()
app.enableSandbox()

const started = parseStartArguments(process.argv.slice(1))
// Development and tests need switches, such as the one that lets a test drive the window.
const refused = app.isPackaged ? refusedSwitch(process.argv.slice(1)) : null
if (refused !== null) {
  process.stderr.write(`${refusal(refused)}\n`)
  app.exit(2)
} else if (app.requestSingleInstanceLock()) void start()
else {
  process.stderr.write(`${openAlready(started)}\n`)
  app.quit()
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const resources = app.isPackaged ? process.resourcesPath : join(root, 'resources')
  const known = openKnownLibraries(join(app.getPath('userData'), 'libraries.json'))
  const usual = resolve(defaultLibraryFolder())
  const folder = resolve(started.library ?? known.list()[0] ?? usual)
  const library = holdLibrary({
    folder,
    // One that was open before and is not there now is looked for by the reader rather than made anew.
    create: started.library === null && folder === usual,
    write: true,
    resources,
    program: `Pathmark ${app.getVersion()}`,
    now: () => new Date().toISOString(),
    newId: () => randomUUID(),
    changed: what => (what === 'documents' ? documentsChanged() : void tellWindow(what)),
    touched: id => search.touched(id),
    helpers: () => ({
      extractor: extractInThread({ file: pathToFileURL(join(root, 'out', 'main', 'extraction-thread.js')), resources }),
      importer: importApart({ start: startImportProcess(join(root, 'out', 'main', 'import', 'import-program.cjs')) }),
    }),
    finding: (id, finding) => sendEvent(windowOf(), 'mechanisms.finding', { id, finding }),
    takenIn: id => id !== null && sendEvent(windowOf(), 'article.taken-in', { id }),
  })
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'))
  const drafts = openDrafts({
    path: join(app.getPath('userData'), 'drafts.json'),
    library: folder,
    now: () => new Date(),
    report: message => console.error(message),
  })
  const copies = keepNewerCopies()
  const pointedAt = keepPointedAt()
  const imports = followImports(progress => sendEvent(windowOf(), 'library.importing', progress))
  const names = async () => {
    const current = await library.current()
    return current.ok ? current.value.writtenNames() : current
  }
  const across = holdMechanismIndex(library)
  const search = holdSearch(library, {
    program: `Pathmark ${app.getVersion()}`,
    thread: pathToFileURL(join(root, 'out', 'main', 'search-thread.js')),
    progress: (done, total) => sendEvent(windowOf(), 'search.progress', { done, total }),
    changed: () => sendEvent(windowOf(), 'search.changed', null),
  })
  const backups = holdBackups(library, {
    resources,
    program: `Pathmark ${app.getVersion()}`,
    tell: line => sendEvent(windowOf(), 'library.remark', line),
  })
  const closeHelpers = async (): Promise<void> => {
    await across.close()
    await search.close()
    await backups.close()
  }
  const articleResources = holdArticleResources()
  const { closePages, showing, ...pages } = pageHandlers(library)
  const openArticle = articleOpener(
    readOnce(() => readGlossary(resources)),
    articleResources,
    showing,
  )
  let window: BrowserWindow | null = null
  let readyToClose = (): void => {}
  const windowOf = (): BrowserWindow | null => window
  const documentChanges = followDocuments()
  const tellWindow = async (what: 'documents' | 'warnings'): Promise<void> => {
    const current = await library.current()
    if (!current.ok) return
    if (what === 'documents') sendEvent(window, 'library.documents', documentChanges(current.value))
    else sendEvent(window, 'library.warnings', current.value.warnings)
  }
  const documentsChanged = gatherChanges(() => {
    void tellWindow('documents')
    search.listChanged()
  })
  /** What a link leads to that came before the page could listen. */
  let awaited = started.show
  let listening = false
  const show = (link: ArticleLink | null): void => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    if (link === null) return
    if (listening) sendEvent(window, 'article.show', link)
    else awaited = link
  }

  /** Files that were opened with the program; before the page can listen they wait for it. */
  const openWith = (paths: readonly string[]): void => {
    if (paths.length === 0) return
    pointedAt.put('opened', paths)
    if (listening) sendEvent(window, 'library.opened-with', null)
  }
  openWith(filesAmong(started.files, process.cwd()))

  const gate = keepPageGate()
  const tokens = keepLibraryTokens()
  const libraries = { known, tokens, open: () => library.folder() }
  const wordsNow = (): ((text: string) => string) =>
    pathsTakenOut({ library: [library.folder()], home: [app.getPath('home')] })
  let words = wordsNow()
  const makeMenu = async (): Promise<void> => {
    const recent = (await shownLibraries(libraries)).map(one => ({
      ...one,
      where: words(one.where),
      choose: () => sendEvent(window, 'libraries.chosen', { library: one.library }),
    }))
    setUpMenu(command => sendEvent(window, 'menu.command', command), recent)
  }
  /** The library that is shown is the one to begin with the next time. A list that the disk refuses is none to stop for. */
  const remember = async (opened: OpenLibrary): Promise<void> => {
    const before = known.list()
    const kept = await known.opened(opened.path)
    if (!kept.ok) console.error(`The library is not remembered: ${kept.error.message}`)
    // One that stays as it was is the same list, and its menu has been made.
    if (known.list() !== before) await makeMenu()
  }
  const changeLibrary = (place: LibraryPlace): Promise<Result<null>> =>
    switchLibrary(place, {
      holder: library,
      gate,
      isImporting: () => imports.isUnderWay(),
      mayRead: async (path, reason) => window !== null && mayOpenForReading(window, path, reason),
      leave: closeHelpers,
      entered: async opened => {
        words = wordsNow()
        const kept = await (await drafts).changeLibrary(opened.path)
        if (!kept.ok) console.error(`What was typed is kept in memory only: ${kept.error.message}`)
        listening = false
        // What it looks up may be on disks that do not answer.
        void remember(opened)
      },
      // After the answer, which the page gets that makes way.
      reload: () => setImmediate(() => window?.webContents.reload()),
      resume: async () => {
        await backups.begin()
        search.beginLater()
      },
    })

  app.on('second-instance', (_event, args, directory) => {
    show(parseSecondStart(args.slice(1)))
    openWith(filesAmong(parseStartArguments(args.slice(1)).files, directory))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openWith([path])
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    show(parseArticleLink(address))
  })
  app.on('window-all-closed', () => app.quit())
  closeLibraryBeforeQuit(async () => {
    await library.close(closeHelpers)
    await (await drafts).flush()
  })

  await app.whenReady()
  takeDrops(windowOf, pointedAt)
  lockDown(windowOf)
  serveWindow(join(root, 'out', 'renderer'), articleResources)
  const handlers: BridgeHandlers = {
    ...programHandlers(settings, names, () => readyToClose()),
    ...libraryHandlers(library, {
      last: () => settings.read().lastDocument,
      begin: documentChanges,
      grantCovers: covered => articleResources.grantCovers(covered),
    }),
    ...importHandlers({ holder: library, windowOf, copies, imports, pointedAt }),
    ...articleHandlers(library, openArticle, () => settings.read().lastDocument),
    ...pages,
    ...shelfHandlers(library),
    ...trashHandlers(library),
    ...mechanismHandlers(library),
    ...marksHandlers(library),
    ...updateHandlers(library, windowOf, copies, imports, openArticle),
    ...exportHandler(library, windowOf, names),
    ...linkHandler(windowOf),
    ...mechanismIndexHandlers(across, windowOf),
    ...searchHandlers(search),
    ...backupHandlers(backups, windowOf),
    ...draftHandlers(drafts),
    ...librariesHandlers({ ...libraries, windowOf, change: changeLibrary, changed: () => void makeMenu() }),
    ...unsavedHandler(windowOf),
  }
  serveBridge(windowOf, handlers, gate, text => words(text))
  window = createReaderWindow(join(root, 'out', 'preload', 'index.cjs'))
  const closing = closeAfterSaving(window)
  readyToClose = closing.close
  window.on('closed', () => (window = null))
  // The page comes first: once it is on its way to its own process, this one has time for the library and the menu.
  window.webContents.once('did-navigate', () => {
    void backups.begin()
    search.beginLater()
    void makeMenu()
    void library.current().then(async opened => opened.ok && remember(opened.value))
  })
  // A page that is loaded anew asks for its article anew.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    articleResources.revoke()
    void closePages()
  })
  window.webContents.on('did-finish-load', () => {
    listening = true
    if (awaited) sendEvent(window, 'article.show', awaited)
    awaited = null
    if (pointedAt.waits('opened')) sendEvent(window, 'library.opened-with', null)
  })
  const book = await drafts
  restartFailedPage(window, () => book.drafts(), closing.isAsked)
}

/** Quitting waits until everything is on the disk and the library's lock is given back. */
function closeLibraryBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
