import { groups } from './groups.mjs'

const group = groups.find(({ name }) => name === process.env['PATHMARK_MUTATION_GROUP'])
if (!group) throw new Error('Start this with `npm run mutate`.')

/** Changes the code in small ways, one at a time, and counts how many of the changes a test notices. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  // Every test of a group may notice a change of it, whatever it imports.
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  mutate: [...group.mutate],
  // TypeScript 7 has no programming interface by which its settings could be rewritten; no file of this name is there.
  tsconfigFile: 'none.json',
  checkers: [],
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  jsonReporter: { fileName: `test-results/mutation-${group.name}.json` },
  tempDirName: 'test-results/mutation',
  // Changes that never end are noticed by the clock.
  timeoutMS: 20_000,
  concurrency: 2,
}
