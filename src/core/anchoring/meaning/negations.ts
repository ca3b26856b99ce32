/** Words that deny, by language. In small letters; typed apostrophes. */
const words = `
no not none never neither nor nobody nothing nowhere cannot without nil non hardly scarcely barely
unable unless except fails failed fail failing failure lack lacks lacked lacking absence absent absents
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't wouldn't
nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts
ne pas sans aucun aucune jamais ni rien
sin nunca ningún ninguno ninguna tampoco jamás
non senza mai nessun nessuno nessuna né
não sem nenhum nenhuma nunca nem
niet geen zonder nooit
inte ingen inget utan aldrig ikke ingen uden aldrig uten
nie bez żaden nigdy
не нет без ни никогда
не без ні ніколи
δεν όχι χωρίς μη
değil yok
không
tidak tanpa bukan
لا لم لن ليس ليست غير بدون دون
לא אין ללא בלי אינו אינה
नहीं बिना न
`

export const negations: ReadonlySet<string> = new Set(words.split(/\s+/).filter(word => word !== ''))

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
] as const

/** Words that begin like a denial and are none. */
export const notDenying: ReadonlySet<string> = new Set(
  `under until unto union unions unit units unite united unity universal universally universe university unique uniquely unison
  antibody antibodies antigen antigens antigenic antique antiquity anticipate anticipated anticipates anticipation antibiotic antibiotics antidepressant
  antidepressants unicellular unilateral unilaterally uniform uniformly uncle unction undulate uterine`.split(/\s+/),
)

/** Denials in scripts without blanks between words, the longest first. */
export const unspacedNegations = [
  'ありません',
  'なかった',
  'ません',
  'ない',
  'なく',
  'なし',
  '没有',
  '沒有',
  '不',
  '没',
  '沒',
  '无',
  '無',
  '未',
  '非',
  '否',
  'ไม่',
  'ไร้',
  'ບໍ່',
  'មិន',
] as const
