import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLibrary } from '#library/checking/check-library.ts'
import { attackBridge } from './bridge/attack-bridge.ts'
import { askFromElsewhere } from './bridge/foreign-senders.ts'
import { differences, takeSurroundings } from './bridge/surroundings.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'
import { startWindow } from './window.ts'

export const trial: Trial = {
  title: 'random calls over the bridge from a hostile page in the window, and calls from pages that are not the window',
  goal: 'no crash, no fault, no place told, nothing written outside of the library, no answer to a wrong sender',
  rounds: 100_000,
  runs: 'window',
  run: async ({ root, scratch, seed, rounds, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const home = join(scratch, 'home')
    const decoy = join(scratch, 'decoy')
    const temporary = join(scratch, 'temporary')
    for (const folder of [home, decoy, temporary]) mkdirSync(folder)
    writeFileSync(join(decoy, 'notes.json'), '{"mine": true}')
    // Chromium's own files, the settings and the drafts lie in the program's folder.
    const leftOut = [
      setUp.folder,
      join(home, 'config', 'Pathmark'),
      temporary,
      join(home, 'data'),
      join(home, '.cache'),
    ]
    const window = await startWindow(
      { root, scratch },
      { library: setUp.folder, home, env: { HOME: home, TMPDIR: temporary } },
    )
    const { app, page } = window
    await page.locator('#article p').first().waitFor()
    const before = takeSurroundings(scratch, leftOut)
    const documents = [setUp.few, setUp.many]
    const attack = await attackBridge({ app, page, documents, calls: rounds, seed, say })
    const elsewhere = await askFromElsewhere(app, page)
    const ended = app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await ended
    const missed = [...attack.missed, ...elsewhere.missed, ...differences(before, takeSurroundings(scratch, leftOut))]
    const opened = await setUp.open({ create: false })
    if (opened.ok) await opened.value.close()
    else missed.push(`the library does not open: ${opened.error.message}`)
    const now = (): string => new Date().toISOString()
    const checked = await checkLibrary({
      folder: setUp.folder,
      resources: setUp.resources,
      program: 'torture',
      now,
      repair: false,
    })
    if (checked.ok) missed.push(...checked.value.problems.map(({ path, problem }) => `check: ${path}: ${problem}`))
    else missed.push(`check failed: ${checked.error.message}`)
    const { answered, unsent, codes, slowest, held } = attack
    const sorted = Object.entries(codes).toSorted(([, a], [, b]) => b - a)
    return ran(
      `${answered} calls answered (${sorted.map(([code, times]) => `${code} ${times}`).join(', ')}), ${unsent} that could not be sent; ` +
        `slowest answer ${Math.round(slowest)} ms, main process busy for ${Math.round(held)} ms at most; ` +
        `${elsewhere.asked} calls from elsewhere; ${missed.length} things amiss`,
      missed,
    )
  },
}
