import { prepareDamage } from './damage/damage-trial.ts'
import type { Damage } from './damage/damage-trial.ts'
import { makeFullLibrary } from './damage/full-library.ts'
import type { FullLibrary } from './damage/full-library.ts'
import { jsonOddities } from './damage/json-oddities.ts'
import type { OddFile } from './damage/json-oddities.ts'
import { runDamages } from './damage/run-damages.ts'
import { spread } from './random.ts'
import type { Trial } from './trial.ts'

/** Which file of the library stands for each kind. */
const pathsOf = ({ few, updated }: FullLibrary): Readonly<Record<OddFile, string>> => ({
  notes: `documents/${few}/notes.json`,
  index: 'library.json',
  mechanisms: `documents/${few}/mechanisms.json`,
  names: 'lexicon.json',
  versions: `documents/${updated}/versions.json`,
})

export const trial: Trial = {
  title: 'odd JSON in the files of a library: wrong types, numbers, encodings, foreign files and others',
  goal: 'it opens, at most the last edit is missing, what was there is kept byte for byte, the reader is told, and it is of use afterwards',
  rounds: jsonOddities.length,
  run: async ({ scratch, seed, rounds, say }) => {
    const prepared = await prepareDamage(await makeFullLibrary(scratch, seed))
    const paths = pathsOf(prepared.library)
    const damages = spread(jsonOddities, rounds).map(({ name, file, make, isGood = false }): Damage => ({
      name,
      path: paths[file],
      make: bytes => Buffer.from(make(bytes.toString('utf8'))),
      isOtherContent: isGood,
    }))
    return runDamages(prepared, damages, { scratch, say })
  },
}
