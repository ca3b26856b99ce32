import type { EntityType } from '../mechanism.ts'
import { singularsOf } from './normalise-name.ts'
import { readVerb } from '../words/verb-forms.ts'

/** Plain words with the endings below that name nothing. Sorted; those of one ending together. */
const plainWords: ReadonlySet<string> = new Set(
  // -in
  (
    'abstain assassin attain bargain basin begin bulletin cabin captain certain chagrin coffin complain constrain contain cousin ' +
    'curtain detain disdain dolphin domain dustbin entertain explain fountain hairpin herein javelin latin login maintain margin ' +
    'mountain muffin napkin obtain ordain origin penguin pertain plugin protein refrain remain restrain retain robin satin ' +
    'sheepskin strain subdomain sustain terrain therein train twin underpin uncertain vermin villain violin virgin wherein within ' +
    'zeppelin ' +
    // -ine
    'airline alkaline alpine autocrine baseline bovine bloodline canine clandestine combine confine crystalline deadline decline define determine ' +
    'discipline divine doctrine endocrine engine equine examine exocrine famine feline feminine figurine genuine guideline headline holocrine ' +
    'hyaline imagine intestine intertwine intracrine intrauterine juxtacrine latrine leporine machine magazine marine masculine medicine midline ' +
    'murine neuroendocrine online outline ovine palatine paracrine pipeline porcine predefine pristine quarantine recline redefine refine ' +
    'routine saline serpentine submarine sunshine supine timeline turbine undermine underline urine uterine vaccine valentine vaseline ' +
    // -ol
    'aerosol capitol carol control gambol parasol patrol petrol pistol protocol school symbol vitriol ' +
    // -one
    'anyone backbone baritone collarbone condone cornerstone everyone gallstone gemstone gravestone keystone limestone milestone monotone ' +
    'postpone saxophone someone telephone tombstone undergone microphone ' +
    // -ide
    'alongside aside bedside beside bromide bedside coincide collide confide countryside decide divide elide genocide guide homicide ' +
    'inside landslide nationwide nucleotide oligonucleotide outside override peptide polypeptide preside provide reside roadside seaside ' +
    'subdivide subside suicide upside waterside wayside worldwide'
  ).split(' '),
)

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
  [
    /.{4}in(?:ogen)?$/,
    'gene-or-protein',
    /(?:[cht]ain|carcinogen|protein|skin|spin|toxin|mycin|ycin|micin|bicin|oxacin|floxin)$/,
  ],
  [
    /^[a-z]{3,}(?:ine|ide)$|^[a-z]{5,}one$|^[a-z]{4,}ol$/,
    'chemical',
    /(?:kine|line|side|wide|tone|stone|phone|bone|zone|clone|mol|peptide)$|^(?:disulfide|histone|chaperone)/,
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
  if (readVerb(lower) || plainWords.has(lower)) return null
  for (const form of [lower, ...singularsOf(lower)]) {
    if (plainWords.has(form)) return null
    for (const [ending, type, except] of endings) if (ending.test(form) && !except?.test(form)) return type
  }
  return null
}
