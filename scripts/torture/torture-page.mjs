import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../setup.mjs'

/** @typedef {import('../torture.mjs').Ran} Ran */

const PAGE = join(ROOT, 'docs', 'torture.md')

const HEAD = `# Trials that try to break Pathmark

\`npm run torture\` runs all of them and writes the sections below; nothing here is typed by hand. \`npm run torture -- kill\` runs
those whose name begins with the word, \`--list\` names them, \`--seed N\` chooses other random moments and places, and \`--rounds N\`
tries less or more often (and then writes nothing here). The exit status is 1 when a goal was missed. A trial that cannot run on a
machine says why: cutting the power needs root, loop devices and xfsprogs.

\`npm test\` has a short form of each trial, made of the same code.
`

/** How many lines of what missed a goal are kept. */
const MISSED_SHOWN = 20

/** @param {Ran} ran */
const verdict = ({ outcome }) => {
  if (outcome.state === 'could-not-run') return 'could not run'
  return outcome.missed.length === 0 ? 'reached' : 'missed'
}

/** @param {Ran} ran */
const cameOut = ({ outcome }) => (outcome.state === 'ran' ? outcome.cameOut : outcome.why)

const machine = () => {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`
}

/** @param {Ran} ran */
const sectionOf = ran => {
  const { name, trial, outcome, seconds, seed, rounds } = ran
  const missed = outcome.state === 'ran' ? outcome.missed : []
  const lines = [
    `## ${name}`,
    '',
    `${trial.title[0]?.toUpperCase()}${trial.title.slice(1)}.`,
    '',
    `- Goal: ${trial.goal}`,
    `- Came out: ${cameOut(ran)}`,
    `- Verdict: ${verdict(ran)}`,
    `- Run: \`npm run torture -- ${name} --seed ${seed}\`, ${rounds} rounds, ${seconds} s, on ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${machine()}`,
    ...missed.slice(0, MISSED_SHOWN).map(line => `- Missed: ${line}`),
  ]
  if (missed.length > MISSED_SHOWN) lines.push(`- Missed: ${missed.length - MISSED_SHOWN} more of the kind`)
  return `${lines.join('\n')}\n`
}

/** @param {string} section @param {string} field */
const fieldOf = (section, field) => new RegExp(`^- ${field}: (.*)$`, 'mu').exec(section)?.[1] ?? ''

/** @param {string} section */
const titleOf = section => section.slice('## '.length, section.indexOf('\n'))

/** @param {readonly string[]} sections */
const overview = sections =>
  [
    '| trial | goal | came out | verdict |',
    '| --- | --- | --- | --- |',
    ...sections.map(
      section =>
        `| [${titleOf(section)}](#${titleOf(section)}) | ${['Goal', 'Came out', 'Verdict'].map(field => fieldOf(section, field).replaceAll('|', '\\|')).join(' | ')} |`,
    ),
    '',
  ].join('\n')

/**
 * What the terminal shows at the end.
 * @param {readonly Ran[]} all
 */
export const tableOf = all =>
  all
    .flatMap(ran => {
      const missed = ran.outcome.state === 'ran' ? ran.outcome.missed : []
      const shown = missed.slice(0, MISSED_SHOWN).map(line => `    ${line}`)
      if (missed.length > MISSED_SHOWN) shown.push(`    … and ${missed.length - MISSED_SHOWN} more`)
      return [
        `${verdict(ran).padEnd(13)}  ${ran.name} (${ran.seconds} s)`,
        `    goal: ${ran.trial.goal}`,
        `    came out: ${cameOut(ran)}`,
        ...shown,
      ]
    })
    .join('\n')

/**
 * Puts freshly measured sections into docs/torture.md, each in the place of the one with its name.
 * @param {readonly Ran[]} all
 */
export const keepOnPage = all => {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  const kept = page.split(/^(?=## )/mu).filter(part => part.startsWith('## '))
  const sections = new Map(kept.map(section => [titleOf(section), `${section.trim()}\n`]))
  for (const ran of all) sections.set(ran.name, sectionOf(ran))
  const sorted = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section)
  writeFileSync(PAGE, [HEAD, overview(sorted), ...sorted].join('\n'))
  console.log(`Written to docs/torture.md: ${all.length} section(s)`)
}
