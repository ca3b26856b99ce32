/** Elements in which words are never broken: symbols, addresses, code. */
const unbroken: ReadonlySet<string> = new Set(['CODE', 'KBD', 'SAMP', 'VAR', 'A', 'ABBR', 'SUB', 'SUP', 'math'])

export interface TextVisitor {
  /** Called for each text node that is not empty, in order, with whether its words may be broken at a line's end. */
  readonly text: (node: Text, breakable: boolean) => void
}

/** Goes once through everything below `parent`, in document order. */
export function walkText(parent: Node, visit: TextVisitor, breakable = true): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) {
      if ((node as Text).length > 0) visit.text(node as Text, breakable)
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      walkText(node, visit, breakable && !unbroken.has(node.nodeName))
    }
  }
}
