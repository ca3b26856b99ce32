import fc from 'fast-check'

/** Texts of any characters there are, halves of a pair included. Quicker to set up than fast-check's own of all of Unicode. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 0x10_ff_ff }), { maxLength }).map(points => String.fromCodePoint(...points))
