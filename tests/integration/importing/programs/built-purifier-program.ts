import { purifiedAttackStrings } from '../purified-attack-strings.ts'
import { purifiedMarkup } from '../purified-markup.ts'

/** Run as it is built, with the parts of jsdom left out that the built program has none of. */
process.stdout.write(JSON.stringify({ attacks: await purifiedAttackStrings(), markup: await purifiedMarkup() }))
