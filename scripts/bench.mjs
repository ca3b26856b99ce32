import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'

const PAGE = join(ROOT, 'docs', 'benchmarks.md')

const HEAD = `# Benchmarks

\`npm run bench\` runs all of them and writes the sections below; nothing here is typed by hand. \`npm run bench -- highlight\` runs
those whose file name holds the word: \`highlight\`, \`anchoring\`, \`keeping\`, \`library\`, \`import\`, \`extraction\`, \`window\`, \`key-to-paint\`. The highlight benchmark takes the
longest; \`PATHMARK_BENCH=500k npm run bench -- highlight\` runs one size once (\`50k\`, \`500k\` or \`3m\`), prints, and writes nothing.
\`PATHMARK_PAGES=FOLDER npm run bench -- extraction\` measures on folders of pages in that folder as well: \`x.html\` with \`x.expected.txt\`.

Machines differ, and so do runs: contestants take turns within one run, and the ratios between them are what counts.
`

/**
 * Puts freshly measured sections into the page: each in the place of the one with its title, or at the end.
 * @param {string} page
 * @param {readonly string[]} sections
 */
const withSections = (page, sections) => {
  const titleOf = (/** @type {string} */ section) => section.slice(0, section.indexOf('\n'))
  const kept = new Map(
    page
      .split(/^(?=## )/m)
      .filter(part => part.startsWith('## '))
      .map(section => [titleOf(section), section]),
  )
  for (const section of sections) kept.set(titleOf(section), section)
  return [HEAD, ...kept.values()].map(part => `${part.trim()}\n`).join('\n')
}

/** @param {string} scratch */
const writePage = scratch => {
  const folder = join(scratch, 'benchmarks')
  if (!existsSync(folder)) return
  const sections = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  writeFileSync(PAGE, withSections(page, sections.toSorted()))
  console.log(`Written to docs/benchmarks.md: ${sections.length} section(s)`)
}

/** Runs the benchmarks, or those whose file name holds one of the given words. Figures are ratios of one run. */
await runScript(async () => {
  await setUp({ display: true })
  if (!(await build())) return 1
  const { status, scratch, cleanUp } = await runOnVirtualScreens([
    'playwright',
    'test',
    '--config',
    'tests/bench/playwright.config.ts',
    ...process.argv.slice(2),
  ])
  if (status === 0) writePage(scratch)
  cleanUp()
  return status
})
