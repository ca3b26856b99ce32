import type { EntityType } from '../mechanism.ts'
import { singularsOf } from './normalise-name.ts'
import plain from './plain-words.json' with { type: 'json' }
import { readVerb } from '../words/verb-forms.ts'

/** Plain words with the endings below that name nothing: WordNet's, and such as it takes for substances or does not have. Sorted. */
const plainWords: ReadonlySet<string> = new Set([
  ...plain.words.split(' '),
  ...(
    'autocrine bovine bromide canine endocrine exocrine guide hyaline intestine intracrine juxtacrine login medicine microphone neuroendocrine nucleotide ' +
    'oligonucleotide outline override ovine paracrine pesticide peptide plugin polypeptide porcine predefine protein ' +
    'saline subdomain urine'
  ).split(' '),
])

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
    /.{4}(?:amide|amine|idine|azine|oxide|chloride|ketone|lactone|toxin|hydrin|purine|glyceride|phosphate|sulfate|nitrite|quinoline)$/,
    'chemical',
    /^(?:examine|contamine|determine|dismantle|override)/,
  ],
]

/** Endings that plain words have too, so that they say something of a word in small letters only: Berlin is no protein. */
const openEndings: typeof endings = [
  [
    /.{4}in(?:ogen)?$/,
    'gene-or-protein',
    /(?:[cht]ain|carcinogen|protein|skin|spin|toxin|mycin|ycin|micin|bicin|oxacin|floxin)$/,
  ],
  [
    /.{3}(?:ine|ide)$|.{5}one$|.{4}ol$/,
    'chemical',
    /(?:kine|line|side|wide|tone|stone|phone|bone|zone|clone|mol|peptide)$|^(?:disulfide|histone|chaperone)/,
  ],
  [/.{4}ose$/, 'chemical', /(?:pose|[dlnr]ose)$/],
]

const typeIn = (list: typeof endings, forms: readonly string[]): EntityType | null => {
  for (const form of forms) {
    for (const [ending, type, except] of list) if (ending.test(form) && !except?.test(form)) return type
  }
  return null
}

/** The type that a word's ending gives away, or null. */
export const typeOfEnding = (word: string): EntityType | null => {
  if (word.length < 6 || !/^\p{L}[\p{L}-]*$/u.test(word)) return null
  const lower = word.toLowerCase()
  const forms = [lower, ...singularsOf(lower)]
  if (readVerb(lower) || forms.some(form => plainWords.has(form))) return null
  return typeIn(endings, forms) ?? (/^[a-z]+$/.test(word) ? typeIn(openEndings, forms) : null)
}
