import { jsdomQuickParsing } from './jsdom-quick-parsing.ts'
import { jsdomWithoutNetwork } from './jsdom-without-network.ts'
import { jsdomWithoutStyles } from './jsdom-without-styles.ts'
import { linkedomWithoutListeners } from './linkedom-without-listeners.ts'

/** How the packages that read and purify files are built, in the program and in tests of what is built. */
export const importPackages = [jsdomWithoutNetwork, jsdomWithoutStyles, jsdomQuickParsing, linkedomWithoutListeners]
