import type { Item } from './sentence-items.ts'

const DENIES =
  /^(?:cannot|didn't|doesn't|fail(?:ed|s|ing)?|lack(?:ed|s)?|neither|never|no|none|nor|not|unable|without)$/
/** The cue classes of the BioScope corpus (Vincze et al. 2008). */
const HOLDS_BACK =
  /^(?:apparently|appear(?:s|ed)?|believed|conceivably|could|examine[ds]?|hypothesi[sz]ed?|hypothesis|implied|impl(?:y|ies)|indicat(?:e|es|ed|ing)|investigated?|likely|may|might|perhaps|possibl[ey]|possibility|potential|potentially|presumabl[ey]|probabl[ey]|propose[ds]?|putative|seem(?:s|ed)?|should|speculated?|suggest(?:s|ed|ing)?|supposed|thought|unclear|unlikely|whether|would)$/

/** Items back from a trigger within which a denial is its own. */
const OWN_GROUP = 4

/** True when the words of the trigger's own group deny it: "does not inhibit", "failed to block", "no effect on". */
export const isItemDenied = (items: readonly Item[], trigger: number): boolean => {
  for (let i = trigger - 1; i >= Math.max(0, trigger - OWN_GROUP); i--) {
    const item = items[i]
    if (
      !item ||
      item.mention ||
      item.symbol === ',' ||
      item.symbol === ';' ||
      item.symbol === 'V' ||
      item.symbol === 'P'
    )
      return false
    if (DENIES.test(item.lower)) return items[i + 1]?.lower !== 'only'
  }
  return false
}

/** True when an argument alone is denied: "X but not Y", "neither X nor Y". */
export const isArgumentDenied = (items: readonly Item[], argument: number): boolean => {
  for (let i = argument - 1; i >= Math.max(0, argument - 3); i--) {
    const item = items[i]
    if (!item) return false
    if (/^(?:neither|nor|not)$/.test(item.lower)) return true
    if (item.symbol !== '') return false
  }
  return false
}

/** True when a word before the trigger in its sentence part holds back from the claim. */
export const isItemHedged = (items: readonly Item[], trigger: number): boolean => {
  for (let i = trigger; i >= 0; i--) {
    const item = items[i]
    if (!item || item.symbol === ';') return false
    if (HOLDS_BACK.test(item.lower)) return true
  }
  return false
}
