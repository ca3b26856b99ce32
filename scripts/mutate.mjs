import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groups } from '../tests/mutation/groups.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'

const PAGE = join(ROOT, 'docs', 'mutation.md')

const HEAD = `# What the tests notice

\`npm run mutate\` changes the code that keeps notes, cleans content and reads paths in small ways, one at a time
([Stryker](https://stryker-mutator.io)), and runs the tests on each change; nothing in the tables is typed by hand. The score is the share of
changes that a test noticed; a change that makes the tests run without end counts as noticed. \`npm run mutate -- paths\` runs
the groups whose name begins with the word and writes their tables.

The goal is 90 per cent. What is left over was read: it is listed by \`npm run mutate\` at its end, each with its line.
`

/** @typedef {{ killed: number, all: number }} Tally */

const NOTICED = new Set(['Killed', 'Timeout'])
const COUNTED = new Set([...NOTICED, 'Survived', 'NoCoverage'])

/** @param {readonly { status: string }[]} mutants @returns {Tally} */
const tally = mutants => ({
  killed: mutants.filter(({ status }) => NOTICED.has(status)).length,
  all: mutants.filter(({ status }) => COUNTED.has(status)).length,
})

/** @param {string} name @param {Tally} count */
const row = (name, { killed, all }) =>
  `| ${name} | ${all} | ${killed} | ${all === 0 ? '–' : `${((100 * killed) / all).toFixed(1)} %`} |`

/** @param {string} group */
const sectionOf = group => {
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(join(ROOT, 'test-results', `mutation-${group}.json`), 'utf8'))
  const rows = Object.entries(files).map(([file, { mutants }]) => row(file, tally(mutants)))
  const whole = row('**all**', tally(Object.values(files).flatMap(({ mutants }) => mutants)))
  return [`## ${group}`, '', '| file | changes | noticed | score |', '|---|---|---|---|', ...rows, whole, ''].join('\n')
}

/** The page with the section of `group` in place of the one it had. @param {string} page @param {string} group @param {string} section */
const withSection = (page, group, section) => {
  const parts = page.split(/^(?=## )/m).filter(part => part.startsWith('## ') && !part.startsWith(`## ${group}\n`))
  const all = [...parts, section].toSorted()
  return [HEAD, ...all].map(part => `${part.trim()}\n`).join('\n')
}

const readPage = () => {
  try {
    return readFileSync(PAGE, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

await runScript(async () => {
  await setUp({ display: false })
  const asked = process.argv.slice(2)
  const chosen = groups.filter(({ name }) => asked.length === 0 || asked.some(word => name.startsWith(word)))
  if (chosen.length === 0) {
    console.error(`There is no such group. These are: ${groups.map(({ name }) => name).join(', ')}`)
    return 2
  }
  for (const { name } of chosen) {
    const env = { ...process.env, PATHMARK_MUTATION_GROUP: name }
    const command = join(ROOT, 'node_modules', '.bin', 'stryker')
    const { status } = await runCommand(command, ['run', 'tests/mutation/stryker.config.mjs'], {
      cwd: ROOT,
      env,
      show: true,
    })
    if (status !== 0) return status
    writeFileSync(PAGE, withSection(readPage(), name, sectionOf(name)))
  }
  return 0
})
