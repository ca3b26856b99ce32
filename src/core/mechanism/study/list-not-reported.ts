/** Sentences that only say that something is not told do not tell it. */
const DENIES =
  /\b(?:(?:not|never) (?:\p{L}+ )?(?:report\w*|said|sa(?:y|id)|stat\w+|giv\w+|mention\w*|describ\w*|disclos\w*|specif\w+|known)|missing|unreported|unknown|lacks?|unclear)\b/iu

const checks: readonly (readonly [string, RegExp])[] = [
  [
    'a control group',
    /\bcontrols?\b(?! (?:of|over|the|their|pain))|\bplacebo\b|\bsham\b|\bcomparators?\b|\bcomparison group\b|\buntreated (?:group|patients)\b|\brandomi[sz]ed\b/iu,
  ],
  [
    'blinding',
    /\b(?:single|double|triple)?-?\s?blind(?:ed|ing)?\b|\bmask(?:ed|ing)\b|\bopen[- ]label\b|\bunblinded\b/iu,
  ],
  [
    '{dose}',
    /\b\d[\d.,]*\s?(?:×|x)\s?10|\b\d[\d.,]*\s?(?:mg|g|µg|ug|mcg|ml|iu|units)\b|\b(?:million|billion) cells\b|\bdos(?:e|es|age|ing)\b/iu,
  ],
  [
    'the route of administration',
    /\b(?:intravenous|intrathecal|intramuscular|subcutaneous|intraperitoneal|intraventricular|intralesional|intra-arterial|epidural|oral|topical)(?:ly)?\b|\bby mouth\b|\blumbar puncture\b|\binto (?:a |the )?(?:vein|spinal canal|muscle|blood|bloodstream|lesion)\b|\broute\b/iu,
  ],
  [
    'the length of follow-up',
    /\bfollow(?:ed)?[- ]?up\b|\b(?:after|for|at|over|during|within) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four) (?:days?|weeks?|months?|years?)\b/iu,
  ],
]
const KIND_OF_CELLS =
  /\b(?:mesenchymal|autologous|allogene?ic|umbilical|bone[- ]marrow|adipose|embryonic|induced pluripotent|neural (?:stem|progenitor)|ha?ematopoietic|CD34)/iu
const PAIN_SCORE =
  /\b(?:pain (?:scores?|scales?|ratings?|intensity)|VAS|NRS|visual analogue|numeric(?:al)? rating|McGill|DN4|NPSI)\b/u
const EFFECT_SIZE =
  /\b(?:effect sizes?|confidence intervals?|95 ?% CI|odds ratio|hazard ratio|risk ratio|mean difference|p\s?[<=>≤]\s?0?\.\d|standard deviation|by \d[\d.,]*\s?%)|±/iu
const REGISTERED =
  /\bNCT\d{6,}|\bISRCTN|\bChiCTR|\bEudraCT|\bACTRN|\bregist(?:ered|ration|ry)\b|\bdoi\b|\bet al\b|\bpublished in\b|\bjournal\b|\[\d{1,3}\]/iu
const VAGUE =
  /\b(a few|few|some|several|many|most)\s+(?:of the\s+)?(?:patients|participants|people|subjects|volunteers|cases|them)\b/giu

/**
 * What a reader of a study looks for (after the CONSORT 2010 checklist) and the text lacks, a short phrase each.
 * `account` holds every sentence of the article's own account, `reported` those about the study, `opening` the one that
 * names the participants.
 */
export const listNotReported = (account: readonly string[], reported: readonly string[], opening: string): string[] => {
  const told = account.filter(sentence => !DENIES.test(sentence)).join('\n')
  const aboutStudy = reported.join('\n')
  const cells = /\bcells?\b/iu.test(opening)
  const missing: string[] = []
  for (const [label, found] of checks) {
    // "Blood pressure was controlled" in a passage about how pain works is no control group: only the study's own words count.
    if (found.test(reported.filter(sentence => !DENIES.test(sentence)).join('\n'))) continue
    if (label !== '{dose}') missing.push(label)
    else {
      if (cells && !KIND_OF_CELLS.test(told)) missing.push('the kind of cells')
      missing.push(cells ? 'the dose of cells' : 'the dose')
    }
  }
  if (/\bpain\b/iu.test(told) && !PAIN_SCORE.test(aboutStudy)) missing.push('any pain score')
  else if (!EFFECT_SIZE.test(aboutStudy)) missing.push('an effect size')
  const vague = [...new Set([...aboutStudy.matchAll(VAGUE)].map(match => (match[1] ?? '').toLowerCase()))].toSorted()
  if (vague.length > 0) missing.push(`the numbers behind ${vague.map(word => `“${word}”`).join(' and ')}`)
  if (!REGISTERED.test(told)) missing.push('a registration or citation')
  return missing
}
