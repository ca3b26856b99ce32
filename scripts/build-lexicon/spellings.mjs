/**
 * British spellings and what American English writes instead, where names of the field differ. Topic files are written
 * in British spelling; the other one is added when the lexicon is built.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const AMERICAN = [
  [/tumour/g, 'tumor'],
  [/\bhaem\b/g, 'heme'],
  [/haem(?=[aeo])/g, 'hem'],
  [/\bHaem(?=[aeo])/g, 'Hem'],
  [/aemi(?=a|c)/g, 'emi'],
  [/leucocyte/g, 'leukocyte'],
  [/oedema/g, 'edema'],
  [/oestr/g, 'estr'],
  [/Oestr/g, 'Estr'],
  [/oesophag/g, 'esophag'],
  [/diarrhoea/g, 'diarrhea'],
  [/rrhoea/g, 'rrhea'],
  [/pnoea/g, 'pnea'],
  [/ischaem/g, 'ischem'],
  [/Ischaem/g, 'Ischem'],
  [/anaesth/g, 'anesth'],
  [/paraesth/g, 'paresth'],
  [/dysaesth/g, 'dysesth'],
  [/paed/g, 'ped'],
  [/naev/g, 'nev'],
  [/caec/g, 'cec'],
  [/foet/g, 'fet'],
  [/phaeo/g, 'pheo'],
  [/glycaem/g, 'glycem'],
  [/coeliac/g, 'celiac'],
  [/fibre/g, 'fiber'],
  [/centre/g, 'center'],
  [/grey/g, 'gray'],
  [/colour/g, 'color'],
  [/behaviour/g, 'behavior'],
  [/signalling/g, 'signaling'],
  [/modelling/g, 'modeling'],
  [/labelling/g, 'labeling'],
  [/sulph/g, 'sulf'],
  [/isation/g, 'ization'],
  [/oxidised/g, 'oxidized'],
  [/ionising/g, 'ionizing'],
  [/defence/g, 'defense'],
  [/ageing/g, 'aging'],
  [/titre/g, 'titer'],
  [/faec/g, 'fec'],
]

/** The American spelling of a name, or null where it does not differ.
 * @param {string} name
 */
export const americanSpelling = name => {
  const other = AMERICAN.reduce((text, [from, to]) => text.replace(from, to), name)
  return other === name ? null : other
}
