import { defineConfig } from '@playwright/test'

const SCRATCH = process.env['PATHMARK_SCRATCH']

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.shot.ts',
  outputDir: SCRATCH ? `${SCRATCH}/results` : '../../test-results',
  workers: 1,
  timeout: 300_000,
  reporter: [['list']],
})
