import type { Contestant } from '../contestant.ts'

/** The page as it is without any marks: what scrolling and memory cost anyway. */
export const noMarks: Contestant = {
  shows: 'nothing',
  open: () => ({ paint: () => {}, add: () => {}, hit: () => [] }),
}
