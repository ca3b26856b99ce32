import { listed } from './joined-words.ts'

/** Words that deny, by language. In small letters; typed apostrophes. */
const words = `
no not none never neither nor nobody nothing nowhere cannot without nil non hardly scarcely barely
unable unless except free devoid exempt instead fails failed fail failing failure lack lacks lacked lacking absence absent absents
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't wouldn't
nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts niemand nirgends kaum frei anstelle statt
ne pas sans aucun aucune jamais ni rien personne guère nulle dépourvu dépourvue
sin nunca ningún ninguno ninguna tampoco jamás nada nadie libre libres
non senza mai nessun nessuno nessuna né niente nulla neanche neppure privo priva privi prive
não sem nenhum nenhuma nunca nem nada ninguém jamais livre livres
niet geen zonder nooit
inte ingen inget utan aldrig ikke ingen uden aldrig uten
nie bez żaden nigdy
не нет без ни никогда никто ничего никакой никаких нельзя вместо лишён лишен
не без ні ніколи
δεν όχι χωρίς μη
değil yok
không
tidak tanpa bukan
لا لم لن ليس ليست ليسوا لست غير بدون دون عدم بلا
לא אין ללא בלי מבלי אינו אינה אינם אינן איננו איננה
नहीं बिना न मत नही रहित
`

export const negations: ReadonlySet<string> = new Set(
  words
    .split(/\s+/)
    .filter(word => word !== '')
    .map(listed),
)

/** Beginnings that deny the word they stand before; with a hyphen always, without one only when the rest is a word that may stand alone. */
export const denyingPrefixes = [
  'un',
  'non',
  'anti',
  'in',
  'im',
  'ir',
  'il',
  'dis',
  'de',
  'a',
  'mis',
  'counter',
  'ab',
  'miss',
  'des',
  'dés',
  'ent',
  'on',
  'ikke-',
  'nicht-',
  'не',
  'без',
  'бес',
  'анти',
  'дез',
  'nie',
  'ne',
  'αν',
  'αντι',
  'μη',
] as const

/** Words that begin like a denial and are none. */
export const notDenying: ReadonlySet<string> = new Set(
  `under until unto union unions unit units unite united unity universal universally universe university unique uniquely unison
  antibody antibodies antigen antigens antigenic antique antiquity anticipate anticipated anticipates anticipation antibiotic antibiotics antidepressant
  antidepressants unicellular unilateral unilaterally uniform uniformly uncle unction undulate uterine`.split(/\s+/),
)
