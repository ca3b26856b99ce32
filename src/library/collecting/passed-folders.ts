/** Folders of programs and systems, in which nobody keeps articles. */
const notTheReaders = new Set(['node_modules', '__MACOSX', '$RECYCLE.BIN', 'System Volume Information', 'lost+found'])

/** What browsers put behind a page's name for the folder with its pictures, in the languages that they speak. */
const companionWords =
  'files|file|dateien|fichiers|archivos|ficheiros|arquivos|bestanden|filer|filen|tiedostot|soubory|pliki|fájlok|fajlovi|dosyalar|файлы|файли|файлове|ファイル|파일'

const companionFolder = new RegExp(`^(.+)(?:[_.-]| )(?:${companionWords})$`, 'iu')
const pageName = /^(.+)\.(?:html?|xhtml|mht|mhtml)$/iu

/** True for hidden files and folders, and for folders that are not the reader's. */
export const isHidden = (name: string): boolean => name.startsWith('.') || notTheReaders.has(name)

/** Of the names in one folder, tells those of folders that belong to a page beside them: `Pain_files` to `Pain.html`. */
export const companionFoldersAmong = (names: readonly string[]): ((folder: string) => boolean) => {
  const pages = new Set(names.flatMap(name => pageName.exec(name)?.[1]?.toLowerCase() ?? []))
  return folder => {
    const page = companionFolder.exec(folder)?.[1]?.toLowerCase()
    return page !== undefined && pages.has(page)
  }
}
