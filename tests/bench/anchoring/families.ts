import { caseOf } from './case.ts'
import type { AnchoringCase, CaseSet, Family, Source } from './case.ts'
import { unedited } from './edited-text.ts'
import type { EditedText } from './edited-text.ts'
import { choosePassages } from './passages.ts'
import type { Random } from './random.ts'
import { englishSources } from './sources.ts'
import { addedSentences } from './added-sentences.ts'
import { deleteSentences, insertSentences, moveParagraphs } from './structure-edits.ts'
import { editWords } from './word-edits.ts'

/** Annotations on one copy of an article. */
const PASSAGES = 60

type Change = (edited: EditedText, random: Random) => EditedText

/** A family that does the same kind of change to several copies of each source. */
export const familyOf = (name: string, sources: () => readonly Source[], copies: number, change: Change): Family => ({
  name,
  cases: (set: CaseSet, random: Random): AnchoringCase[] =>
    sources().flatMap(({ name: source, article }) =>
      Array.from({ length: copies }, (_, copy) => {
        const spans = choosePassages(article, PASSAGES, random)
        return caseOf(
          { family: name, set, name: `${source} ${copy + 1}` },
          article,
          spans,
          change(unedited(article.text), random),
        )
      }),
    ),
})

const insert: Change = (edited, random) => insertSentences(edited, random.sample(addedSentences, 12), random)

export const editFamilies: readonly Family[] = [
  familyOf('unedited', englishSources, 1, edited => edited),
  familyOf('1 % of words', englishSources, 4, (edited, random) => editWords(edited, 0.01, random)),
  familyOf('5 % of words', englishSources, 6, (edited, random) => editWords(edited, 0.05, random)),
  familyOf('10 % of words', englishSources, 4, (edited, random) => editWords(edited, 0.1, random)),
  familyOf('paragraphs moved', englishSources, 3, (edited, random) => moveParagraphs(edited, 5, random)),
  familyOf('sentences deleted', englishSources, 4, (edited, random) => deleteSentences(edited, 0.3, random)),
  familyOf('sentences inserted', englishSources, 3, insert),
  familyOf('all at once', englishSources, 4, (edited, random) =>
    editWords(insert(deleteSentences(moveParagraphs(edited, 3, random), 0.1, random), random), 0.05, random),
  ),
]
