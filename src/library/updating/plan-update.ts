import { fromWebAnnotation, toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { NameOf } from '#core/mechanism/entities/name-of-word.ts'
import { carryAnnotations } from '#core/revision/carry-annotations.ts'
import { carryCards } from '#core/revision/carry-cards.ts'
import { carryEffectDecisions } from '#core/revision/carry-effect-decisions.ts'
import { carryPosition } from '#core/revision/carry-position.ts'
import { findPassagesIn } from '#core/revision/find-passages.ts'
import { heedReader } from '#core/revision/heed-reader.ts'
import { makeReport } from '#core/revision/make-report.ts'
import type { FoundMechanisms } from '../finding/finder.ts'
import type { ImportedDocument } from '../importing/import-document.ts'
import { FORMAT } from '../library-files.ts'
import type { Notes, Versions } from '../library-files.ts'
import { withFound } from '../merge-mechanisms.ts'
import type { Marks, VersionSwitch } from './switch-version.ts'

export const annotationsOf = ({ annotations }: Notes): Annotation[] =>
  annotations.map(record => fromWebAnnotation(record).annotation)

/** The notes with these annotations; records that did not change stay as they are, with fields that are not known here. */
export const withAnnotations = (notes: Notes, annotations: readonly Annotation[]): Notes => {
  const before = new Map(notes.annotations.map(record => [fromWebAnnotation(record).annotation.id, record]))
  return {
    ...notes,
    annotations: annotations.map(annotation => {
      const record = before.get(annotation.id)
      if (record !== undefined && record['pathmark:version'] === annotation.version) return record
      const {
        'pathmark:madeOn': _madeOn,
        'pathmark:keptOrphan': _keptOrphan,
        'pathmark:setAside': _setAside,
        ...rest
      } = record ?? {}
      return { ...rest, ...toWebAnnotation(annotation, notes.document) }
    }),
  }
}

export interface UpdateInput {
  readonly entry: DocumentEntry
  /** Null before the first update. */
  readonly versions: Versions | null
  readonly article: Article
  readonly marks: Marks
  /** The new copy; its article has the document's id. */
  readonly document: ImportedDocument
  readonly found: FoundMechanisms
  readonly nameOf: NameOf
  /** ISO 8601, UTC. */
  readonly now: string
}

const firstVersion = ({ provenance }: Article, { added }: DocumentEntry): Versions['versions'][number] => ({
  number: 1,
  replaced: null,
  added,
  fileName: provenance.fileName,
  sourceHash: provenance.sourceHash,
})

/** What it takes to put a new copy in an article's place: every mark, card and the reading position taken to its text. */
export const planUpdate = (input: UpdateInput): VersionSwitch => {
  const { entry, versions, article, marks, document, now } = input
  const { notes, mechanisms } = marks
  const { fileName, sourceHash } = document.article.provenance
  const find = findPassagesIn(document.article, { nameOf: input.nameOf })

  const all = annotationsOf(notes)
  const alive = all.filter(annotation => annotation.deleted === undefined)
  const found = find(alive.map(({ selectors }) => selectors))
  const verdicts = alive.flatMap((annotation, index) => {
    const verdict = found[index]
    return verdict === undefined ? [] : [heedReader(annotation, verdict)]
  })
  const carried = new Map(
    carryAnnotations(alive, document.article, verdicts, now).map(annotation => [annotation.id, annotation]),
  )
  const before = { article, found: mechanisms.found }
  const cards = carryCards(before, { article: document.article, found: input.found.found }, mechanisms.cards, find, now)
  const decisions = carryEffectDecisions(article, document.article, mechanisms.effectDecisions ?? [], find, now)

  const known = versions?.versions ?? [firstVersion(article, entry)]
  const from = versions?.current ?? 1
  const number = Math.max(...known.map(version => version.number)) + 1
  const report = makeReport({
    version: number,
    updated: now,
    fileName,
    annotations: alive.flatMap((annotation, index) => {
      const verdict = verdicts[index]
      return verdict === undefined ? [] : [{ annotation, verdict }]
    }),
    cards,
  })
  return {
    from,
    firstLeft: versions === null,
    left: marks,
    begun: {
      notes: withAnnotations(
        notes,
        all.map(annotation => carried.get(annotation.id) ?? annotation),
      ),
      mechanisms: {
        ...withFound(mechanisms, input.found),
        cards: cards.map(({ record }) => record),
        ...(decisions.length > 0 && { effectDecisions: decisions }),
      },
    },
    brought: { document, report },
    versions: {
      ...versions,
      format: FORMAT,
      current: number,
      placing: { position: carryPosition(article, document.article, entry.position, find) },
      reportOpen: true,
      undone: [],
      versions: [...known, { number, replaced: from, added: now, fileName, sourceHash }],
    },
  }
}
