/** Nouns beside a name, by what they say of it: how much there is, what it does, that it is given, that there is less of it. */
const classes: Readonly<Record<string, string>> = {
  level: 'amount concentration expression gene level mrna production protein release secretion synthesis transcription',
  activity: 'activity function pathway phosphorylation signaling signalling',
  given: 'addition administration dose exposure infusion injection presence stimulation therapy treatment',
  against:
    'absence antagonist antibody antisense blocker deficiency deletion depletion downregulation inactivation inhibition inhibitor ' +
    'knockdown lack loss mutant mutation silencing sirna',
  thing: 'ligand receptor',
  cell: 'cell line mice mouse patient rat tumor tumour',
  process:
    'angiogenesis apoptosis death differentiation formation growth invasion metastasis migration proliferation survival',
  effect: 'ability action effect influence response role',
}

const byNoun: ReadonlyMap<string, string> = new Map(
  Object.entries(classes).flatMap(([kind, nouns]) => nouns.split(' ').map(noun => [noun, kind] as const)),
)

/** The class of a noun in singular or plural, lower case; empty for any other word. */
export const headClass = (noun: string): string => byNoun.get(noun) ?? byNoun.get(noun.replace(/s$/, '')) ?? ''
