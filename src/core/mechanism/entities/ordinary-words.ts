/**
 * Words of plain English that are symbols too when they are written with capitals (`CAT`, `Met`, `SHIP`, `Bad`). Sorted.
 * Such a name stands for its entity only where the text writes it as the lexicon does.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'act add age ages aid aids air alarm all and april arm art artemis as ask ate axis bad bag ban bar bat bed bid big bit ' +
    'box but calla camp camps can cap cape car case cask cast cat chat chip chop city clasp clip clock club cop cot cut ' +
    'dam damp day den dicer dig disc dishevelled do dock dog dot ear eat egg end era eve fact fad far fast fat fed fit fix ' +
    'flip for gal gap gas get gist glut gut had ham has hat hedgehog helios hep her hip his hook how ice ill impact in is ' +
    'it jam jar kid kit lag lap last law lead leg let lid light link lip list lot low lox mad mag map mar mark mask mass ' +
    'mast mat max may men met mica mice mid mild mind mint mob mop most much musk nail nap nash net nick nil nix no nod ' +
    'nor not notch now numb nut odd of off old on one or ore our out own pace pack pad page pair pan par part past patched ' +
    'paw pay peg pen per pet pig pin pit plan plat plus pop porcupine post pro puma put rad rag rage raise ram ran rank ' +
    'rap rat raw ray red rest ret rick rid rip rise rock rod role rubicon run sad sage sam same sat scar sea see sell set ' +
    'sex she shed ship sick sin sip sit six ski skin slam slim slit slug smart snail snap snare so sod son spin spy star ' +
    'stat step sting stop strap sumo sun tab tag tail tall tan tank tap tar task tax tea ten test that the tie tilt tin ' +
    'tip to toe top toy trail train tram trap trim trio trip troy try tweak twist two up us use vamp van vast via vim visa ' +
    'vista wall war was wasp wave way wee west who why win wing wish wit yap yes yet you zip'
  ).split(' '),
)
