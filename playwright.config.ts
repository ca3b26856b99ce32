import { defineConfig } from '@playwright/test'

const SCRATCH = process.env['PATHMARK_SCRATCH']

/** Tests run in the real application; `scripts/test.mjs` gives them a screen and an ordinary user. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: SCRATCH ? `${SCRATCH}/results` : 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // What fails once in many runs is told at the end of `npm test`, and does not hide what fails each time.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: SCRATCH ? [['line'], ['json', { outputFile: `${SCRATCH}/report.json` }]] : [['list']],
})
