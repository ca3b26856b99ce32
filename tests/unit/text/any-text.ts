import fc from 'fast-check'

/** Pieces of which texts of every script are made, with all that makes one script unlike another. */
const pieces = [
  'pain ',
  'IL-10 ',
  'TNF-α ',
  'micro-\nglia ',
  'eﬃcient ',
  'cafe\u0301 ',
  'naïve ',
  '“quoted” ',
  '5 \u00B5g ',
  '1.5 % ',
  'mi\u00ADcro ',
  'die Zellen ',
  'клетки й ',
  'и\u0306 ',
  'κύτταρα ',
  '细胞增加',
  '細胞が増える。',
  'か\u3099',
  '세포가 ',
  '\u1112\u1161\u11AB',
  'เซลล์เพิ่ม',
  'الخلايا ',
  '\u0627\u0654',
  'התאים ',
  'שָׁ',
  'कोशिकाएँ ',
  'क\u093C',
  'tế bào ',
  '👩\u200D🔬',
  '🇩🇪',
  '❤\uFE0F',
  '𝛼-syn ',
  '𠮷野 ',
  '\u200F',
  '\u200B',
  '\u00A0',
  '\u3000',
  '  ',
  '\n',
  '\t',
  '\r\n',
  '.',
  ', ',
  '…',
  '—',
  '-',
  '\u0301',
  '\uFEFF',
] as const

/** Texts of every script, with what formats put in. */
export const anyText = (maxLength = 14): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map(list => list.join(''))

/** Any string at all, halves of surrogate pairs and NULs among them. */
export const brokenText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.oneof(
    anyText(),
    fc.string({ unit: 'binary', maxLength }),
    fc
      .array(fc.constantFrom('a', ' ', '\uD83E', '\uDDE0', '\0', 'pain', '\n', '\u0301', '\u200D'), { maxLength })
      .map(list => list.join('')),
  )
