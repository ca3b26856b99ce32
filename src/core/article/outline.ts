import type { Section } from './article.ts'

/** A heading in the outline with the headings below it. */
export interface OutlineEntry {
  readonly section: Section
  readonly children: readonly OutlineEntry[]
}

/** The tree of an article's headings in reading order. The whole article itself (`s0`) is not in it. */
export const outlineOf = (sections: readonly Section[]): readonly OutlineEntry[] => {
  const childrenOf = new Map<string, OutlineEntry[]>()
  const top: OutlineEntry[] = []
  for (const section of sections) {
    const children: OutlineEntry[] = []
    childrenOf.set(section.id, children)
    if (section.parent === null) continue
    const siblings = section.parent === 's0' ? top : (childrenOf.get(section.parent) ?? top)
    siblings.push({ section, children })
  }
  return top
}
