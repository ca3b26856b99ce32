import { expect, it } from 'vitest'
import { placeAnnotations } from '#core/export/exported-document.ts'
import { exportCsv } from '#core/export/export-csv.ts'
import { exportHtml } from '#core/export/export-html.ts'
import { exportMarkdown } from '#core/export/export-markdown.ts'
import { describePassage } from '#core/export/passage-state.ts'
import { markOn, sampleDocument } from './sample-document.ts'

const edited = markOn('No change of IL-10', { madeOn: 'No loss of IL-10' })
const onSample = markOn('Zinc reduced IL-6')
const gone = {
  ...onSample,
  selectors: {
    ...onSample.selectors,
    quote: { exact: 'Copper is kept in the spleen of owls', prefix: '', suffix: '' },
  },
}
const document = sampleDocument({ annotations: [edited, gone] })

it('a mark that was set aside is told without a passage, and as what the reader made of it', () => {
  const [start, words] = [onSample.selectors.position.start, 'Zinc has reduced IL-6']
  const aside = {
    ...onSample,
    setAside: onSample.created,
    selectors: {
      ...onSample.selectors,
      quote: { ...onSample.selectors.quote, exact: words },
      position: { start, end: start + words.length },
    },
  }
  const [placed] = placeAnnotations(sampleDocument({ annotations: [aside] }))
  expect(placed?.span).toBeNull()
  expect(placed === undefined ? null : describePassage(placed)).toContain('set aside as not the same')
})

it.each([
  ['Markdown', exportMarkdown],
  ['HTML', exportHtml],
  ['CSV', exportCsv],
])(
  'in %s a mark on edited words tells both, and one without a passage keeps its words and says why',
  (_format, write) => {
    const written = write(document)
    expect(written).toContain('No change of IL-10')
    expect(written).toContain('No loss of IL-10')
    expect(written).toContain('changed by an update')
    expect(written).toContain('Copper is kept in the spleen of owls')
    expect(written).toContain('not in the text any more: its words are gone')
  },
)
