import { runnerImport } from 'vite'

/**
 * Fits the weights of readings on the development sets and writes src/core/mechanism/readings/weights.json:
 * node tests/bench/mechanisms/fit.mjs [--folds N] [--write]
 * With folds (3 unless told) it tells first how well weights do on documents that they were not fitted on.
 */
const { module } = await runnerImport(new URL('fit.ts', import.meta.url).pathname)
const at = process.argv.indexOf('--folds')
process.exitCode = module.fit(at > 0 ? Number(process.argv[at + 1]) : 3, process.argv.includes('--write'))
