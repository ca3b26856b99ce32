import { editFamilies } from './families.ts'
import type { Family } from './case.ts'
import { flipFamilies } from './flips/flip-families.ts'

export const families: readonly Family[] = [...editFamilies, ...flipFamilies]
