import { describe, expect, test } from 'vitest'
import { applyEdits, inverted, moveSpan, textOf, truthOf, unedited } from '../../bench/anchoring/edited-text.ts'
import { randomFrom } from '../../bench/anchoring/random.ts'
import { editWords } from '../../bench/anchoring/word-edits.ts'

const OLD = 'Cells were kept at rest.\nThey did not grow.\nThe medium was changed twice.'

const spanOf = (words: string, text = OLD) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const shown = (edited: ReturnType<typeof unedited>, words: string): string => {
  const truth = truthOf(edited, spanOf(words))
  return 'span' in truth ? textOf(edited).slice(truth.span.start, truth.span.end) : truth.kind
}

describe('the truth that the re-anchoring benchmark keeps', () => {
  test('follows words past edits before, in and after them', () => {
    const edited = applyEdits(unedited(OLD), [
      { ...spanOf('Cells'), text: 'All cells' },
      { ...spanOf('grow'), text: 'multiply' },
      { start: OLD.indexOf('not'), end: OLD.indexOf('not'), text: 'indeed ' },
    ])
    expect(textOf(edited)).toBe(
      'All cells were kept at rest.\nThey did indeed not multiply.\nThe medium was changed twice.',
    )
    expect(shown(edited, 'They did not grow.')).toBe('They did indeed not multiply.')
    expect(shown(edited, 'medium was')).toBe('medium was')
  })

  test('leaves out what was put in at an edge', () => {
    const { start, end } = spanOf('did not grow')
    const edited = applyEdits(unedited(OLD), [
      { start, end: start, text: 'indeed ' },
      { start: end, end, text: ' at all' },
    ])
    expect(shown(edited, 'did not grow')).toBe('did not grow')
  })

  test('knows words that are gone, and words of which a part is left', () => {
    const edited = applyEdits(unedited(OLD), [{ ...spanOf('They did not grow.\n'), text: '' }])
    expect(shown(edited, 'did not')).toBe('gone')
    expect(truthOf(edited, spanOf('rest.\nThey did not grow.'))).toEqual({
      kind: 'partly',
      span: spanOf('rest.', textOf(edited)),
    })
  })

  test('finds a moved paragraph, and calls a passage parted whose halves went apart', () => {
    const edited = moveSpan(unedited(OLD), spanOf('Cells were kept at rest.\n'), OLD.indexOf('The medium'))
    expect(textOf(edited)).toBe('They did not grow.\nCells were kept at rest.\nThe medium was changed twice.')
    expect(shown(edited, 'kept at rest')).toBe('kept at rest')
    expect(shown(edited, 'at rest.\nThey did')).toBe('parted')
  })

  test('goes the way back', () => {
    const edited = applyEdits(unedited(OLD), [
      { ...spanOf('twice'), text: 'two times' },
      { ...spanOf('They '), text: '' },
      { start: 0, end: 0, text: 'Methods. ' },
    ])
    const back = inverted(edited)
    expect(back.old).toBe(textOf(edited))
    expect(textOf(back)).toBe(OLD)
    const truth = truthOf(back, spanOf('changed two times', back.old))
    expect(truth).toEqual({ kind: 'here', span: spanOf('changed twice'), meaning: false })
  })

  test('says when an edit touched a word on which the meaning hangs', () => {
    const edited = applyEdits(unedited(OLD), [{ ...spanOf('not'), text: 'NOT', meaning: true }])
    expect(truthOf(edited, spanOf('did not grow'))).toMatchObject({ kind: 'here', meaning: true })
    expect(truthOf(edited, spanOf('medium'))).toMatchObject({ kind: 'here', meaning: false })
  })

  test('edits the same words for the same seed, and others for another', () => {
    const text = OLD.repeat(20)
    const edit = (seed: string): string => textOf(editWords(unedited(text), 0.1, randomFrom(seed)))
    expect(edit('a')).toBe(edit('a'))
    expect(edit('a')).not.toBe(edit('b'))
    expect(edit('a')).not.toBe(text)
  })
})
