import { caseOf } from './case.ts'
import type { AnchoringCase, CaseSet, Family, Source } from './case.ts'
import { inverted, unedited } from './edited-text.ts'
import type { EditedText } from './edited-text.ts'
import { choosePassages } from './passages.ts'
import type { Random } from './random.ts'
import { declarationIn, englishSources } from './sources.ts'
import { addedSentences } from './added-sentences.ts'
import { asMarkdown, asPdf, inOtherUnicode, withOtherBlocks } from './format-edits.ts'
import type { Format } from './format-edits.ts'
import { languages } from './languages.ts'
import { articleOf, headingsOf } from './article-text.ts'
import { deleteSentences, insertSentences, moveParagraphs } from './structure-edits.ts'
import type { LooseWords } from './word-edits.ts'
import { editWords } from './word-edits.ts'

/** Annotations on one copy of an article. */
const PASSAGES = 60

type Change = (edited: EditedText, random: Random) => EditedText

/** A family that does the same kind of change to several copies of each source. */
const familyOf = (name: string, sources: () => readonly Source[], copies: number, change: Change): Family => ({
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

const declarations = (): Source[] => Object.keys(languages).map(declarationIn)

/** The same change in each language, with that language's loose words. */
const inEachLanguage = (
  name: string,
  copies: number,
  change: (edited: EditedText, random: Random, loose: LooseWords) => EditedText,
): Family => {
  const each = Object.entries(languages).map(([code, loose]) =>
    familyOf(
      name,
      () => [declarationIn(code)],
      copies,
      (edited, random) => change(edited, random, loose),
    ),
  )
  return { name, cases: (set, random) => each.flatMap(family => family.cases(set, random)) }
}

/** A family whose old text is in a format of its own, and whose new text is the plain one. */
const familyFrom = (name: string, sources: () => readonly Source[], copies: number, format: Format): Family => ({
  name,
  cases: (set, random) =>
    sources().flatMap(({ name: source, article }) =>
      Array.from({ length: copies }, (_, copy) => {
        const edited = inverted(format(unedited(article.text), random))
        const old = articleOf(edited.old, headingsOf(article))
        return caseOf(
          { family: name, set, name: `${source} ${copy + 1}` },
          old,
          choosePassages(old, PASSAGES, random),
          edited,
        )
      }),
    ),
})

const manySources = (): Source[] => [...englishSources(), ...declarations()]

export const languageFamilies: readonly Family[] = [
  inEachLanguage('other languages, 5 % of words', 3, (edited, random, loose) => editWords(edited, 0.05, random, loose)),
  familyOf('other languages, paragraphs moved', declarations, 1, (edited, random) => moveParagraphs(edited, 5, random)),
  familyOf('other languages, sentences deleted', declarations, 1, (edited, random) =>
    deleteSentences(edited, 0.3, random),
  ),
]

export const formatFamilies: readonly Family[] = [
  familyOf('HTML to PDF', englishSources, 3, asPdf),
  familyFrom('PDF to HTML', englishSources, 3, asPdf),
  familyOf('HTML to Markdown', englishSources, 3, asMarkdown),
  familyFrom('Markdown to HTML', englishSources, 3, asMarkdown),
  familyOf('other Unicode forms', manySources, 1, inOtherUnicode),
  familyFrom('from other Unicode forms', manySources, 1, inOtherUnicode),
  familyOf('other blocks and white space', manySources, 1, withOtherBlocks),
  familyOf('HTML to PDF and 5 % of words', englishSources, 3, (edited, random) =>
    asPdf(editWords(edited, 0.05, random), random),
  ),
]

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
