import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkLibrary } from '#library/checking/check-library.ts'
import { setUpLibrary } from '../integration/library/library-folder.ts'
import { bringBack, bringIn, lookAgain, takeOut } from './odd/carry-text.ts'
import type { CarriedText } from './odd/carry-text.ts'
import { oddTexts } from './odd/odd-texts.ts'
import type { OddText } from './odd/odd-texts.ts'
import { spread } from './random.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

/** What every system's folders take: no device, no sign that some system keeps for itself, not too long, nothing at its end. */
const isPortable = (name: string): boolean =>
  !/[<>:"/\\|?*\p{Cc}]/u.test(name) &&
  !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) &&
  !/[. ]$/u.test(name) &&
  Buffer.byteLength(name) <= 255

const sayWith = (odd: OddText, lines: readonly string[]): string[] => lines.map(line => `${odd.name}: ${line}`)

/** Does the work and gives a line when it breaks off. */
const orBrokeOff = async (odd: OddText, work: () => Promise<readonly string[]>): Promise<string[]> => {
  try {
    return sayWith(odd, await work())
  } catch (error) {
    return sayWith(odd, [`it broke off: ${error instanceof Error ? error.message : String(error)}`])
  }
}

export const trial: Trial = {
  title: 'odd names and texts through import, annotation, reopening, export and import again',
  goal: 'the same byte for byte wherever the format can carry it, and file names that every system takes',
  rounds: oddTexts.length,
  run: async ({ scratch, rounds, say }) => {
    const [first, second, pages, exported] = ['first', 'second', 'pages', 'exported'].map(name => join(scratch, name))
    if (!first || !second || !pages || !exported) throw new Error('unreachable')
    for (const folder of [first, second, pages]) await mkdir(folder)
    const setUp = await setUpLibrary(first)
    const other = await (await setUpLibrary(second)).opened()
    const library = await setUp.opened()
    const missed: string[] = []
    const all: CarriedText[] = []
    for (const [number, odd] of spread(oddTexts, rounds).entries())
      missed.push(
        ...(await orBrokeOff(odd, async () => {
          const { carried, wrong } = await bringIn(library, odd, number, pages)
          all.push(carried)
          return wrong
        })),
      )
    await library.close()
    const again = await setUp.opened()
    for (const carried of all) {
      const { odd } = carried
      missed.push(...(await orBrokeOff(odd, () => lookAgain(again, carried))))
      missed.push(...(await orBrokeOff(odd, () => takeOut(again, other, carried, exported))))
      missed.push(...(await orBrokeOff(odd, () => bringBack(again, other, carried))))
    }
    const names = await readdir(exported)
    missed.push(...names.filter(name => !isPortable(name)).map(name => `an export is called ${JSON.stringify(name)}`))
    const alike = new Set(names.map(name => name.normalize('NFC').toLowerCase()))
    say(`${all.length} texts, ${names.length} exports, ${missed.length} amiss`)
    await again.close()
    await other.close()
    const now = () => new Date().toISOString()
    const options = { folder: setUp.folder, resources: join(first, 'resources'), program: 'torture', now }
    const checked = await checkLibrary({ ...options, repair: false })
    if (!checked.ok || !checked.value.ok) missed.push(`the library is not sound: ${JSON.stringify(checked)}`)
    return ran(
      `${all.length} texts, each as title, author, file name, passage, note, tag and page note; ${names.length} exports in 4 formats under ${alike.size} names; ${missed.length} things amiss`,
      missed,
    )
  },
}
