import { runnerImport } from 'vite'

/**
 * Runs Pathmark's own matcher on the cases, without a window and without its peers, in seconds:
 * node tests/bench/anchoring/run.mjs [words of a family's name] [--set development|held-out] [--list wrong|refused|all] [--limit N]
 */
const { module } = await runnerImport(new URL('run-ours.ts', import.meta.url).pathname)
process.exitCode = module.runOurs(process.argv.slice(2))
