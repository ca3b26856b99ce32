import type { ForeignMark } from './foreign-mark.ts'

/** Where a mark stands by its own program's count, in words: `page 12, location 123-125, “Results”`. Empty when it does not say. */
export const describePlace = ({ place }: Pick<ForeignMark, 'place'>): string =>
  [
    place?.page === undefined ? '' : `page ${place.page}`,
    place?.location === undefined ? '' : `location ${place.location}`,
    place?.progression === undefined ? '' : `${Math.round(place.progression * 100)} %`,
    place?.chapter === undefined ? '' : `“${place.chapter}”`,
  ]
    .filter(part => part !== '')
    .join(', ')

/** The programs by their names. */
export const programNames: Readonly<Record<ForeignMark['program'], string>> = {
  hypothesis: 'Hypothesis',
  readwise: 'Readwise',
  kindle: 'Kindle',
  koreader: 'KOReader',
  readium: 'Readium',
  'web-annotation': 'a file of annotations',
  pathmark: 'Pathmark',
}

const kinds: Readonly<Record<ForeignMark['kind'], string>> = {
  highlight: 'Highlight',
  note: 'Note',
  bookmark: 'Bookmark',
  'page-note': 'Note',
}

/** A mark without words, as it stands in a page note: what it says, and below it where it came from. Markdown. */
export const wordlessMark = (mark: ForeignMark): string => {
  const place = describePlace(mark)
  const from = [
    mark.note === '' ? kinds[mark.kind] : '',
    place,
    mark.tags.map(tag => `#${tag.replaceAll(' ', '-')}`).join(' '),
    programNames[mark.program],
    mark.by ?? '',
    mark.created?.slice(0, 10) ?? mark.dated ?? '',
  ].filter(part => part !== '')
  return [mark.note.trim(), `*${from.join(' · ').replaceAll('*', '')}*`].filter(part => part !== '').join('\n\n')
}
