/** The formats in which citations go to other programs. */
export const citationFormatNames = ['bibtex', 'csljson'] as const
export type CitationFormat = (typeof citationFormatNames)[number]

export const isCitationFormat = (name: string): name is CitationFormat =>
  citationFormatNames.some(format => format === name)
