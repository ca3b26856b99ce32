import type { EntityType } from '../mechanism.ts'
import { singularsOf } from './normalise-name.ts'
import { readVerb } from '../words/verb-forms.ts'

/** Capital-letter words of prose, methods and units that look like gene symbols. Sorted. */
const notSymbols = new Set([
  'AIM',
  'ANCOVA',
  'ANOVA',
  'AND',
  'AUC',
  'BACKGROUND',
  'BMI',
  'CI',
  'CONCLUSION',
  'CONCLUSIONS',
  'COPYRIGHT',
  'CSS',
  'CSV',
  'CT',
  'DOI',
  'DPI',
  'ECG',
  'EEG',
  'ELISA',
  'EMG',
  'EPUB',
  'ESI',
  'EU',
  'FDA',
  'FIG',
  'FOR',
  'GMP',
  'HPLC',
  'HR',
  'HTML',
  'HTTP',
  'HTTPS',
  'IC50',
  'ID',
  'II',
  'III',
  'ISBN',
  'ISSN',
  'IU',
  'IV',
  'JSON',
  'LC',
  'LED',
  'METHODS',
  'MIT',
  'MRI',
  'MS',
  'NASA',
  'NIH',
  'NOT',
  'NRS',
  'OBJECTIVE',
  'OF',
  'OK',
  'OR',
  'PCR',
  'PDF',
  'PET',
  'PMC',
  'PMID',
  'PNG',
  'PURPOSE',
  'QPCR',
  'RCT',
  'RESULTS',
  'ROC',
  'RT-PCR',
  'SD',
  'SDS-PAGE',
  'SEM',
  'SPSS',
  'SQL',
  'TABLE',
  'THE',
  'TV',
  'UK',
  'UN',
  'URL',
  'US',
  'USA',
  'UTC',
  'VAS',
  'VI',
  'VII',
  'VIII',
  'WHO',
  'XI',
  'XII',
  'XML',
])

/** A gene or protein symbol: capitals with digits (`TRPV1`, `IL-1β`, `p53`, `Cdc6p`), or three to six capitals (`GDNF`). */
const symbolWithDigit =
  /^(?:\p{Lu}[\p{Lu}\p{Ll}]{0,5}-?\d{1,4}(?:[\p{Lu}\p{Ll}]{0,2}|-\d)|[\p{Lu}]{1,6}-?\d{1,3}-?[α-ωA-Z]\d?|[pc]\d{2,3}[A-Z]?\p{Lu}?\p{Ll}{0,3}\d?|\p{Ll}\p{Lu}{2,6}-?\d{0,2})$/u
const symbolInCapitals = /^\p{Lu}{3,6}(?:-[α-ωA-Z]\d?)?s?$/u
const symbolWithGreek = /^\p{Lu}{2,6}-?[α-ω]\d?$/u

/** Word endings that name a kind of thing, with the words that end so by chance. */
const endings: readonly (readonly [RegExp, EntityType, RegExp?])[] = [
  [
    /.{3}ase$/,
    'gene-or-protein',
    /(?:base|case|phase|phrase|chase|vase|crease|grease|isease)$|^(?:re|sub|p)lease$|^erase$/,
  ],
  [/.{3}(?:kine|ferrin|globin|integrin|cadherin|neurin|trophin|poietin|globulin)$/, 'gene-or-protein'],
  [/.{3}(?:cyte|blast|clast|phage)$/, 'cell', /^(?:bacterio|full)/],
  [
    /.{3}(?:itis|oma|opathy|osis|aemia|emia|plegia)$/,
    'disease',
    /^(?:apopt|necr|mit|mei|pinocyt|phagocyt|endocyt|exocyt|osm|diagn|progn|hypn|metamorph|symbi|transcyt|hypothe|diploma|idioma|aroma|genome)/,
  ],
  [/.{3}(?:algia|odynia|aesthesia|esthesia)$/, 'symptom', /^(?:anaesthesia|anesthesia|nostalgia)/],
  [/.{3}(?:genesis|lysis|phagy|poiesis|cytosis|ptosis)$/, 'process', /^(?:ana|paraly|dialy|hydro$)/],
  [/.{4}(?:mab|tinib|statin|cillin|azole|prazole|sartan|gabalin|triptan|profen|caine)$/, 'chemical'],
]

/** Last words that make a name of the modifiers before them. */
const heads: Readonly<Record<string, EntityType>> = {
  antibody: 'chemical',
  axon: 'tissue',
  cell: 'cell',
  channel: 'gene-or-protein',
  cytokine: 'gene-or-protein',
  enzyme: 'gene-or-protein',
  fiber: 'tissue',
  fibre: 'tissue',
  gene: 'gene-or-protein',
  inhibitor: 'chemical',
  interneuron: 'cell',
  kinase: 'gene-or-protein',
  ligand: 'gene-or-protein',
  neuron: 'cell',
  neurone: 'cell',
  nerve: 'tissue',
  promoter: 'gene-or-protein',
  protein: 'gene-or-protein',
  receptor: 'gene-or-protein',
  syndrome: 'disease',
  transporter: 'gene-or-protein',
}

/** The type of thing that a single word names by its shape, or null. */
export const typeOfWord = (word: string, amongCapitals: boolean): EntityType | null => {
  if (
    !amongCapitals &&
    !notSymbols.has(word.toUpperCase()) &&
    word.length <= 12 &&
    (symbolWithDigit.test(word) || symbolInCapitals.test(word) || symbolWithGreek.test(word))
  )
    return 'gene-or-protein'
  if (word.length < 6 || !/^\p{L}[\p{L}-]*$/u.test(word)) return null
  const lower = word.toLowerCase()
  if (readVerb(lower)) return null
  for (const form of [lower, ...singularsOf(lower)]) {
    for (const [ending, type, except] of endings) if (ending.test(form) && !except?.test(form)) return type
  }
  return null
}

/** The type that a head noun gives to the name it closes ("satellite cells", "opioid receptor"), or null. */
export const typeOfHead = (word: string): EntityType | null => {
  const lower = word.toLowerCase()
  for (const form of [lower, ...singularsOf(lower)]) {
    const type = Object.hasOwn(heads, form) ? heads[form] : undefined
    if (type) return type
  }
  return null
}
