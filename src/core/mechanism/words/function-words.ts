/** What a word of the closed classes does in its sentence. */
export type FunctionClass =
  | 'determiner'
  | 'quantifier'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'pronoun'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'negation'
  | 'adverb'
  | 'to'

const classes: Readonly<Record<FunctionClass, string>> = {
  determiner: 'a an any another each either every his its neither my our such that the their these this those your',
  quantifier: 'all both enough few half many more most much several some',
  preposition:
    'about above across after against along alongside amid among amongst around as at before behind below beneath beside besides ' +
    'between beyond by concerning despite down during except for from in including inside into like near of off on onto out outside over per ' +
    'regarding since through throughout toward towards under underneath unlike until unto up upon via with within without',
  conjunction: 'and but nor or yet',
  subordinator:
    'although because how if lest once provided so than though unless when whenever where whereas whereby ' +
    'wherever whether while whilst why',
  relative: 'which who whom whose',
  pronoun:
    'he her him i it itself me nobody nothing one ones oneself she something somebody someone them themselves they us we what you ' +
    'others',
  be: 'am are be been being is was were',
  have: 'had has have having',
  do: 'did do does doing done',
  modal: 'can cannot could may might must shall should will would',
  negation: 'never no none not',
  adverb:
    'again ago consequently hence then thereby thus almost already also altogether always as away back directly else even ever far first further furthermore hardly here however ' +
    'indeed instead just largely later likewise merely moreover mostly much nearly nevertheless nonetheless not now often once only otherwise perhaps ' +
    'possibly probably quite rarely rather really scarcely seldom simply sometimes soon still there therefore together too twice usually very well',
  to: 'to',
}

const build = (): ReadonlyMap<string, FunctionClass> => {
  const map = new Map<string, FunctionClass>()
  for (const kind of Object.keys(classes) as FunctionClass[]) {
    for (const word of classes[kind].split(' ')) if (!map.has(word)) map.set(word, kind)
  }
  return map
}

/** Words of the closed classes, each with the class that it most often has. */
export const functionWords: ReadonlyMap<string, FunctionClass> = build()
