/**
 * Words of plain English that are symbols too when they are written with capitals (`CAT`, `Met`, `SHIP`, `Bad`). Sorted.
 * Such a name stands for its entity only where the text writes it as the lexicon does.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'act add age aid aids air all alarm and april arm art as ask ate axis bad bag ban bar bat bed bid big bit box but can cap car ' +
    'case cast cat chat chip chop city clip clock club cop cot cut dam day dig disc do dock dog dot ear eat egg end era eve fact far ' +
    'fast fat fed fit fix flip for gap gas get glut gut had ham has hat hep her hip his hook how ice ill impact in is it jam kid kit ' +
    'lag lap last law lead leg let lid light link lip list lot low mad map mar mark mask mass mast mat max may men met mice mid mild ' +
    'mind mint mob mop most much nail nap net nick nil no nor not notch now nut odd of off old on one or ore our out own pace pack ' +
    'pad page pair pan par part past patched paw pay peg pen per pet pig pin pit plan plus pop post pro puma put rad rag raise ran ' +
    'rap rat raw ray red rest rid rip rise rod role run sad sage same sat scar sea see set sex she shed ship sick sin sip sit six ' +
    'ski skin slam slim slit slug smart snail snap so son spin spy stat step sting stop sun tab tag tail tall tan tank tap tar task ' +
    'tax tea ten test that the tie tilt tin tip to toe top toy trail train tram trap trim trio trip try tweak twist two up us use ' +
    'van vast via wall war was wave way wee west who why win wing wish wit yes yet you zip'
  ).split(' '),
)
