import { expect, it } from 'vitest'
import { runSteps } from '../../../scripts/build/run-steps.mjs'

/** Runs steps that are lines of JavaScript; gives what was said, and whether all succeeded. */
const run = async (...steps: readonly { readonly code: string; readonly warns?: boolean }[]) => {
  const said: string[] = []
  const done = await runSteps(
    steps.map(({ code, ...step }, at) => ({
      name: `step ${at + 1}`,
      command: [process.execPath, '-e', code],
      ...step,
    })),
    { cwd: import.meta.dirname, say: line => said.push(line) },
  )
  return { said, done }
}

it('shows the warnings of a step that succeeds, where it has any', async () => {
  const silent = { code: '', warns: true }
  const warning = { code: 'console.error("Importing will take longer to start.")', warns: true }
  const counting = { code: 'console.log("Found 0 errors.")' }
  expect(await run(silent, warning, counting)).toEqual({ done: true, said: ['Importing will take longer to start.'] })
})

it('ends with the first step that fails, and says which', async () => {
  const failing = { code: 'console.error("broken"); process.exit(3)' }
  expect(await run(failing, { code: 'console.log("never")', warns: true })).toEqual({
    done: false,
    said: ['The build failed at: step 1\nbroken'],
  })
})
