import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'

/** What it takes from there. */
const NAMES = [
  'describeTextPosition',
  'describeTextQuote',
  'makeCreateRangeSelectorMatcher',
  'textPositionSelectorMatcher',
  'textQuoteSelectorMatcher',
]
const SELECTOR = '@apache-annotator/selector'

/** `@apache-annotator/dom` imports a package that it does not name as its dependency; without it its matchers say so. */
const unnamedDependency: Plugin = {
  name: 'unnamed-dependency',
  enforce: 'pre',
  resolveId: source => {
    if (source !== SELECTOR) return null
    try {
      return createRequire(import.meta.url).resolve(SELECTOR)
    } catch {
      return `\0${SELECTOR}` // It is not installed: what stands in for it is loaded below.
    }
  },
  load: id =>
    id === `\0${SELECTOR}`
      ? NAMES.map(name => `export const ${name} = () => { throw new Error('${SELECTOR} is not installed') }`).join('\n')
      : null,
}

/**
 * Builds the benchmark's page with our modules and all contestants inside, as the program's own window is built.
 * @returns the folder that it is in
 */
export const bundlePage = async (scratch: string): Promise<string> => {
  const outDir = join(scratch, 'highlight-page')
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn',
    plugins: [unnamedDependency],
    build: { outDir, emptyOutDir: true, target: 'chrome130', minify: true, modulePreload: { polyfill: false } },
  })
  return outDir
}
