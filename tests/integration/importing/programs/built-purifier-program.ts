import { purifiedAttackStrings } from '../purified-attack-strings.ts'

/** Run as it is built, with the parts of jsdom left out that the built program has none of. */
process.stdout.write(JSON.stringify(await purifiedAttackStrings()))
