import type { EntityType } from '../mechanism.ts'
import { singularsOf } from './normalise-name.ts'

const list = (type: EntityType, nouns: string): [string, EntityType][] => nouns.split(' ').map(noun => [noun, type])

/** Last words that make a name of the modifiers before them ("satellite cells", "opioid receptor"). */
const heads: ReadonlyMap<string, EntityType> = new Map([
  ...list(
    'gene-or-protein',
    'channel cytokine enzyme gene integrin kinase ligand oncogene promoter protein receptor transporter',
  ),
  ...list('cell', 'cell fibroblast interneuron lymphocyte macrophage neuron neurone'),
  ...list('chemical', 'acid agonist antagonist antibody inhibitor'),
  ...list('tissue', 'axon fiber fibre nerve'),
  ...list('process', 'cascade pathway'),
  ...list('disease', 'carcinoma disease lymphoma sarcoma syndrome'),
  ...list('organism', 'virus'),
])

/** Last words of long forms that say what their abbreviation stands for, beside the heads. */
const longFormHeads: ReadonlyMap<string, EntityType> = new Map([
  ...list(
    'gene-or-protein',
    'activator antigen adaptor factor homolog homologue molecule peptide polypeptide regulator substrate subunit suppressor',
  ),
  ...list('chemical', 'agent compound drug'),
  ...list('disease', 'cancer disorder infection injury leukaemia leukemia tumor tumour'),
  ...list('tissue', 'membrane tissue vein'),
])

/** Heads that only say which form of a gene is meant: "p53 protein" is p53. */
const formsOfGene: ReadonlySet<string> = new Set(
  'cdna gene isoform mrna oncogene oncoprotein polypeptide promoter protein transcript transgene'.split(' '),
)

const formsOfWord = (word: string): string[] => {
  const lower = word.toLowerCase()
  return [lower, ...singularsOf(lower)]
}

const typeIn = (map: ReadonlyMap<string, EntityType>, word: string): EntityType | null => {
  for (const form of formsOfWord(word)) {
    const type = map.get(form)
    if (type) return type
  }
  return null
}

/** The type that a head noun gives to the name it closes, or null. */
export const typeOfHead = (word: string): EntityType | null => typeIn(heads, word)

/** The type of what a long form with this last word stands for, or null. */
export const typeOfLongForm = (word: string): EntityType | null => typeOfHead(word) ?? typeIn(longFormHeads, word)

/** Whether a head adds nothing to the gene before it: "IL-6 mRNA". */
export const isFormOfGene = (word: string): boolean => formsOfWord(word).some(form => formsOfGene.has(form))
