import type { EntityType } from '../mechanism.ts'
import { singularsOf } from './normalise-name.ts'
import { readVerb } from '../words/verb-forms.ts'

/** Word endings that name a kind of thing, with the words that end so by chance. */
const endings: readonly (readonly [RegExp, EntityType, RegExp?])[] = [
  [
    /.{3}ase$/,
    'gene-or-protein',
    /(?:base|case|phase|phrase|chase|vase|crease|grease|isease)$|^(?:re|sub|p)lease$|^erase$/,
  ],
  [
    /.{2}(?:kine|ferrin|globin|integrin|cadherin|catenin|nectin|selectin|galectin|lectin|neurin|trophin|poietin|globulin|leukin|tubulin|laminin|annexin|connexin|claudin|plexin|semaphorin|kinin|cyclin|keratin|ubiquitin|collagen|glycan|feron)$/,
    'gene-or-protein',
  ],
  [/.{3}(?:cyte|blast|clast|phage)$/, 'cell', /^(?:bacterio|full|icono|macro$)/],
  [
    /.{3}(?:itis|oma|opathy|osis|aemia|emia|plegia|cytopenia)$/,
    'disease',
    /^(?:apopt|necr|mit|mei|pinocyt|phagocyt|endocyt|exocyt|transcyt|efferocyt|osm|diagn|progn|hypn|metamorph|symbi|hypothe|diplom|idiom|arom|genom|strom|xantho$|som|chrom|autos|acad|biosyn)/,
  ],
  [/.{3}(?:algia|odynia|aesthesia|esthesia)$/, 'symptom', /^(?:anaesthesia|anesthesia|nostalgia)/],
  [
    /.{3}(?:genesis|lysis|phagy|poiesis|cytosis|ptosis|taxis|kinesis|toxicity|phosphorylation|ylation)$/,
    'process',
    /^(?:ana|paraly|dialy|cataly|hydro$|patho|prophyl|syntaxis)|meta-?analysis$/,
  ],
  [
    /.{3}(?:mab|tinib|rafenib|ciclib|zomib|parib|statin|cillin|mycin|rubicin|floxacin|cycline|azole|prazole|sartan|gabalin|triptan|profen|caine|platin|taxel|trexate|azepam|dipine|lukast|setron|flavone|flavonoid|noid|steroid|sterol|quinone|phenol|diol|trexed|limus|gliptin|gliflozin|glitazone|oxetine|apine|afil|vudine|navir|conazole|methasone|solone|nisone)$/,
    'chemical',
    /^(?:nystat?in|astat|somatostatin|follistatin|myostatin|angiostatin|endostatin|cystatin|alkaloid|diploid|haploid|opioid-like|paranoid|sinusoid|dermoid|carcinoid|arachnoid|adenoid)/,
  ],
  [
    /.{4}(?:amide|amine|idine|azine|oxide|chloride|ketone|lactone|toxin|hydrin|purine|glyceride|phosphate|sulfate|nitrite|quinoline|peptide)$/,
    'chemical',
    /^(?:examine|contamine|determine|dismantle|override)/,
  ],
  [
    /^(?!.*(?:pose|lose|dose|nose|those|verbose|comatose|adipose|varicose)$).{4}ose$/,
    'chemical',
    /^(?:choose|loose|goose|whose|purpose)/,
  ],
]

/** The type that a word's ending gives away, or null. */
export const typeOfEnding = (word: string): EntityType | null => {
  if (word.length < 6 || !/^\p{L}[\p{L}-]*$/u.test(word)) return null
  const lower = word.toLowerCase()
  if (readVerb(lower)) return null
  for (const form of [lower, ...singularsOf(lower)]) {
    for (const [ending, type, except] of endings) if (ending.test(form) && !except?.test(form)) return type
  }
  return null
}
