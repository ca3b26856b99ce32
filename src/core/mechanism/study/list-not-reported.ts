import { isAboutOthers } from './own-sentences.ts'
import type { StudyKind } from './study-kind.ts'

/** Sentences that only say that something is not told do not tell it. */
const DENIES =
  /\b(?:(?:not|never) (?:\p{L}+ )?(?:report\w*|said|sa(?:y|id)|stat\w+|giv\w+|mention\w*|describ\w*|disclos\w*|specif\w+|known)|missing|unreported|unknown|lacks?|unclear)\b/iu

interface Check {
  readonly label: string
  readonly of: readonly StudyKind[]
  readonly told: RegExp
}

/** Asked only of studies in which something was given. */
const DOSE: Check = {
  label: 'the dose',
  of: ['trial', 'series', 'animals'],
  told: /\b\d[\d.,]*\s?(?:×|x)\s?10|\b\d[\d.,]*\s?(?:mg|g|µg|ug|mcg|ml|iu|units|mmol|µmol|nmol)\b|\b(?:million|billion) cells\b|\bdos(?:e|es|age|ing)\b/iu,
}
const ROUTE: Check = {
  label: 'the route of administration',
  of: ['trial', 'series', 'animals'],
  told: /\b(?:intravenous|intrathecal|intramuscular|subcutaneous|intraperitoneal|intraventricular|intralesional|intranasal|intravitreal|intradermal|intra-arterial|intra-articular|epidural|oral|rectal|topical|sublingual|transdermal)(?:ly)?\b|\b(?:by mouth|by gavage|inhaled|tablets?|capsules?|drinking water|in the (?:diet|food|feed))\b|\b(?:i\.p|i\.v|i\.m|s\.c|p\.o|i\.t)\.|\blumbar puncture\b|\binto (?:a |the )?(?:vein|spinal canal|muscle|blood|bloodstream|lesion)\b|\broute\b/iu,
}
const GIVEN =
  /\b(?:administ\w+|capsules?|cells|dos(?:e|es|ing)|drugs?|given|infus\w+|inject\w+|medication|mg|placebo|received (?!usual|standard|no\b)\p{L}+|saline|supplement\w*|tablets?|treated|vaccin\w+|vehicle)\b/iu

const checks: readonly Check[] = [
  {
    label: 'a control group',
    of: ['trial', 'series', 'animals'],
    told: /\bcontrols?\b(?! (?:of|over|the|their|pain))|\bplacebo\b|\bsham\b|\bsaline\b|\bvehicle\b|\bcomparators?\b|\bcomparison group\b|\buntreated (?:group|patients|mice|rats|animals)\b|\bversus\b|\brandomi[sz]ed\b/iu,
  },
  { label: 'random allocation', of: ['animals'], told: /\brandom(?:ly|i[sz]ed|i[sz]ation)?\b/iu },
  {
    label: 'blinding',
    of: ['trial', 'animals'],
    told: /\b(?:single|double|triple|assessor|observer)?-?\s?(?:un)?blind(?:ed|ing)?\b|\bmask(?:ed|ing)\b|\bopen[- ]label\b|\bunaware of\b/iu,
  },
  DOSE,
  ROUTE,
  {
    label: 'the length of follow-up',
    of: ['trial', 'series', 'cohort', 'animals'],
    told: /\bfollow(?:ed)?[- ]?up\b|\b(?:a|an) (?:median|mean|average)(?: of)? \d[\d.]* (?:days|weeks|months|years)\b|\b(?:after|for|at|over|during|within) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|eighteen|twenty-four) (?:days?|weeks?|months?|years?)\b|\bon day \d|\bat week \d/iu,
  },
]
/** Told apart from effect sizes in general. */
const ASKED_LATE: readonly Check[] = [
  {
    label: 'how confounding was dealt with',
    of: ['cohort', 'comparison'],
    told: /\badjust(?:ed|ing|ment)\b|\bconfound\w+|\bmultivaria\w+|\bpropensity\b|\bmatch(?:ed|ing)\b/iu,
  },
  {
    label: 'the risk of bias in the trials',
    of: ['review'],
    told: /\brisk of bias\b|\bquality of (?:the )?(?:evidence|trials|studies)\b|\bGRADE\b|\bcertainty of\b/u,
  },
]
const ETHICS = /\bethic\w*|\banimal care\b|\bIACUC\b|\binstitutional (?:review|animal)\b|\bARRIVE\b/iu

