import { ran } from '../trial.ts'
import type { Outcome, TrialOptions } from '../trial.ts'
import { damageOnce } from './damage-trial.ts'
import type { Damage, DamageTrial } from './damage-trial.ts'

/** Tries one damage after another, each on a copy of the library, and counts what came of them. */
export const runDamages = async (
  trial: DamageTrial,
  damages: readonly Damage[],
  { scratch, say }: Pick<TrialOptions, 'scratch' | 'say'>,
): Promise<Outcome> => {
  const missed: string[] = []
  const counts = { whole: 0, lastEdit: 0, told: 0 }
  for (const [index, damage] of damages.entries()) {
    try {
      const { different, told, wrong } = await damageOnce(trial, damage, scratch)
      missed.push(...wrong)
      counts.whole += Number(different === 0)
      counts.lastEdit += Number(different === 1)
      counts.told += Number(told)
    } catch (error) {
      missed.push(`${damage.name}: it broke off: ${error instanceof Error ? error.message : String(error)}`)
    }
    if ((index + 1) % 100 === 0) say(`${index + 1} of ${damages.length}, ${missed.length} amiss`)
  }
  if (damages.length === 0) missed.push('nothing was damaged, so that the trial proves nothing')
  const files = new Set(damages.map(({ path }) => path)).size
  return ran(
    `${damages.length} damages of ${files} files: ${counts.whole} times nothing missing, ${counts.lastEdit} times one edit, ${counts.told} times told; ${missed.length} things amiss`,
    missed,
  )
}
