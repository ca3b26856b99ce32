import { join } from 'node:path'
import { attackStrings } from '../attack/collection.ts'
import { startBareWindow } from '../attack/bare-window.ts'
import { startCountingServer } from '../attack/counting-server.ts'
import { behindPolicyOnly, behindSandboxOnly, withoutWalls } from '../attack/trial-parts.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'
import { startWindow } from './window.ts'

export const trial: Trial = {
  title:
    'the project’s own attack strings without walls, behind the policy alone, and a script behind the sandbox alone',
  goal: 'behind each wall none runs and no request leaves; without walls the detector sees them',
  rounds: attackStrings('').length,
  runs: 'window',
  run: async ({ root, scratch, rounds, say }) => {
    const counting = await startCountingServer()
    const strings = attackStrings(counting.address).slice(0, rounds)
    const bare = await startBareWindow(scratch)
    const control = await withoutWalls(bare, counting, strings)
    say(
      `without walls ${control.ran.length} of ${strings.length} strings ran and ${control.loaded.length} loaded something`,
    )
    const policy = await behindPolicyOnly(bare, counting, strings)
    say(`behind the policy ${policy.ran.length} ran and ${policy.loaded.length} loaded something`)
    await bare.close()
    const { folder } = await makeSampleLibrary(join(scratch))
    const window = await startWindow({ root, scratch }, { library: folder })
    await window.page.locator('#article p').first().waitFor()
    const reached = await behindSandboxOnly(window.page, counting)
    await window.kill()
    await counting.close()
    const missed = [
      ...(control.ran.length < strings.length / 5
        ? [`the detector saw only ${control.ran.length} strings run without walls`]
        : []),
      ...policy.ran.map(number => `ran behind the policy: ${strings[number]?.text ?? ''}`),
      ...policy.loaded.map(number => `loaded behind the policy: ${strings[number]?.text ?? ''}`),
      ...reached.map(what => `behind the sandbox: ${what}`),
    ]
    const cameOut =
      `${strings.length} strings; without walls ${control.ran.length} ran, ${control.loaded.length} loaded something and ` +
      `${control.navigated.length} went elsewhere; behind the policy ${policy.ran.length}, ${policy.loaded.length} and ` +
      `${policy.navigated.length}; a script behind the sandbox reached ${reached.length} things`
    return ran(cameOut, missed)
  },
}
