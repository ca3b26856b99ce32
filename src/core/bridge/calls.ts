import * as v from 'valibot'
import { annotationSchema, pageNoteSchema } from '../annotation/annotation.ts'
import { citationRecordSchema } from '../annotation/citation-record.ts'
import type { CitationRecord } from '../annotation/citation-record.ts'
import type { Annotation, PageNote } from '../annotation/annotation.ts'
import { shelfChangeSchema } from '../annotation/shelf.ts'
import type { Article } from '../article/article.ts'
import { documentIdSchema, readingPositionSchema } from '../article/document-entry.ts'
import type { PackedLayout } from '../article/packed-layout.ts'
import type { DocumentEntry } from '../article/document-entry.ts'
import type { AcrossGraph } from '../mechanism/across/across-graph.ts'
import type { AcrossGroups } from '../mechanism/across/across-groups.ts'
import type { AcrossStatement } from '../mechanism/across/across-statements.ts'
import { acrossQuerySchema } from '../mechanism/across/across-query.ts'
import type { GlossaryEntry } from '../mechanism/entities/lexicon.ts'
import { effectDecisionSchema } from '../mechanism/corrections/effect-decision.ts'
import type { EffectDecision } from '../mechanism/corrections/effect-decision.ts'
import type { MarksReport, WorkReport } from '../foreign-marks/marks-report.ts'
import { ownNameSchema } from '../mechanism/corrections/own-name.ts'
import type { OwnName } from '../mechanism/corrections/own-name.ts'
import type { Finding } from '../mechanism/finding.ts'
import { citationFormatNames } from '../export/citation-format.ts'
import type { Extraction } from '../mechanism/mechanism.ts'
import type { WrittenName } from '../mechanism/entities/written-names.ts'
import { readerCardSchema } from '../mechanism/cards/reader-card.ts'
import type { ReaderCard } from '../mechanism/cards/reader-card.ts'
import type { UpdateReport } from '../revision/update-report.ts'
import { offsetSchema } from '../text/span.ts'
import { draftSchema } from './drafts.ts'
import type { KeptDrafts } from './drafts.ts'
import { LARGEST_LIMITS, USUAL_LIMITS } from './payload-limits.ts'
import type { PayloadLimits } from './payload-limits.ts'
import { backupIdSchema } from './backups.ts'
import { libraryTokenSchema } from './libraries.ts'
import type { ChosenLibrary, KnownLibrary } from './libraries.ts'
import type { BackupList, MadeBackup, RestoreOutcome, RestorePlan } from './backups.ts'
import type { SearchAnswer } from '../search/search-answer.ts'
import { settingsSchema } from './settings.ts'
import type { Settings } from './settings.ts'

/** The window's view of the library that is open. */
export interface LibraryState {
  readonly path: string
  /** Address below which a document's `cover` is found, after its id and a slash; good until the page is loaded anew. */
  readonly covers: string
  readonly writable: boolean
  /** Why it can only be read, in one line; null when it can be written. */
  readonly readOnlyReason: string | null
  /** What was found amiss so far and what was done about it, a line each. */
  readonly warnings: readonly string[]
  /** The newest documents and the one that was open last; `library.documents` has all. */
  readonly documents: readonly DocumentEntry[]
  /** How many there are. */
  readonly total: number
}

/** A part of the library's list, in the order in which the documents were added. */
export interface DocumentPage {
  readonly documents: readonly DocumentEntry[]
  /** How many there are in all. */
  readonly total: number
}

/** What has become different in the library's list. */
export interface DocumentChanges {
  /** Documents that are new or listed otherwise than before. */
  readonly changed: readonly DocumentEntry[]
  /** Ids of those that are gone. */
  readonly removed: readonly string[]
  readonly total: number
}

/** What was found in one article, what the reader made of it, and how far the search is. Deleted records are included. */
export interface OpenedMechanisms {
  readonly found: Extraction
  readonly cards: readonly ReaderCard[]
  readonly effectDecisions: readonly EffectDecision[]
  readonly finding: Finding
}

