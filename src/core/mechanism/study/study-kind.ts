import type { Study } from '../mechanism.ts'
import type { Group } from './groups-by-position.ts'
import type { Subjects } from './read-participants.ts'

/** What a study is, as far as it matters for what it should report. */
export type StudyKind = 'trial' | 'cohort' | 'comparison' | 'series' | 'review' | 'animals'

/** The kind that a design amounts to; people of whom nothing more is said were tried something on. */
export const kindOfStudy = (
  design: NonNullable<Study['design']>,
  subjects: Subjects,
  groups: readonly Group[],
): StudyKind => {
  const has = (...names: readonly string[]): boolean => design.some(trait => names.includes(trait.name))
  if (subjects === 'animals') return 'animals'
  if (has('systematic review', 'narrative review', 'meta-analysis')) return 'review'
  if (has('randomised', 'cluster-randomised', 'non-randomised', 'crossover')) return 'trial'
  if (has('case series', 'case report')) return 'series'
  if (groups.some(group => /\bcontrols\b/iu.test(group.label))) return 'comparison'
  if (has('cohort')) return 'cohort'
  if (has('case-control', 'nested case-control', 'cross-sectional')) return 'comparison'
  return has('retrospective') ? 'series' : 'trial'
}