const KIND_OF_CELLS =
  /\b(?:mesenchymal|autologous|allogene?ic|umbilical|bone[- ]marrow|adipose|embryonic|induced pluripotent|neural (?:stem|progenitor)|ha?ematopoietic|CD34)/iu
const PAIN_SCORE =
  /\b(?:pain (?:scores?|scales?|ratings?|intensity)|VAS|NRS|visual analogue|numeric(?:al)? rating|McGill|DN4|NPSI)\b/u
/** Pain that came with the treatment is not what the treatment was for. */
const AS_EVENT = /\b(?:adverse|side[- ]effects?|(?:occurred|reported) (?:in|by))\b/iu
const EFFECT_SIZE =
  /\b(?:effect sizes?|confidence intervals?|95 ?% CI|odds ratio|hazard ratio|risk ratio|relative risk|mean difference|standard deviation|p\s?[<=>≤]\s?0?\.\d|by \d[\d.,]*\s?(?:%|points?\b|mm|kg|mg|days?\b)|from \d{1,3}(?:\.\d+)?(?:\s?\p{L}+)? to \d{1,3}(?:\.\d+)?)|±/iu
const REGISTERED =
  /\bNCT\d{6,}|\bISRCTN|\bChiCTR|\bEudraCT|\bACTRN|\bregist(?:ered|ration|ry)\b|\bdoi\b|\bet al\b|\bpublished in\b|\bjournal\b|\[\d{1,3}\]/iu
const VAGUE =
  /\b(a few|few|some|several|many|most)\s+(?:of the\s+)?(?:patients|participants|people|subjects|volunteers|cases|them)\b/giu

/**
 * What a reader of a study looks for and the text lacks, a short phrase each, after the checklists for such studies:
 * CONSORT 2010 (trials), STROBE (observational studies), ARRIVE 2.0 (animals), PRISMA 2020 (reviews). `account` holds every
 * sentence of the article's own account, `reported` those about the study, `opening` the one that names the participants.
 */
export const listNotReported = (
  account: readonly string[],
  reported: readonly string[],
  opening: string,
  kind: StudyKind,
): string[] => {
  const told = account.filter(sentence => !DENIES.test(sentence)).join('\n')
  const aboutStudy = reported.join('\n')
  // "Blood pressure was controlled" in a passage about how pain works is no control group: only the study's own words count.
  const toldOfStudy = reported.filter(sentence => !DENIES.test(sentence) && !isAboutOthers(sentence)).join('\n')
  const cells = /\bcells?\b/iu.test(opening)
  const given = GIVEN.test(aboutStudy)
  const lacking = (list: readonly Check[]): Check[] =>
    list.filter(check => check.of.includes(kind) && !check.told.test(toldOfStudy))
  const missing = lacking(checks).flatMap(check => {
    if (check !== DOSE) return check !== ROUTE || given ? [check.label] : []
    if (!cells) return given ? [check.label] : []
    return KIND_OF_CELLS.test(told) ? ['the dose of cells'] : ['the kind of cells', 'the dose of cells']
  })
  const hasPain = kind !== 'review' && told.split('\n').some(line => /\bpain\b/iu.test(line) && !AS_EVENT.test(line))
  if (hasPain && !PAIN_SCORE.test(aboutStudy)) missing.push('any pain score')
  else if (!EFFECT_SIZE.test(aboutStudy)) missing.push('an effect size')
  missing.push(...lacking(ASKED_LATE).map(check => check.label))
  const vague = [...new Set([...aboutStudy.matchAll(VAGUE)].map(match => (match[1] ?? '').toLowerCase()))].toSorted()
  if (vague.length > 0) missing.push(`the numbers behind ${vague.map(word => `“${word}”`).join(' and ')}`)
  if (kind === 'animals' ? !ETHICS.test(told) : !REGISTERED.test(told))
    missing.push(kind === 'animals' ? 'ethical approval' : 'a registration or citation')
  return missing
}
