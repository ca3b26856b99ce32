/**
 * Tags as they are kept: without the `#` that is often typed before them, inner white space single, none at the ends,
 * none empty, none twice, in the order given.
 */
export const cleanTags = (tags: readonly string[]): string[] => [
  ...new Set(
    tags
      .map(tag =>
        tag
          .replace(/^[\s#]+/u, '')
          .replace(/\s+/gu, ' ')
          .trim(),
      )
      .filter(tag => tag !== ''),
  ),
]
