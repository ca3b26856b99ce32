/** A frame at 60 Hz, in milliseconds. */
const FRAME = 16

/**
 * What `anchorAll` takes, in milliseconds: for each character of the text, to fold and index it, and for each passage that
 * is not in place, when the text around it was edited. Measured as processor time on Node 20, on a machine that was busy,
 * with prose of 50 thousand to 3 million characters of which 5 per cent of the words were changed: 310 ms for the index of
 * 3 million and one passage, 1.8 to 2 ms for each further one.
 */
const PER_CHARACTER = 0.000_1
const PER_PASSAGE = 2

/** Whether passages that no longer stand in place can be found before the next frame is due. */
export const fitsInAFrame = (textLength: number, passages: number): boolean =>
  textLength * PER_CHARACTER + passages * PER_PASSAGE <= FRAME

/**
 * How many passages are found at once where the window has to do it itself. Each slice indexes the text again, so that it
 * is worth as many passages as that takes.
 */
export const passagesInASlice = (textLength: number): number =>
  Math.ceil(Math.max(FRAME, textLength * PER_CHARACTER) / PER_PASSAGE)
