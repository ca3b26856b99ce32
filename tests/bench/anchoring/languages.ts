import type { LooseWords } from './word-edits.ts'

const loose = (locale: string, putIn: string, takeOut: string, spaced = true): LooseWords => ({
  locale,
  putIn: putIn.split(' '),
  takeOut: new Set(takeOut.split(' ')),
  spaced,
})

/** Languages of the Declaration by the names that the package gives them, with their loose words. */
export const languages: Readonly<Record<string, LooseWords>> = {
  deu_1996: loose('de', 'auch hier dabei somit zudem', 'der die das den dem des ein eine'),
  fra: loose('fr', 'aussi ainsi donc ici', 'le la les des du un une'),
  spa: loose('es', 'también así aquí además', 'el la los las un una'),
  rus: loose('ru', 'также здесь поэтому итак', 'же также'),
  ell_monotonic: loose('el', 'επίσης εδώ λοιπόν', 'ο η το τα οι την του της των'),
  vie: loose('vi', 'cũng đây vậy', 'các những'),
  tur: loose('tr', 'ayrıca burada böylece', 'bir'),
  kor: loose('ko', '또한 역시', '및'),
  arb: loose('ar', 'أيضا كذلك', 'قد'),
  heb: loose('he', 'גם כאן אף', 'את'),
  hin: loose('hi', 'भी यहाँ', 'ही तो'),
  cmn_hans: loose('zh', '也 即 并', '的 了 之', false),
  jpn: loose('ja', 'また なお', 'は を の', false),
  tha: loose('th', 'ก็ นั้น', 'นั้น ก็', false),
}
