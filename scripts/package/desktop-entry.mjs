import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What Pathmark offers to open, by the names that shared-mime-info has for them; it is made the usual program for none of them. JATS has no
 * name there and gets one of its own.
 */
const MEDIA_TYPES = [
  'application/epub+zip',
  'application/pdf',
  'text/html',
  'application/xhtml+xml',
  'application/x-mimearchive',
  'text/markdown',
  'text/plain',
  'application/x-pathmark-jats+xml',
  // What JATS articles are taken for that are called `.xml`.
  'application/xml',
]

/** The entry of desktop menus (Desktop Entry Specification 1.5), with `@PROGRAM@` for the program's own path. */
const DESKTOP_ENTRY = `[Desktop Entry]
Type=Application
Version=1.5
Name=Pathmark
GenericName=Reader
Comment=Read articles with their mechanisms beside them
Exec="@PROGRAM@" %F
Icon=pathmark
Terminal=false
Categories=Office;Viewer;Science;
MimeType=${MEDIA_TYPES.join(';')};
StartupNotify=true
StartupWMClass=Pathmark
`

/** The kinds of files that shared-mime-info does not know by their names. */
const FILE_KINDS = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-pathmark-jats+xml">
    <comment>JATS article</comment>
    <sub-class-of type="application/xml"/>
    <glob pattern="*.nxml"/>
  </mime-type>
</mime-info>
`

/**
 * Puts what adds the program to a desktop into its folder, under `desktop/`.
 * @param {string} target the program's folder
 */
export const addDesktopEntry = async target => {
  const folder = join(target, 'desktop')
  await mkdir(folder)
  await writeFile(join(folder, 'pathmark.desktop'), DESKTOP_ENTRY)
  await writeFile(join(folder, 'pathmark.xml'), FILE_KINDS)
  await copyFile(join(import.meta.dirname, 'pathmark.svg'), join(folder, 'pathmark.svg'))
  const script = join(folder, 'add-to-desktop')
  await copyFile(join(import.meta.dirname, 'add-to-desktop.sh'), script)
  await chmod(script, 0o755)
}
