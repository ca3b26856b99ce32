import type { Article } from '../article/article.ts'
import { blockAt } from '../article/locate.ts'
import type { Study } from '../mechanism/mechanism.ts'

/**
 * The words that say who took part: from the number of participants to the last of the groups that the same block names, so that a
 * reader can judge how the sentence counts them.
 */
export const studyQuote = (article: Pick<Article, 'text' | 'blocks'>, { participants, groups }: Study): string => {
  const block = blockAt(article, participants.passage.start)
  const near = [participants, ...groups].filter(({ passage }) => blockAt(article, passage.start) === block)
  const start = Math.min(...near.map(({ passage }) => passage.start))
  const end = Math.max(...near.map(({ passage }) => passage.end))
  return article.text.slice(start, end)
}