/** All that the window needs to show one article but its mechanisms, which are most of a long one and come after. */
export interface OpenedArticle {
  readonly article: Article
  /** Content of `article.html`; it is sanitised again before it is shown. */
  readonly html: string
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  /** What the reader corrected in the article's metadata; absent or null when nothing. */
  readonly citation?: CitationRecord | null
  readonly entry: DocumentEntry
  readonly glossary: readonly GlossaryEntry[]
  /** The last update, until the reader has done with its report or taken it back; null when there is none. */
  readonly update: UpdateReport | null
  /** Address below which its pictures and fonts are found, each by its name; good until another article is opened. */
  readonly resources: string
}

/** A document that can be shown as its pages. */
export interface OpenedPages {
  /** Names the file in the calls that read and close it. */
  readonly source: string
  readonly layout: PackedLayout
  /** Hash of the text that the layout is of. */
  readonly textHash: string
  /** Length of the kept file in bytes. */
  readonly length: number
}

/** What the reader wrote on one article. */
export interface StoredNotes {
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  readonly citation?: CitationRecord | null
}

/** A file that looks like a newer copy of an article that is in the library; it waits for the reader's word. */
export interface NewerCopy {
  /** Names the file in the calls that decide about it; known to this window only. */
  readonly offer: string
  /** Without folders. */
  readonly fileName: string
  /** The article that it is a copy of. */
  readonly id: string
  readonly title: string
}

/** An article in the trash, by its name there. */
export interface TrashItem {
  readonly name: string
  readonly title: string
  readonly authors: readonly string[]
  /** Since when: ISO 8601, UTC. */
  readonly trashed: string
  readonly annotations: number
}

/** What became of several articles: names or ids of those that were moved, and a line for each that could not be. */
export interface MoveOutcome {
  readonly done: readonly string[]
  readonly failures: readonly string[]
}

/** What became of a change to collections and tags. */
export interface ShelfOutcome {
  /** Documents that say something else now. */
  readonly changed: readonly string[]
  /** A line for each that could not be changed. */
  readonly failures: readonly string[]
}

export interface ImportSummary {
  /** Of what was added or was there already. */
  readonly ids: readonly string[]
  /** Those of `ids` that were there already. */
  readonly duplicates: readonly { readonly id: string; readonly title: string }[]
  /** What was not imported and why, a line each. */
  readonly failures: readonly string[]
  /** Names those that failed in the call that tries them again; null when there are none. */
  readonly again: string | null
  /** What was passed over in folders, a line each. */
  readonly remarks: readonly string[]
  readonly newer: readonly NewerCopy[]
  /** Of each file of marks that were made in another program, what became of them. */
  readonly marks: readonly MarksReport[]
  /** Of each article that such marks had waited for, what became of these. */
  readonly arrived: readonly WorkReport[]
  /** Files that were not imported, because the reader cancelled. */
  readonly cancelled: number
}

/** Marks of other programs that wait for one article. */
export interface WaitingTitle {
  /** Names them in the calls that decide about them. */
  readonly key: string
  readonly title: string
  readonly authors: readonly string[]
  /** The programs that they were made in. */
  readonly from: string
  readonly count: number
  /** The first of them, cut short for showing. */
  readonly marks: readonly {
    readonly id: string
    readonly quote: string
    readonly note: string
    readonly place: string
  }[]
}

export interface About {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** One line when the program runs on the fallback runtime, which gets no fixes; otherwise null. */
  readonly runtimeWarning: string | null
}

/** What the view of the whole library's mechanisms begins with. */
export interface AcrossOverview {
  /** Documents that state an effect, with their number of effects, in the order of the library. */
  readonly documents: readonly { readonly id: string; readonly title: string; readonly effects: number }[]
  readonly effects: number
  /** Documents whose mechanisms could not be read, a line each. */
  readonly failures: readonly string[]
}

