/** A frame at 60 Hz, in milliseconds. */
const FRAME = 16

/** To be measured. */
const PER_CHARACTER = 0.00003
const PER_PASSAGE = 0.05

/** How long it takes to find passages that no longer stand in place, in milliseconds: the text's index, and each of them. */
const anchoringTime = (textLength: number, passages: number): number =>
  passages === 0 ? 0 : textLength * PER_CHARACTER + passages * PER_PASSAGE

export const fitsInAFrame = (textLength: number, passages: number): boolean =>
  anchoringTime(textLength, passages) <= FRAME

/** How many passages can be found within a frame; at least one. */
export const passagesInAFrame = (textLength: number): number =>
  Math.max(1, Math.floor((FRAME - textLength * PER_CHARACTER) / PER_PASSAGE))
