/** Words of the first copy that the tests mark, by what the second copy does to them. */
export const markedWords = {
  kept: 'Stem cells increase IL-10 and reduce IL-1 in the damaged nerve',
  moved: 'Twelve weeks after the injury the animals walked evenly again',
  edited: 'the growth of axons was seen along the whole length of the treated nerve on every section',
  deleted: 'One animal of the control group was lost to an infection that nobody expected',
  flipped: 'In the blood the amount of IL-1 was increased for the whole of the second week',
}

const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Repair of a nerve</title>
<link rel="canonical" href="https://example.org/repair"></head><body><article><h1>Repair of a nerve</h1><h2>Mechanism</h2>
${paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n')}</article></body></html>`

const shared = [
  'Sleep was not measured in any of the groups, because the cages were watched by day only and by one person.',
  'The nerve was laid bare under a microscope, crushed for thirty seconds with a fine forceps, and closed again.',
  'Each section was read by two people who did not know from which group it came, and disagreements were settled together.',
]

export const firstCopy = page([
  `${markedWords.kept}, so that pain eases.`,
  `${shared[0]} ${markedWords.deleted}.`,
  `${markedWords.moved}, and they did so on every surface.`,
  `Under the microscope ${markedWords.edited}.`,
  `${shared[1]} ${markedWords.flipped}.`,
  `${shared[2]}`,
])

export const secondCopy = page([
  `A whole paragraph that only the newer copy has stands first now.`,
  `${markedWords.kept}, so that pain eases.`,
  `${shared[0]}`,
  `Under the microscope ${markedWords.edited.replace('was seen', 'could be seen').replace('whole length', 'entire length')}.`,
  `${shared[1]} ${markedWords.flipped.replace('increased', 'decreased')}.`,
  `${shared[2]}`,
  `${markedWords.moved}, and they did so on every surface.`,
])
