import { defineConfig } from 'vitest/config'
import { pdfCharacterMaps } from './scripts/build/pdf-library.ts'

const plugins = [pdfCharacterMaps]

export default defineConfig({
  test: {
    // Files of tests wait for the disk and for programs more than they compute.
    maxWorkers: '100%',
    projects: [
      { plugins, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        plugins,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
