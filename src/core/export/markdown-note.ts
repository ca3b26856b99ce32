import { containMarkdown } from './contain-markdown.ts'
import { quoteLines } from './escape-markdown.ts'

/** A reader's note in a box that both Obsidian and GitHub draw; its headings rank below the `under` of the heading above it. */
export const writeNote = (note: string, under: number): string => quoteLines(`[!NOTE]\n${containMarkdown(note, under)}`)
