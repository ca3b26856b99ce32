import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareDamage } from './damage/damage-trial.ts'
import type { Damage } from './damage/damage-trial.ts'
import { makeFullLibrary } from './damage/full-library.ts'
import { filesBelow } from './damage/library-files.ts'
import { runDamages } from './damage/run-damages.ts'
import { oneOf, randomFrom, wholeNumber } from './random.ts'
import type { Trial } from './trial.ts'

const withOtherByte = (bytes: Buffer, place: number, bits: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[place] = (copy[place] ?? 0) ^ bits
  return copy
}

export const trial: Trial = {
  title: 'one byte of one file of a library changed, at random places',
  goal: 'it is noticed, at most the last edit is missing, what was there is kept byte for byte, the reader is told, and it is of use afterwards',
  rounds: 300,
  run: async ({ scratch, seed, rounds, say }) => {
    const prepared = await prepareDamage(await makeFullLibrary(scratch, seed))
    const random = randomFrom(seed)
    const { folder } = prepared.library
    const files = await filesBelow(folder)
    const damages: Damage[] = []
    while (damages.length < rounds) {
      const path = oneOf(random, files)
      const { size } = await stat(join(folder, path))
      const [place, bits] = [wholeNumber(random, 0, size - 1), wholeNumber(random, 1, 255)]
      const name = `${path} with byte ${place} of ${size} changed by ${bits}`
      damages.push({ name, path, make: bytes => withOtherByte(bytes, place, bits) })
    }
    return runDamages(prepared, damages, { scratch, say })
  },
}
