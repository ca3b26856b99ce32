import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>Rosemary extract for knee pain</title>
<link rel="canonical" href="https://example.org/rosemary"></head>
<body><article><h1>Rosemary extract for knee pain</h1>${paragraphs.map(text => `<p>${text}</p>`).join('\n')}</article></body></html>`

const introduction =
  'Forty adults with chronic pain of the knee took a standardised extract of rosemary for twelve weeks. The trial was run at two clinics, and neither the adults nor their physicians knew who was given the extract.'
const methods =
  'Pain was measured every week with a scale from zero to ten. Samples of blood were drawn before the first dose and after the last one, and kept frozen until all of them could be measured on the same day.'
const others =
  'Rosemary has been eaten for centuries, and its acids have been studied in cells and in mice. Trials with people are few, and most of them lasted no longer than a month.'

/** The first version, and one in which every kind of edit was made; both are found to be copies of one article. */
const first = [
  introduction,
  methods,
  'The extract increased the level of interleukin ten in the blood of the treated adults. Swelling of the joint went down in most of them during the first month.',
  'A stiff morning was rare at the end of the study in both groups of adults. The taste of the capsules was bitter to nine of the adults who took them.',
  'Adherence was checked by counting the capsules that came back. Every clinic kept its own list of visits.',
  others,
]
const revised = [
  others,
  introduction,
  methods,
  // The sign is flipped.
  'The extract decreased the level of interleukin ten in the blood of the treated adults. Swelling of the joint went down in most of them during the first month.',
  // One sentence is worded otherwise, the one about the taste is deleted.
  'A stiff morning was seldom seen at the end of the study in both groups of adults. Two adults moved away.',
  // A sentence stands in two places now, and nothing of its surroundings is left.
  'At the first clinic a nurse called by telephone. Every clinic kept its own list of visits. Letters followed in spring.',
  'At the second clinic nobody called at all. Every clinic kept its own list of visits. Reports followed in autumn.',
]

/** Words of the first version to mark, by what becomes of them in the revised one. */
export const marked = {
  unchanged: 'Pain was measured every week with a scale from zero to ten.',
  moved: 'Trials with people are few, and most of them lasted no longer than a month.',
  edited: 'A stiff morning was rare at the end of the study in both groups of adults.',
  flipped: 'The extract increased the level of interleukin ten in the blood of the treated adults.',
  deleted: 'The taste of the capsules was bitter to nine of the adults who took them.',
  doubled: 'Every clinic kept its own list of visits.',
} as const

/** Writes both versions into a folder. */
export const writeVersions = (folder: string): { readonly first: string; readonly revised: string } => {
  const paths = { first: join(folder, 'rosemary.html'), revised: join(folder, 'rosemary-revised.html') }
  writeFileSync(paths.first, page(first))
  writeFileSync(paths.revised, page(revised))
  return paths
}