/** What a search of the library begins with, once its index is up to date. */
export interface SearchState {
  /** Titles of documents of which not everything could be read. */
  readonly unreadable: readonly string[]
  /** Changed documents that the index does not have yet, because another program keeps it. */
  readonly missing: number
}

/** What a call may carry, and how often it may be under way at once. */
export interface CallLimits extends PayloadLimits {
  readonly atOnce: number
  /** Milliseconds for which it may not begin again after it was over; none when absent. */
  readonly rest?: number
}

interface CallDeclaration<Payload, Value> {
  readonly payload: v.GenericSchema<unknown, Payload>
  readonly limits: CallLimits
  /** Carries the type of the value; holds nothing at run time. */
  readonly value?: Value
}

const USUAL: CallLimits = { ...USUAL_LIMITS, atOnce: 16 }
/** A call that asks the reader something: one question at a time. */
const ASKS: CallLimits = { ...USUAL, atOnce: 1 }
/** A call that opens something outside of the window, and asks nobody: no faster than a reader could. */
const OPENS_OUTSIDE: CallLimits = { ...ASKS, rest: 1_000 }
/** An import, which may take long; another may be asked for meanwhile. */
const IMPORTS: CallLimits = { ...USUAL, atOnce: 4 }
/** A call that carries the reader's records. */
const CARRIES_RECORDS: CallLimits = { ...LARGEST_LIMITS, atOnce: 24 }
const CARRIES_TEXT: CallLimits = { ...USUAL, characters: 2_000_000, atOnce: 4 }

const declare =
  <Value>() =>
  <Payload>(
    payload: v.GenericSchema<unknown, Payload>,
    limits: CallLimits = USUAL,
  ): CallDeclaration<Payload, Value> => ({
    payload,
    limits,
  })

const nothing = v.undefined()
const documentIds = v.pipe(v.array(documentIdSchema), v.maxLength(10_000))
/** A call that names many documents. */
const MANY_NAMES: CallLimits = { ...USUAL, values: 12_000, characters: 1_000_000, atOnce: 4 }
const waitingKey = v.pipe(v.string(), v.maxLength(15_000))
const offer = v.pipe(v.string(), v.uuid())

/** Bytes of a document's file that one call may ask for. */
const LARGEST_PIECE = 1024 * 1024

