/** A text that programs get wrong, and what a page shows of it when that is something else. */
export interface OddText {
  readonly name: string
  readonly text: string
  /** As an HTML page can say it: white space is one there, and control characters are none. Null when it cannot at all. */
  readonly inPage?: string | null
}

/** Characters by number: what cannot be seen should not stand in a source file as itself. */
const character = (...numbers: readonly number[]): string => String.fromCodePoint(...numbers)

const LONG = 4_096

const languages: readonly OddText[] = [
  { name: 'Arabic', text: 'الخلايا الجذعية تزيد IL-10 في العصب' },
  { name: 'Hebrew with points', text: 'שָׁלוֹם עוֹלָם' },
  { name: 'Persian with a half space', text: `می${character(0x200c)}شود` },
  { name: 'Urdu', text: 'درد کم ہوتا ہے' },
  { name: 'both directions', text: 'IL-10 (אינטרלוקין 10) rises, ثم ينخفض again' },
  { name: 'Hindi with joined letters', text: 'क्षत्रिय स्वास्थ्य' },
  { name: 'Tamil', text: 'தமிழ் நரம்பு' },
  { name: 'Thai without spaces', text: 'เซลล์ต้นกำเนิดเพิ่ม' },
  { name: 'Chinese', text: '干细胞增加白细胞介素10' },
  { name: 'rare Chinese beyond the first plane', text: '𠮷野家 𪚥' },
  { name: 'Japanese', text: 'サイトカインが増える' },
  { name: 'Korean', text: '줄기세포가 증가한다' },
  { name: 'Vietnamese', text: 'Tế bào gốc làm tăng' },
  { name: 'Turkish i', text: 'İstanbul ıışık İ i̇' },
  { name: 'German sharp s', text: 'Straße STRASSE ẞ' },
  { name: 'Greek final sigma', text: 'ΟΔΥΣΣΕΥΣ Οδυσσεύς' },
  { name: 'Cyrillic that looks Latin', text: 'раураl асе' },
  { name: 'ligatures', text: 'ﬁnal ﬂow ﬀ' },
  { name: 'full-width letters', text: 'ＩＬ－１０ ｒｉｓｅｓ' },
  { name: 'mathematics beyond the first plane', text: '𝐈𝐋-𝟏𝟎 𝛼𝛽' },
]

const composed = 'Étude sur la déchéance naïve'

const forms: readonly OddText[] = [
  { name: 'composed twin', text: composed.normalize('NFC') },
  { name: 'decomposed twin', text: composed.normalize('NFD') },
  { name: 'composed Hangul twin', text: '한글 신경'.normalize('NFC') },
  { name: 'decomposed Hangul twin', text: '한글 신경'.normalize('NFD') },
  { name: 'Ångström sign', text: `5 ${character(0x212b)} wide` },
  { name: 'Ångström letter', text: `5 ${character(0xc5)} wide` },
  { name: 'Ohm sign', text: `3 ${character(0x2126)} high` },
  { name: 'marks in an order of their own', text: `q${character(0x307, 0x323)} and q${character(0x323, 0x307)}` },
  { name: 'twenty marks on one letter', text: `Z${character(...Array.from({ length: 20 }, (_, n) => 0x300 + n))}algo` },
  { name: 'upper case twin', text: 'THE SAME NAME' },
  { name: 'lower case twin', text: 'the same name' },
]

const emoji: readonly OddText[] = [
  { name: 'emoji', text: '🧠 and 🔬' },
  { name: 'family of joined emoji', text: '👩‍🔬👨‍👩‍👧‍👦 reads' },
  { name: 'skin tone', text: '👍🏿👍🏻' },
  { name: 'flags', text: '🇺🇳🇩🇪🏴󠁧󠁢󠁳󠁣󠁴󠁿' },
  { name: 'emoji by selector', text: `heart ${character(0x2764, 0xfe0f)} or ${character(0x2764, 0xfe0e)}` },
  { name: 'keycap', text: `${character(0x31, 0xfe0f, 0x20e3)} first` },
]

