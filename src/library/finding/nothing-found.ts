import { NOT_LOOKED_FOR } from '#core/mechanism/corrections/extractor-version.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { FoundMechanisms } from './finder.ts'

export const NOTHING_FOUND: Extraction = { mechanisms: [], effects: [], entities: [], study: null }

/** Stands where nobody has looked yet; whoever opens the document looks then. */
export const NOT_LOOKED_FOR_YET: FoundMechanisms = { extractor: NOT_LOOKED_FOR, found: NOTHING_FOUND }
