import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareDamage } from './damage/damage-trial.ts'
import type { Damage } from './damage/damage-trial.ts'
import { makeFullLibrary } from './damage/full-library.ts'
import { filesBelow } from './damage/library-files.ts'
import { runDamages } from './damage/run-damages.ts'
import { randomFrom, spread, wholeNumber } from './random.ts'
import type { Trial } from './trial.ts'

/** So many places of a file of `size` bytes: its middle, its beginning, just before its end, and others over all of it. */
const places = (size: number, count: number, random: () => number): number[] => {
  const named = [Math.floor(size / 2), 0, size - 1, 1, size - 2].slice(0, count)
  const others = Array.from({ length: count - named.length }, () => wholeNumber(random, 0, size - 1))
  return [...new Set([...named, ...others].filter(place => place >= 0))]
}

export const trial: Trial = {
  title: 'each file of a library cut off at 100 places',
  goal: 'it opens, at most the last edit is missing, what was there is kept byte for byte, the reader is told, and it is of use afterwards',
  rounds: 100,
  run: async ({ scratch, seed, rounds, say }) => {
    const prepared = await prepareDamage(await makeFullLibrary(scratch, seed))
    const random = randomFrom(seed)
    const { folder } = prepared.library
    const damages: Damage[] = []
    const files = await filesBelow(folder)
    // Less than one place a file: one place each of some files.
    for (const path of spread(files, Math.ceil(Math.min(1, rounds) * files.length))) {
      const { size } = await stat(join(folder, path))
      for (const place of places(size, Math.max(1, rounds), random))
        damages.push({
          name: `${path} cut after ${place} of ${size} bytes`,
          path,
          make: bytes => bytes.subarray(0, place),
        })
    }
    return runDamages(prepared, damages, { scratch, say })
  },
}