const unseen: readonly OddText[] = [
  { name: 'zero-width space', text: `zero${character(0x200b)}width` },
  { name: 'zero-width joiners', text: `a${character(0x200d)}b${character(0x200c)}c` },
  { name: 'word joiner', text: `word${character(0x2060)}joiner` },
  { name: 'no-break spaces', text: `5${character(0xa0)}mg${character(0x202f)}kg` },
  { name: 'right-to-left override', text: `annex${character(0x202e)}lmth.exe${character(0x202c)} end` },
  { name: 'isolates', text: `one ${character(0x2067)}two${character(0x2069)} three` },
  { name: 'soft hyphen', text: `inter${character(0xad)}leukin`, inPage: 'interleukin' },
  { name: 'byte order mark inside', text: `byte${character(0xfeff)}order`, inPage: 'byteorder' },
  { name: 'tab', text: 'one\ttwo', inPage: 'one two' },
  { name: 'line feeds', text: 'one\n\ntwo', inPage: 'one two' },
  { name: 'carriage return', text: 'one\r\ntwo', inPage: 'one two' },
  { name: 'line and paragraph separator', text: `one${character(0x2028)}two${character(0x2029)}three` },
  { name: 'control characters', text: `bell${character(7)} escape${character(0x1b)}[31m`, inPage: 'bell escape[31m' },
  { name: 'many spaces', text: 'one     two', inPage: 'one two' },
  { name: 'NUL', text: `a${character(0)}b`, inPage: null },
  { name: 'half a pair', text: `half ${String.fromCharCode(0xd83e)} of it`, inPage: null },
  { name: 'two halves the wrong way round', text: `${String.fromCharCode(0xddea, 0xd83e)} turned`, inPage: null },
  { name: 'not a character', text: `not ${character(0xffff)} one`, inPage: null },
  { name: 'private use', text: `own ${character(0xe000)} sign` },
]

const reserved: readonly OddText[] = [
  ['CON', 'nul', 'AUX.txt', 'COM1', 'LPT9.html', 'CLOCK$', 'desktop.ini', '.htaccess', '__proto__', 'constructor'],
  ['toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'true', '-1', '1e999', '[object Object]'],
]
  .flat()
  .map(text => ({ name: `reserved ${text}`, text }))

const signs: readonly OddText[] = [
  { name: 'way up', text: '../../../etc/passwd' },
  { name: 'way up with the other slash', text: '..\\..\\boot.ini' },
  { name: 'two dots', text: '..' },
  { name: 'trailing dots', text: 'ends in dots...' },
  { name: 'signs no file name may have', text: 'a<b>c:d"e/f\\g|h?i*j' },
  { name: 'percent', text: '100%25 %2e%2e %00 %' },
  { name: 'shell', text: '$(rm -rf ~); `id` && echo "$HOME" #' },
  { name: 'option', text: '--library=elsewhere' },
  { name: 'markup', text: '<b>bold</b> &amp; <script>alert(1)</script> &lt;' },
  { name: 'quotation marks', text: `"double" 'single' “curly” «angle» \\"` },
  { name: 'Markdown', text: '# not *a* [heading](x) `code` ~~~ --- | > 1. - [ ] ![[x]] %%y%% $z$ ==w==' },
  { name: 'YAML', text: 'key: value # comment - [a, b] {c: d} !!str &x *x' },
  { name: 'formula', text: '=1+1' },
  { name: 'formula with a pipe', text: `@SUM(A1)+cmd|'/C calc'!A0` },
  { name: 'CSV', text: 'one,"two";three' },
  { name: 'template', text: '{{7*7}} ${7*7} <%= 7*7 %>' },
  { name: 'only punctuation', text: '… — !' },
  { name: 'a single letter', text: 'x' },
  { name: 'a number', text: '10' },
]

const long: readonly OddText[] = [
  { name: '4 KB of letters', text: 'interleukin '.repeat(LONG / 12).trim() },
  { name: '4 KB without a space', text: 'x'.repeat(LONG) },
  { name: '4 KB of emoji', text: '🧠'.repeat(LONG / 4) },
  { name: '4 KB of joined emoji', text: '👩‍🔬'.repeat(LONG / 11) },
  { name: '4 KB of decomposed letters', text: 'é'.normalize('NFD').repeat(LONG / 3) },
]

export const oddTexts: readonly OddText[] = [
  ...languages,
  ...forms,
  ...emoji,
  ...unseen,
  ...reserved,
  ...signs,
  ...long,
]
