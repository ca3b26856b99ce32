import { ordinaryWords } from './ordinary-words.ts'

/** Capital-letter words of prose, methods and units that look like gene symbols. Sorted. */
const notSymbols: ReadonlySet<string> = new Set(
  (
    'AIM ANCOVA AND ANOVA API AUC BACKGROUND BMI CCAAT CDNA CDNAS CGY CHIP CI CIA CONCLUSION CONCLUSIONS COOH COPYRIGHT ' +
    'CPG CSS CSV CT DATA DESIGN DFS DIR DNA DNAS DOI DOM DPI EC50 ECG ECOG ED50 EEG ELISA EMG EMSA ENV EPUB ESI EU FACS ' +
    'FBI FDA FIG FILE FISH FITC FOR FORMAT GI50 GIF GMP HOME HPLC HR HTML HTTP HTTPS IARC IC50 ID IHC II III INDEX ISBN ' +
    'ISO ISSN IU IV IX JPEG JSON KDA LC LD50 LED METHODS MICROM MIRNA MIT MRI MRNA MRNAS MS MTT NAME NASA NCI NIH NMR NODE ' +
    'NOT NOTE NRS OBJECTIVE OF OK OR OS PATH PBS PCR PDF PET PFS PHD PMC PMID PNG PURPOSE QPCR QUERY RCT README RESULTS ' +
    'RFC RFLP RNA RNAI RNAS ROC RPMI RT-PCR RTPCR SD SDS SDS-PAGE SEM SHA-256 SHA-512 SHRNA SIRNA SIRNAS SNP SPSS SQL SSCP ' +
    'SVG TABLE THE TNM TUNEL TV UK UN URL US USA UTC UTF-16 UTF-8 UUID UV UVA VAS VI VII VIII WHO XI XII XIII XIV XML YAML'
  ).split(' '),
)

/** Capitals with digits: `TRPV1`, `IL-1β`, `Cdc6p`, `Gab2`. */
const withDigit =
  /^(?:\p{Lu}[\p{Lu}\p{Ll}]{1,5}-?\d{1,4}(?:[\p{Lu}\p{Ll}]{0,2}|-\d)|\p{Lu}\d{2,4}[\p{Lu}\p{Ll}]?|[\p{Lu}]{1,6}-?\d{1,3}-?[α-ωA-Z]\d?)$/u
/** `p53`, `p21Cip1`, `pp125`: a protein by its weight. */
const byWeight = /^[pP]{1,2}\d{2,3}(?:[A-Z]?[\p{L}]{0,4}\d?)?$/u
/** `mTOR`, `hTERT`, `iNOS`, `sFRP1`: a small letter before capitals. */
const withSmallLetter = /^\p{Ll}\p{Lu}{2,6}-?\d{0,2}$/u
/** `PlGF`, `LacZ`, `Wnt5aR`: capitals after small letters, or letters and digits in turn. */
const mixed =
  /^(?=.{3,9}$)(?:\p{L}{0,2}\p{Ll}\p{Lu}(?:\p{Ll}{0,2}[\p{Lu}\p{N}])*\p{Ll}{0,2}|\p{Lu}\p{L}+\p{N}\p{L}+\p{N}?|\p{Lu}{2,}\p{N}\p{Lu}\p{N}*)$/u
const inCapitals = /^\p{Lu}{3,6}(?:-[α-ωA-Z]\d?)?s?$/u
const withGreek = /^(?:\p{Lu}{2,6}|\p{Lu}\p{Ll}{2,3})-?(?:[α-ω]|alpha|beta|gamma|delta|epsilon|kappa|zeta)\d?$/u

/** `miR-21`, `hsa-miR-146a-5p`, `let-7a`. */
const microRna = /^(?:(?:hsa|mmu|rno)-)?(?:pr[ei]-)?(?:miR(?:NA)?|microRNA|let)-?\d{1,4}[a-z]?(?:-\d)?(?:-[35]p)?s?$/iu

/** Words with a digit that count, measure or number something, or that name a place in a protein: `Day7`, `T1`, `G2`, `R72P`, `Ser473`. */
const notWithDigit: readonly RegExp[] = [
  /^(?:[STY]\d{2,4}|\p{Lu}-?\d|\p{Lu}\d{1,4}\p{Lu}|G\d-[GMS]|\d.*)$/u,
  /^(?:ala|arg|asn|asp|cys|gln|glu|gly|his|ile|leu|lys|met|phe|pro|ser|thr|trp|tyr|val)-?\d+$/iu,
  /^(?:day|fig|figure|grade|group|phase|snp|stage|step|table|type|week|year)-?\d+$/iu,
]
const countsSomething = (word: string): boolean => notWithDigit.some(pattern => pattern.test(word))

/** Whether a word is written as genes and proteins are (`TRPV1`, `IL-1β`, `p53`, `GDNF`). */
export const isGeneSymbol = (word: string): boolean => {
  if (microRna.test(word)) return true
  if (word.length > 12 || word.length < 3 || notSymbols.has(word.toUpperCase()) || countsSomething(word)) return false
  return (
    (inCapitals.test(word) && !ordinaryWords.has(word.toLowerCase())) ||
    withDigit.test(word) ||
    withGreek.test(word) ||
    byWeight.test(word) ||
    withSmallLetter.test(word) ||
    mixed.test(word)
  )
}

/** Whether a word may be a symbol where the words around it say so: a capital or a digit that prose does not explain. */
export const mayBeSymbol = (word: string): boolean =>
  /^(?=.*\p{L})(?:\p{Lu}[\p{L}\p{N}-]{1,9}|\p{Ll}{1,4}-?\d{1,3}\p{L}?|\p{Ll}\p{Lu}[\p{L}\p{N}-]{0,8})$/u.test(word) &&
  !notSymbols.has(word.toUpperCase()) &&
  !countsSomething(word)
