import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'
import { assetNameSchema } from './asset.ts'

/** The version of `article.json` that this program writes. */
export const ARTICLE_FORMAT = 3

/** What kind of work an article is, as far as a citation of it differs. */
export const articleTypes = [
  'article',
  'preprint',
  'book',
  'chapter',
  'conference-paper',
  'report',
  'thesis',
  'dataset',
  'webpage',
] as const
export type ArticleType = (typeof articleTypes)[number]

const spanFields = { start: offsetSchema, end: offsetSchema }

/** What is known about an article apart from its content. Absent means that the source does not say. */
const articleMetadataSchema = v.object({
  title: v.string(),
  subtitle: v.optional(v.string()),
  authors: v.array(v.string()),
  /**
   * How the source divides names of `authors`, for those that it divides; `author` is the name as it stands there. One without
   * `given` is a single name, such as a group's.
   */
  names: v.optional(
    v.array(
      v.object({
        author: v.string(),
        family: v.string(),
        given: v.optional(v.string()),
        suffix: v.optional(v.string()),
      }),
    ),
  ),
  /** What kind of work it is, where the source says so. */
  type: v.optional(v.picklist(articleTypes)),
  /** Who published it, as a reader would cite it: the journal where there is one, otherwise the publisher or the site. */
  publisher: v.optional(v.string()),
  /** What it is a part of: the journal, or the book of a chapter. */
  journal: v.optional(v.string()),
  volume: v.optional(v.string()),
  issue: v.optional(v.string()),
  /** First and last page with a hyphen between (`12-18`), or the number that stands for them (`e1234`). */
  pages: v.optional(v.string()),
  issn: v.optional(v.string()),
  isbn: v.optional(v.string()),
  /** Address of the original page, http or https. */
  address: v.optional(v.string()),
  /** Where its authors work, each place with those of `authors` that it is said of; none when the source does not say whose it is. */
  affiliations: v.optional(v.array(v.object({ name: v.string(), authors: v.array(v.string()) }))),
  /** Digital object identifier, without an address before it: `10.1000/182`. */
  doi: v.optional(v.string()),
  /** Number in PubMed. */
  pmid: v.optional(v.string()),
  /** Number in PubMed Central, with `PMC` before it. */
  pmcid: v.optional(v.string()),
  /** The series that a book is part of, with its number there: `Nerves, 2`. */
  series: v.optional(v.string()),
  /** What the publisher says of a book. */
  description: v.optional(v.string()),
  /** Address of the licence, or its words. */
  licence: v.optional(v.string()),
  /** ISO 8601 date, as exact as the source is. */
  published: v.optional(v.string()),
  updated: v.optional(v.string()),
  /** BCP 47 tag. */
  language: v.string(),
  keywords: v.array(v.string()),
  /** Remarks on the source that a reader should see beside the evidence, a sentence or two each. */
  sourceNotes: v.array(v.string()),
})
export type ArticleMetadata = v.InferOutput<typeof articleMetadataSchema>

const blockKinds = [
  'heading',
  'paragraph',
  'list-item',
  'table-cell',
  'caption',
  'quotation',
  'preformatted',
  'term',
  'definition',
] as const
export type BlockKind = (typeof blockKinds)[number]

/**
 * A leaf of the article's structure: the smallest element that holds running text.
 * The article's text is its blocks' texts in order, joined by one line feed, or by one tab between the cells of a table row.
 * In `article.html` the block's element carries `data-block="<id>"`.
 */
const blockSchema = v.object({
  id: v.string(),
  kind: v.picklist(blockKinds),
  /** Id of the section the block belongs to. */
  section: v.string(),
  /** 1 to 6 for a heading, otherwise absent. */
  level: v.optional(v.number()),
  ...spanFields,
})
export type Block = v.InferOutput<typeof blockSchema>

/**
 * A heading and all that follows up to the next heading of the same or a higher rank.
 * The first section (`s0`, level 0, parent null, empty title) spans the whole article and holds what stands before any heading.
 */
const sectionSchema = v.object({
  id: v.string(),
  level: v.number(),
  title: v.string(),
  parent: v.nullable(v.string()),
  ...spanFields,
})
export type Section = v.InferOutput<typeof sectionSchema>

export const articleFormats = ['html', 'markdown', 'text', 'jats', 'epub', 'pdf', 'mhtml'] as const

/** Where a file came from that was fetched, or was copied from a page. */
const originSchema = v.object({
  /** The address as it was asked for. */
  asked: v.string(),
  /** The one that answered, by which addresses in the page are completed. */
  address: v.string(),
  /** The character set that the server named. */
  encoding: v.optional(v.string()),
})
export type Origin = v.InferOutput<typeof originSchema>

/** Where an article came from: what was imported, when, by which program version. */
const provenanceSchema = v.object({
  /** How the original was recognised, by its content. */
  format: v.picklist(articleFormats),
  /** File name of the original as it came in, without folders. */
  fileName: v.string(),
  /** Name of the kept original inside the document folder. */
  sourceFile: v.string(),
  /** SHA-256 of the original bytes, lower-case hexadecimal. */
  sourceHash: v.string(),
  /** Absent for what came from a file. */
  origin: v.optional(originSchema),
  imported: v.string(),
  importer: v.string(),
  warnings: v.array(v.string()),
})
export type Provenance = v.InferOutput<typeof provenanceSchema>

/** The canonical article, as `article.json` holds it. Its content stands beside it in `article.html`. */
export const articleSchema = v.object({
  format: v.literal(ARTICLE_FORMAT),
  id: v.string(),
  metadata: articleMetadataSchema,
  provenance: provenanceSchema,
  /** The characters in reading order; every offset in the program counts UTF-16 units of it. */
  text: v.string(),
  sections: v.array(sectionSchema),
  blocks: v.array(blockSchema),
  /** The pictures in the document's `assets` folder, each once; absent when there are none. */
  assets: v.optional(
    v.array(
      v.object({
        name: assetNameSchema,
        /** How the source names one that lies outside of it, by which it is found again when the source is read anew. */
        from: v.optional(v.array(v.string())),
      }),
    ),
  ),
  /** Name of the picture that stands for the article in a list. */
  cover: v.optional(assetNameSchema),
  /** SHA-256 of `text` and of `article.html`, lower-case hexadecimal. */
  textHash: v.string(),
  htmlHash: v.string(),
  words: v.number(),
})
export type Article = v.InferOutput<typeof articleSchema>

/** The part of an article that text work needs: anchoring, extraction, search. */
export type ArticleText = Pick<Article, 'text' | 'sections' | 'blocks'>
