/** Tags as they are kept: inner white space single, none at the ends, none empty, none twice, in the order given. */
export const cleanTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map(tag => tag.replace(/\s+/gu, ' ').trim()).filter(tag => tag !== '')),
]
