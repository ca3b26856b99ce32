/**
 * What a part of an article is there for. The names follow the values that JATS gives for a section's type (JATS 1.3,
 * `@sec-type`: intro, materials, methods, subjects, results, cases, discussion, conclusions).
 */
export type SectionRole = 'abstract' | 'introduction' | 'methods' | 'results' | 'discussion' | 'conclusions' | 'safety'

const NUMBERING = /^(?:(?:part|section)\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4})[.):]?\s+)?/iu

/** Each pattern has to match a heading from its first word on; what follows is a closer description of the same. */
const roles: readonly (readonly [SectionRole, RegExp])[] = [
  ['abstract', /^(?:(?:structured |graphical |plain[- ]language )?(?:abstract|summary))$/iu],
  ['safety', /^(?:adverse|complications?|safety|side[- ]effects?|tolerability|harms?|unwanted|undesired|toxicity)\b/iu],
  [
    'introduction',
    /^(?:introduction|background|context|rationale|(?:(?:study )?(?:aims?|objectives?|purpose|hypothes[ie]s))\b)/iu,
  ],
  [
    'methods',
    /^(?:(?:materials?|patients|participants|subjects|animals|samples)(?:,? (?:and|&) (?:the )?(?:methods?|study design|setting))|(?:general |study |experimental |statistical |research |search )?(?:methods?|methodology|procedures?|protocols?)\b|(?:study |experimental |trial )design|design$|settings?$|participants$|statistic(?:s|al analys[ie]s)|data (?:analysis|collection|sources?)|experimental (?:section|procedures)|interventions?$|(?:main |primary |secondary )?outcome measures?|measurements?$|eligibility|search strategy|how it was done)/iu,
  ],
  ['results', /^(?:(?:main |key |experimental )?(?:results|findings)\b|what was (?:found|measured)|outcomes?$)/iu],
  ['discussion', /^(?:(?:general )?discussion\b|interpretation$|strengths|limitations?\b)/iu],
  [
    'conclusions',
    /^(?:conclusions?\b|concluding|(?:summary and )?(?:outlook|perspectives?)\b|take[- ]home|implications?\b)/iu,
  ],
]

/** Words beside which a heading's first word does not tell what it is there for: "Outcomes of ischaemia" is a subject. */
const LONGEST = 60

/** What a section with this heading is there for; null when the heading names a subject. */
export const roleOfTitle = (title: string): SectionRole | null => {
  const plain = title
    .trim()
    .replace(NUMBERING, '')
    .replace(/[\s:.]+$/u, '')
  if (plain === '' || plain.length > LONGEST) return null
  return roles.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

const LABEL = /^\s*(\p{Lu}[\p{L} &-]{3,40}?)\s*(?:[:.]|\s[–—-])\s+(?=\S)/u

/** The label with which a paragraph of a structured abstract begins ("METHODS: We …"): what it says, and its length. */
export const openingLabel = (opening: string): { readonly role: SectionRole; readonly length: number } | null => {
  const match = LABEL.exec(opening)
  const role = match && roleOfTitle(match[1] ?? '')
  return match && role ? { role, length: match[0].length } : null
}
