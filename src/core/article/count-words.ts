/**
 * A run of letters and digits, with the marks that hold parts of one word together: `nerve’s`, `IL-10`, `0.5`. Of a hundred thousand parts
 * at most: an expression that goes on for millions of them runs out of its stack.
 */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,‐‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*){0,100000}/gu

/** How many words a text has, for the reader's orientation; scripts without spaces are counted by their runs. */
export const countWords = (text: string): number => text.match(word)?.length ?? 0
