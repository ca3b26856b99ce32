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
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: SCRATCH ? [['line'], ['json', { outputFile: `${SCRATCH}/report.json` }]] : [['list']],
})
