import type { CommandDeclaration, OptionDeclaration } from './command.ts'

/** Options that every verb takes. */
export const commonOptions: Readonly<Record<string, OptionDeclaration>> = {
  library: { type: 'string', value: 'DIR', about: 'use the library in this folder' },
  json: { type: 'boolean', about: 'print one JSON value' },
  help: { type: 'boolean', about: 'say what the command takes' },
}

const one = { minimum: 1, maximum: 1 }
const many = { minimum: 1, maximum: Number.POSITIVE_INFINITY }
const none = { minimum: 0, maximum: 0 }

/** Every verb, in the order in which the help lists them. The code of a verb is loaded when it is run. */
export const commands: readonly CommandDeclaration[] = [
  {
    verb: 'import',
    summary: 'bring articles, folders of them, pages by their address, or marks of other programs into the library',
    operands: 'PATH|URL…',
    ...many,
    options: {
      update: {
        type: 'string',
        value: 'ID',
        about: 'put the file in the place of this article, of which it is a newer copy',
      },
      again: {
        type: 'boolean',
        about: 'read articles of the library, named by their ids, again from the files that they came from',
      },
      beside: { type: 'boolean', about: 'bring newer copies in as articles of their own, without a warning' },
      quiet: { type: 'boolean', about: 'tell nothing on standard error but failures' },
    },
    load: () => import('./commands/import.ts'),
  },
  {
    verb: 'waiting',
    summary: 'list the marks of other programs whose articles are not in the library',
    operands: '',
    ...none,
    options: {
      attach: { type: 'string', value: 'TITLE', about: 'put the marks under this title on an article; needs --to' },
      to: { type: 'string', value: 'ID', about: 'with --attach: the article' },
      remove: { type: 'string', value: 'TITLE', about: 'remove the marks under this title' },
    },
    load: () => import('./commands/waiting.ts'),
  },
  {
    verb: 'list',
    summary: 'list the documents',
    operands: '',
    ...none,
    options: {},
    load: () => import('./commands/list.ts'),
  },
  {
    verb: 'trash',
    summary: 'list the trash, move articles there, bring one back, or empty it',
    operands: '[ID…]',
    minimum: 0,
    maximum: Number.POSITIVE_INFINITY,
    options: {
      'bring-back': { type: 'string', value: 'NAME', about: 'put this article of the trash back into the library' },
      empty: { type: 'boolean', about: 'delete for good all that is in the trash' },
    },
    load: () => import('./commands/trash.ts'),
  },
  {
    verb: 'show',
    summary: "print an article's text",
    operands: 'ID',
    ...one,
    options: { html: { type: 'boolean', about: 'print its content as HTML instead' } },
    load: () => import('./commands/show.ts'),
  },
  {
    verb: 'mechanisms',
    summary: 'print the mechanism cards, effects, entities and study of a document or of a file, or the effects of all',
    operands: 'ID|PATH|--all',
    minimum: 0,
    maximum: 1,
    options: {
      again: { type: 'boolean', about: 'look through the document again, and keep what is found' },
      all: { type: 'boolean', about: 'print what all documents say, grouped by what is acted on' },
      entity: { type: 'string', value: 'NAME', about: 'with --all: only what this is named in, by any synonym' },
    },
    load: () => import('./commands/mechanisms.ts'),
  },
  {
    verb: 'names',
    summary: "list, add or remove the reader's own names of entities, which count in every article",
    operands: '',
    ...none,
    options: {
      add: { type: 'string', value: 'NAME', about: 'add this name, or change it; needs --type' },
      type: {
        type: 'string',
        value: 'T',
        about: 'gene-or-protein, chemical, cell, tissue, process, disease, symptom or organism',
      },
      synonym: {
        type: 'string',
        multiple: true,
        value: 'S',
        about: 'another way to write it; may be given more than once',
      },
      remove: { type: 'string', value: 'NAME', about: 'remove this name' },
    },
    load: () => import('./commands/names.ts'),
  },
  {
    verb: 'effects',
    summary: 'find effects in plain texts, for evaluation',
    operands: 'FILE.json',
    ...one,
    options: {},
    load: () => import('./commands/effects.ts'),
  },
  {
    verb: 'annotate',
    summary: 'highlight a passage, found by its words',
    operands: 'ID',
    ...one,
    options: {
      quote: { type: 'string', value: 'Q', about: 'the words to highlight, as the article has them' },
      prefix: { type: 'string', value: 'P', about: 'what stands right before them' },
      suffix: { type: 'string', value: 'S', about: 'what follows right after them' },
      color: { type: 'string', value: 'C', about: 'yellow, green, blue, pink, orange or purple' },
      note: { type: 'string', value: 'N', about: 'a note, in Markdown' },
      tag: { type: 'string', multiple: true, value: 'T', about: 'a tag; may be given more than once' },
    },
    load: () => import('./commands/annotate.ts'),
  },
  {
    verb: 'anchor',
    summary: 'find the passages of selectors in plain texts, for evaluation',
    operands: 'FILE.json',
    ...one,
    options: {},
    load: () => import('./commands/anchor.ts'),
  },
  {
    verb: 'annotations',
    summary: 'print the annotations of a document',
    operands: 'ID',
    ...one,
    options: {},
    load: () => import('./commands/annotations.ts'),
  },
  {
    verb: 'report',
    summary: "print what an article's last update did to its marks and cards",
    operands: 'ID',
    ...one,
    options: {},
    load: () => import('./commands/report.ts'),
  },
  {
    verb: 'undo-update',
    summary: 'read an article again as it was before its last update',
    operands: 'ID',
    ...one,
    options: {},
    load: () => import('./commands/undo-update.ts'),
  },
  {
    verb: 'search',
    summary: 'search titles, texts, notes and cards of all documents',
    operands: 'QUERY…',
    ...many,
    options: {
      limit: { type: 'string', value: 'N', about: 'at most so many documents; 30 when not given' },
    },
    load: () => import('./commands/search.ts'),
  },
  {
    verb: 'export',
    summary: 'write notes, cards and evidence to files',
    operands: 'ID|--all',
    minimum: 0,
    maximum: 1,
    options: {
      all: { type: 'boolean', about: 'export every document' },
      format: { type: 'string', value: 'F', about: 'md, jsonld, csv, html, bibtex or csljson; md when not given' },
      out: { type: 'string', value: 'DIR', about: 'write into this folder; the current one when not given' },
    },
    load: () => import('./commands/export.ts'),
  },
  {
    verb: 'cite',
    summary: 'print how a document is cited, or correct what its source says of it',
    operands: 'ID',
    ...one,
    options: {
      set: {
        type: 'string',
        multiple: true,
        value: 'FIELD=VALUE',
        about: 'correct a field; nothing after the sign says that there is none; may be given more than once',
      },
      unset: { type: 'string', multiple: true, value: 'FIELD', about: 'what the source says counts again' },
      format: { type: 'string', value: 'F', about: 'text, bibtex or csl; text when not given' },
    },
    load: () => import('./commands/cite.ts'),
  },
  {
    verb: 'backups',
    summary: 'list the backups of notes, cards and names, or make one',
    operands: '',
    ...none,
    options: { make: { type: 'boolean', about: 'make one now, unless nothing has changed since the last' } },
    load: () => import('./commands/backups.ts'),
  },
  {
    verb: 'restore',
    summary: 'take notes, cards and names back to what a backup holds',
    operands: 'BACKUP',
    ...one,
    options: {
      document: { type: 'string', value: 'ID', about: 'only of this document' },
      'dry-run': { type: 'boolean', about: 'say what would change, and change nothing' },
      'remove-newer': { type: 'boolean', about: 'remove what was made since the backup; without it that stays' },
    },
    load: () => import('./commands/restore.ts'),
  },
  {
    verb: 'unite',
    summary: 'bring in the notes, cards and articles of another copy of the library',
    operands: 'DIR',
    ...one,
    options: {},
    load: () => import('./commands/unite.ts'),
  },
  {
    verb: 'check',
    summary: 'verify every file of the library',
    operands: '',
    ...none,
    options: { repair: { type: 'boolean', about: 'set damaged files aside and restore what can be restored' } },
    load: () => import('./commands/check.ts'),
  },
]