/** Every call from the window to the main process. Both ends are derived from this table. */
export const calls = {
  /** Versions of the program and its runtime. */
  'app.about': declare<About>()(nothing),
  /** The names of the lexicon, for looking for passages; asked once, when the first one has to be looked for. */
  'lexicon.names': declare<readonly WrittenName[]>()(nothing),
  /** The open library and its documents. */
  'library.state': declare<LibraryState>()(nothing),
  /** A part of the list of documents, which may be long. */
  'library.documents': declare<DocumentPage>()(
    v.object({
      from: v.pipe(v.number(), v.integer(), v.minValue(0)),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000)),
    }),
  ),
  /** Makes a library in the folder that was asked for and is not there. */
  'library.create': declare<LibraryState>()(nothing),
  /** Opens the library once more, for one that could only be read because something was in the way. */
  'library.reopen': declare<LibraryState>()(nothing),
  /** The libraries that were open before, the one that was opened last first. */
  'libraries.list': declare<readonly KnownLibrary[]>()(nothing),
  /** Lets the reader choose a library's folder, or (`new`) an empty one for a new library; null when the reader cancelled. */
  'libraries.choose': declare<ChosenLibrary | null>()(v.object({ how: v.picklist(['open', 'new']) }), ASKS),
  /**
   * Opens another library in the window, whose page is then loaded anew: what is pending has to be saved before. When it fails, the
   * library that was open stays open.
   */
  'libraries.switch': declare<null>()(v.object({ library: libraryTokenSchema }), ASKS),
  /** Takes a library from the list; its folder is not touched. */
  'libraries.forget': declare<readonly KnownLibrary[]>()(v.object({ library: libraryTokenSchema })),
  /** Shows the document's folder in the system's file manager. */
  'library.reveal': declare<null>()(v.object({ id: documentIdSchema }), OPENS_OUTSIDE),
  /**
   * Imports files, or what is in folders, all but newer copies of articles that are there: those that the reader chooses now, or has dropped
   * on the window, opened with the program or copied. Copied words are imported as a page of their own, a copied address as below.
   */
  'library.import': declare<ImportSummary>()(
    v.object({ from: v.picklist(['files', 'folder', 'dropped', 'opened', 'clipboard']) }),
    IMPORTS,
  ),
  /** Asks the reader whether the page at an address may be fetched, and imports it with its pictures. */
  'library.import-address': declare<ImportSummary>()(
    v.object({ address: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)) }),
    ASKS,
  ),
  /** Tries those once more that failed in an import. */
  'library.import-again': declare<ImportSummary>()(v.object({ token: offer }), IMPORTS),
  /** Imports a newer copy as an article of its own after all. */
  'library.import-beside': declare<ImportSummary>()(v.object({ offer }), ASKS),
  /** Stops the imports that are under way; they answer as cancelled. What was imported before stays. */
  'library.cancel-import': declare<null>()(nothing),
  /** The marks of other programs that wait for their articles, by title. */
  'marks.waiting': declare<readonly WaitingTitle[]>()(nothing),
  /** Puts what waits under a title on an article that the reader chose. */
  'marks.attach': declare<WorkReport>()(v.object({ key: waitingKey, document: documentIdSchema })),
  /** Removes what waits under a title, and brings it back; answered with what waits then. */
  'marks.remove': declare<readonly WaitingTitle[]>()(v.object({ key: waitingKey })),
  'marks.restore': declare<readonly WaitingTitle[]>()(v.object({ key: waitingKey })),
  /** The article that was open last, or else the newest one: what a start shows. Null in an empty library. */
  'article.last': declare<OpenedArticle | null>()(nothing),
  /** One article with the reader's notes. */
  'article.open': declare<OpenedArticle>()(v.object({ id: documentIdSchema })),
  /**
   * Puts a newer copy in an article's place, and every mark and card back on its passage. Without an offer the reader
   * chooses the file; null when the reader cancelled.
   */
  'article.update': declare<OpenedArticle | null>()(v.object({ id: documentIdSchema, offer: v.optional(offer) }), ASKS),
  /** Reads the file that an article came from once more, which is an update unless it reads as before: null then. */
  'article.read-again': declare<OpenedArticle | null>()(v.object({ id: documentIdSchema }), IMPORTS),
  /** Takes the last update back: the version before is read again, with its marks where they were. */
  'article.undo-update': declare<OpenedArticle>()(v.object({ id: documentIdSchema })),
  /** Puts an update that was taken back in place again. */
  'article.redo-update': declare<OpenedArticle>()(v.object({ id: documentIdSchema })),
  /** The reader has done with the report of the last update; it is not shown again. */
  'article.close-report': declare<null>()(v.object({ id: documentIdSchema })),
  /** Looks whether another copy of the library has brought something to an article; `article.taken-in` tells. */
  'article.refresh': declare<null>()(v.object({ id: documentIdSchema })),
  /** Where the text of a document stands on its pages, and its kept file opened for `pages.read`, in place of the one before. */
  'pages.open': declare<OpenedPages>()(v.object({ id: documentIdSchema }), { ...USUAL, atOnce: 2 }),
  /** A piece of that file, for drawing its pages; shorter than asked for at its end. */
  'pages.read': declare<Uint8Array<ArrayBuffer>>()(
    v.object({
      source: offer,
      from: offsetSchema,
      length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_PIECE)),
    }),
    { ...USUAL, atOnce: 8 },
  ),
  /** The pages are not shown any more. */
  'pages.close': declare<null>()(v.object({ source: offer })),
  /** What is kept of the reader's notes on an article, deleted ones included. */
  'notes.read': declare<StoredNotes>()(v.object({ id: documentIdSchema })),
  /** Keeps annotations, the page note and corrections of the metadata, all or any; answered when they are on the disk. */
  'notes.save': declare<null>()(
    v.object({
      id: documentIdSchema,
      annotations: v.pipe(v.array(annotationSchema), v.maxLength(20_000)),
      pageNote: v.nullable(pageNoteSchema),
      citation: v.optional(v.nullable(citationRecordSchema)),
    }),
    CARRIES_RECORDS,
  ),
  /** Puts documents into collections or takes them out, likewise with tags; the ids of those that were changed, and failures. */
  'shelf.change': declare<ShelfOutcome>()(v.object({ ids: documentIds, change: shelfChangeSchema }), MANY_NAMES),
  /** What is in the trash, the last that came first. */
  'trash.list': declare<readonly TrashItem[]>()(nothing),
  /** Moves documents to the trash; answers with their names there. */
  'trash.move': declare<MoveOutcome>()(v.object({ ids: documentIds }), MANY_NAMES),
  /** Puts documents of the trash back into the library; answers with their ids. */
  'trash.restore': declare<MoveOutcome>()(v.object({ names: documentIds }), MANY_NAMES),
  /** Deletes for good what is named of the trash, or (null) all of it; answers with how many that were. */
  'trash.delete': declare<number>()(v.object({ names: v.nullable(documentIds) }), MANY_NAMES),
  /**
   * An article's mechanisms, asked for once it is on screen. When an older extractor, or one that did not know the reader's
   * names, found them, or nobody has looked yet, they are looked for; `mechanisms.finding` tells how that goes.
   */
  'mechanisms.open': declare<OpenedMechanisms>()(v.object({ id: documentIdSchema })),
  /** Looks for an article's mechanisms again; answered at once, `mechanisms.finding` tells the rest. */
  'mechanisms.find': declare<null>()(v.object({ id: documentIdSchema })),
  /** Stops looking; what was found before stays. */
  'mechanisms.cancel': declare<null>()(v.object({ id: documentIdSchema })),
  /** Keeps the reader's changes to cards and decisions on single effects; answered when they are on the disk. */
  'cards.save': declare<null>()(
    v.object({
      id: documentIdSchema,
      cards: v.pipe(v.array(readerCardSchema), v.maxLength(5_000)),
      effectDecisions: v.optional(v.pipe(v.array(effectDecisionSchema), v.maxLength(20_000))),
    }),
    CARRIES_RECORDS,
  ),
  /** The names that the reader gave, deleted ones included. */
  'names.list': declare<readonly OwnName[]>()(nothing),
  /** Keeps names: added, changed or deleted ones. They count in every article from then on; the open one is looked through again. */
  'names.save': declare<null>()(
    v.object({ names: v.pipe(v.array(ownNameSchema), v.maxLength(5_000)) }),
    CARRIES_RECORDS,
  ),
  /** Brings the index of the whole library's effects up to date; `across.progress` tells how far it is when that takes long. */
  'across.overview': declare<AcrossOverview>()(nothing),
  /** The library's effects in groups, as the index was when it was last brought up to date. */
  'across.groups': declare<AcrossGroups>()(acrossQuerySchema),
  /** What the articles say of one of those groups. */
  'across.statements': declare<readonly AcrossStatement[]>()(v.object({ query: acrossQuerySchema, group: v.string() })),
  /** The library's effects as a graph. */
  'across.graph': declare<AcrossGraph>()(acrossQuerySchema),
  /** What the articles say on some edges of that graph. */
  'across.edges': declare<readonly AcrossStatement[]>()(
    v.object({ query: acrossQuerySchema, edges: v.pipe(v.array(v.string()), v.maxLength(2_000)) }),
    { ...USUAL, values: 5_000, characters: 1_000_000 },
  ),
  /** Remembers where the reader stopped. */
  'position.save': declare<null>()(v.object({ id: documentIdSchema, position: readingPositionSchema })),
  /** The settings as they were left. */
  'settings.read': declare<Settings>()(nothing),
  /** Keeps the settings. */
  'settings.save': declare<null>()(settingsSchema),
  /** Asks where to and writes the article's export; null when the reader cancelled, otherwise the file's path. */
  'export.markdown': declare<string | null>()(v.object({ id: documentIdSchema }), ASKS),
  /** The article's citation as a file of that format holds it, for the clipboard. */
  'citation.write': declare<string>()(v.object({ id: documentIdSchema, format: v.picklist(citationFormatNames) })),
  /** Asks where to and writes the article's citation; null when the reader cancelled, otherwise the file's path. */
  'citation.export': declare<string | null>()(
    v.object({ id: documentIdSchema, format: v.picklist(citationFormatNames) }),
    ASKS,
  ),
  /** Puts plain text on the clipboard. */
  'clipboard.write': declare<null>()(v.object({ text: v.string() }), CARRIES_TEXT),
  /** Shows the address to the reader and, if agreed, opens it in the system's browser. */
  'link.open': declare<null>()(v.object({ address: v.pipe(v.string(), v.maxLength(4_096)) }), ASKS),
  /** What the reader has typed and not saved, kept apart from the library; `text` null when it is saved or given up. */
  'drafts.keep': declare<null>()(v.object({ drafts: v.pipe(v.array(draftSchema), v.maxLength(100)) }), CARRIES_RECORDS),
  /** What was typed and not saved before this page was loaded. */
  'drafts.read': declare<KeptDrafts>()(nothing),
  /** Answered when all drafts are on the disk: what the library refuses then outlasts the program's end. */
  'drafts.flush': declare<null>()(nothing),
  /** Asks where to and writes what the disk refused there, as Markdown; the file's name, or null when the reader cancelled. */
  'unsaved.export': declare<string | null>()(v.object({ text: v.string() }), { ...CARRIES_TEXT, atOnce: 1 }),
  /** The library's backups, newest first. */
  'backups.list': declare<BackupList>()(nothing),
  /** Makes a backup now; `unchanged` when nothing had changed since the last one, which then is the one that is named. */
  'backups.make': declare<MadeBackup>()(nothing, ASKS),
  /** What restoring a backup would change, in words. */
  'backups.compare': declare<RestorePlan>()(v.object({ id: backupIdSchema })),
  /**
   * Takes notes, cards and decisions of the documents (null: of all, and the reader's own names) back to a backup, after one
   * of what is there now was made. `backups.progress` tells how far it is.
   */
  'backups.restore': declare<RestoreOutcome>()(
    v.object({
      id: backupIdSchema,
      documents: v.nullable(v.pipe(v.array(documentIdSchema), v.maxLength(10_000))),
      removeNewer: v.boolean(),
    }),
    { ...ASKS, values: 12_000, characters: 700_000 },
  ),
  /** Brings the index of the search up to date; `search.progress` tells how far it is. Questions are answered meanwhile. */
  'search.begin': declare<SearchState>()(nothing),
  /** Searches titles, texts, notes and cards, of one document or of all. */
  'search.ask': declare<SearchAnswer>()(
    v.object({
      typed: v.pipe(v.string(), v.maxLength(500)),
      document: v.nullable(documentIdSchema),
      documents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      hits: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    }),
  ),
  /** The window has saved what was pending and may close. */
  'window.ready-to-close': declare<null>()(nothing),
} as const

export type CallName = keyof typeof calls
export type CallPayload<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['payload']>
export type CallValue<Name extends CallName> =
  (typeof calls)[Name] extends CallDeclaration<infer _Payload, infer Value> ? Value : never
