import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource/atkinson-hyperlegible/400.css'
import '@fontsource/atkinson-hyperlegible/400-italic.css'
import '@fontsource/atkinson-hyperlegible/700.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/dialogs.css'
import './styles/notices.css'
import './styles/importing.css'
import './styles/shell.css'
import './styles/status-line.css'
import './styles/type-settings.css'
import './styles/navigation.css'
import './styles/article.css'
import './styles/article-blocks.css'
import './styles/math.css'
import './styles/highlights.css'
import './styles/reader.css'
import './styles/pages.css'
import './styles/link-preview.css'
import './styles/mark-margin.css'
import './styles/forced-colors.css'
import './styles/print.css'
import { confineDrags, importDrops } from './drag-and-drop.ts'
import { importAndOpen, onKeyDown, onMenuCommand, onPaste } from './keyboard/run-command.ts'
import { applyAppearance, applyTitle } from './state/appearance.ts'
import { followAcross } from './state/across.ts'
import { seekInBackground } from './state/anchoring.ts'
import { openArticle } from './state/article.ts'
import { listen } from './state/bridge.ts'
import { prepareToClose } from './state/closing.ts'
import { followImports } from './state/importing.ts'
import { switchLibrary, whenLibraryStays } from './state/libraries.ts'
import { followLibrary } from './state/library.ts'
import { followMechanisms } from './state/mechanisms.ts'
import { followOtherCopies } from './state/other-copies.ts'
import { followWindowWidth } from './state/panels.ts'
import { lightenPrints } from './state/printing.ts'
import { followRefusals } from './state/refused-saves.ts'
import './views/shell/pathmark-app.ts'

applyAppearance()
applyTitle()
lightenPrints()
followLibrary()
followImports()
followAcross()
followMechanisms()
followOtherCopies()
followRefusals()
followWindowWidth()
seekInBackground()
listen('menu.command', onMenuCommand)
listen('article.show', ({ id, annotation }) => void openArticle(id, annotation ?? undefined))
listen('library.opened-with', () => whenLibraryStays(() => void importAndOpen('opened')))
listen('libraries.chosen', ({ library }) => void switchLibrary(library))
listen('window.closing', () => void prepareToClose())
document.addEventListener('keydown', onKeyDown)
document.addEventListener('paste', onPaste)
// The article has the focus from the start; that is shown to those who move it with the keyboard.
document.addEventListener('keydown', event => {
  if (event.key === 'Tab') document.documentElement.dataset['input'] = 'keyboard'
})
document.addEventListener('pointerdown', () => {
  delete document.documentElement.dataset['input']
})
confineDrags(document)
importDrops(document, () => void importAndOpen('dropped'))
