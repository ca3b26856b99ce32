import type { Family } from './case.ts'
import { editFamilies, formatFamilies, languageFamilies } from './families.ts'
import { flipFamilies } from './flips/flip-families.ts'
import { proseFlips } from './flips/prose-flips.ts'

export const families: readonly Family[] = [
  ...editFamilies,
  ...formatFamilies,
  ...languageFamilies,
  ...flipFamilies,
  proseFlips,
]
