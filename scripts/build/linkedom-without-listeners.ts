import { changePackage } from './change-package.ts'
import type { PackageChange } from './change-package.ts'

const file = 'linkedom/esm/interface/event-target.js'

const changes: readonly PackageChange[] = [
  { file, from: '    wm.set(this, new Map);\n', to: '' },
  {
    file,
    from: 'const map = wm.get(this);\n    if (!map.has(type)) ',
    to: 'const map = wm.get(this) ?? wm.set(this, new Map).get(this);\n    if (!map.has(type)) ',
  },
  { file, from: 'if (map.has(type)) {', to: 'if (map?.has(type)) {' },
]

/**
 * Builds linkedom so that a node gets a place for its listeners with the first of them, and not when it is made. Nobody listens to a page that is read,
 * and an entry of a weak map for each of its nodes is a sixth of the time of reading it.
 */
export const linkedomWithoutListeners = changePackage(
  'linkedom-without-listeners',
  /\/linkedom\/esm\/interface\/event-target\.js$/,
  changes,
)
