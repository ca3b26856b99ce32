import { Menu, app } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#core/bridge/events.ts'
import type { KnownLibrary } from '#core/bridge/libraries.ts'

/** A library that the menu offers. */
export interface MenuLibrary extends Pick<KnownLibrary, 'name' | 'where' | 'isOpen' | 'isThere'> {
  readonly choose: () => void
}

/** What stands in a label: an ampersand of a name is no mark of a key. */
const asLabel = (text: string): string => text.replaceAll('&', '&&')

const recentItem = ({ name, where, isOpen, isThere, choose }: MenuLibrary): MenuItemConstructorOptions => ({
  label: asLabel(`${name} (${where})${isThere ? '' : ': not there'}`),
  type: 'checkbox',
  checked: isOpen,
  click: choose,
})

/**
 * Builds the application's menu; every item of the program's own is a command that the window carries out.
 * @param recent libraries that were open before, the last one first
 */
export const setUpMenu = (send: (command: MenuCommand) => void, recent: readonly MenuLibrary[]): void => {
  // Keys that the window handles itself are shown here but not registered, so that they act once and text fields keep theirs.
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const template: MenuItemConstructorOptions[] = [
    {
      label: '&File',
      submenu: [
        item('&Import…', 'import', 'CmdOrCtrl+O'),
        item('Import a f&older…', 'import-folder'),
        item('Import a &page by its address…', 'import-address'),
        item('Import from the &clipboard', 'import-clipboard'),
        item('&Update from a newer copy…', 'update-article'),
        item('Read the &original again', 'read-original-again'),
        item('&Export as Markdown…', 'export-markdown', 'CmdOrCtrl+E'),
        item('&Print…', 'print', 'CmdOrCtrl+P'),
        item('&Cite…', 'cite'),
        { type: 'separator' },
        item('Open &library…', 'open-library'),
        item('&New library…', 'new-library'),
        {
          label: '&Recent libraries',
          submenu: [
            ...recent.map(recentItem),
            ...(recent.length === 0 ? [] : [{ type: 'separator' } as const]),
            item('&All libraries…', 'libraries'),
          ],
        },
        { type: 'separator' },
        item('&Waiting marks…', 'waiting-marks'),
        item('&Backups…', 'backups'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('&Undo', 'undo', 'CmdOrCtrl+Z'),
        item('&Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('&Find in article…', 'find', 'CmdOrCtrl+F'),
        item('Find &next', 'find-next', 'F3'),
        item('Find &previous', 'find-previous', 'Shift+F3'),
        item('&Search the library…', 'search-library', 'CmdOrCtrl+Shift+F'),
        { type: 'separator' },
        item('&Settings…', 'settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Mechanisms', 'show-mechanisms'),
        item('&Notes', 'show-notes'),
        item('E&vidence', 'show-evidence'),
        { type: 'separator' },
        item('All &articles of the library', 'toggle-library', 'CmdOrCtrl+L'),
        item('Mechanisms of the &library', 'toggle-across', 'F8'),
        { type: 'separator' },
        item('&Outline and library', 'toggle-navigation', 'CmdOrCtrl+Shift+L'),
        item('&Sidebar', 'toggle-sidebar', 'CmdOrCtrl+Shift+B'),
        { type: 'separator' },
        item('Pages or &text', 'toggle-pages', 'P'),
        item('&Go to page…', 'go-to-page', 'G'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools' }] satisfies MenuItemConstructorOptions[])),
      ],
    },
    {
      label: '&Help',
      submenu: [item('&Keyboard shortcuts', 'shortcuts', '?'), { type: 'separator' }, item('&About Pathmark', 'about')],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
