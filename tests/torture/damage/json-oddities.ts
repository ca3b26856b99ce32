/** The files of a library that the oddities are made of. */
export type OddFile = 'notes' | 'index' | 'mechanisms' | 'names' | 'versions'

/** One odd thing that a JSON file may hold. */
export interface JsonOddity {
  readonly name: string
  readonly file: OddFile
  /** What the file then holds, from what it held before. */
  readonly make: (text: string) => string | Uint8Array
  /** What it then says is good by itself, as if a person had changed it: it counts, and nobody has to be told. */
  readonly isGood?: boolean
}

type Json = Record<string, unknown>

/** The fields of the file, without the checksum that would tell of every change. */
const fieldsOf = (text: string): Json => {
  const { checksum: _checksum, ...fields } = JSON.parse(text) as Json
  return fields
}

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The value with another one at the end of the path, whose parts have dots between. */
const withValue = (target: unknown, path: readonly string[], value: unknown): unknown => {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(target))
    return target.map((item, index) => (String(index) === first ? withValue(item, rest, value) : item))
  const fields = target as Json
  return { ...fields, [first]: withValue(fields[first], rest, value) }
}

const ABSENT = Symbol('absent')

const shown = (value: unknown): string => (value === ABSENT ? 'absent' : JSON.stringify(value).slice(0, 40))

/** Values that no field but one of their own type may have. */
const strange: readonly unknown[] = [null, ABSENT, -1, 1.5, '2', true, [], {}, [[]], { length: 1 }, 9e99]

/** For each file, fields and the strange values that they may well have. */
const fields: Readonly<Record<OddFile, Readonly<Record<string, readonly unknown[]>>>> = {
  notes: {
    format: ['2', 0, -1, 1.5, null, [2], true, '__proto__'],
    document: strange,
    annotations: [null, ABSENT, {}, 'none', 0, [null], [[]], ['x'], [{}], [1, 2]],
    pageNote: [
      'text',
      0,
      [],
      {},
      { value: 1 },
      { value: 'x', modified: 'y' },
      { value: 'x', modified: 'y', version: 0 },
    ],
    'annotations.0.id': strange,
    'annotations.0.type': ['Note', null, ABSENT],
    'annotations.0.created': [null, ABSENT, 0, {}],
    'annotations.0.pathmark:version': [0, -1, 1.5, '1', null, ABSENT],
    'annotations.0.target': [null, ABSENT, 'x', [], {}],
    'annotations.0.target.selector': [null, ABSENT, [], {}, [null], [{}, {}, {}, {}]],
    'annotations.0.target.selector.1.start': [-1, 1.5, '0', null, ABSENT],
    'annotations.0.target.styleClass': [[], ['highlight'], ['highlight', 'black'], 'highlight', null],
    'annotations.0.body': ['x', 0, [null], [{ purpose: 'commenting' }], [{ purpose: 'other', value: 'x' }]],
    'annotations.0.@context': [null, ABSENT, [], 'http://www.w3.org/ns/anno.jsonld'],
  },
  index: {
    format: ['2', 0, -1, 1.5, null, ABSENT, [2], {}],
    created: [null, ABSENT, 0, [], {}],
    documents: [null, ABSENT, {}, 'none', [null], [[]], [{}], ['x']],
    // A text may be another document's id: see below.
    'documents.0.id': strange.filter(value => typeof value !== 'string'),
    'documents.0.title': [null, ABSENT, 0, []],
    'documents.0.authors': [null, ABSENT, 'A. Author', [null], [0]],
    'documents.0.format': ['exe', null, ABSENT, 1],
    'documents.0.words': ['many', null, ABSENT],
    'documents.0.annotations': ['3', null, ABSENT],
    'documents.0.position': [null, ABSENT, 0, {}, { offset: -1, progress: 0 }, { offset: 0, progress: 2 }],
  },
  mechanisms: {
    format: ['2', 0, -1, 1.5, null, ABSENT],
    extractor: [null, ABSENT, 0, {}],
    found: [null, ABSENT, [], {}, 'nothing', { mechanisms: [], effects: [], entities: [] }],
    'found.mechanisms': [null, ABSENT, {}, [null], ['x']],
    'found.effects': [null, ABSENT, {}, [null], [{}]],
    'found.entities': [null, ABSENT, {}, [null], [{}]],
    cards: [null, ABSENT, {}, [null], [{}], 'x'],
    'cards.0.decision': ['maybe', null, ABSENT, 1],
    'cards.0.version': [0, 1.5, '1', null],
    'cards.0.content': [null, [], 'x', { title: 'x' }],
  },
  names: {
    format: ['2', 0, -1, 1.5, null, ABSENT],
    names: [null, ABSENT, {}, [null], [{}], 'x'],
    'names.0.id': [null, ABSENT, 'not a uuid', 0],
    'names.0.name': ['', ' ', null, ABSENT, 0, 'x'.repeat(201)],
    'names.0.type': ['animal', null, ABSENT],
    'names.0.synonyms': [null, ABSENT, 'x', [''], [0]],
    'names.0.version': [0, -1, 1.5, null],
  },
  versions: {
    format: ['2', 0, -1, 1.5, null, ABSENT],
    current: [0, -1, 1.5, '1', null, ABSENT, 99],
    placing: ['x', 0, [], {}, ABSENT],
    reportOpen: [null, ABSENT, 0, 'yes'],
    undone: [null, ABSENT, {}, ['1'], [0]],
    versions: [null, ABSENT, {}, [], [null], [{}]],
    'versions.0.number': [0, '1', null, ABSENT],
    'versions.0.replaced': [0, '1', ABSENT],
    'versions.0.sourceHash': [null, ABSENT, 0],
  },
}

const withField = (text: string, path: string, value: unknown): string =>
  // A field that is undefined is not written.
  written(withValue(fieldsOf(text), path.split('.'), value === ABSENT ? undefined : value))

const oddFields: readonly JsonOddity[] = Object.entries(fields).flatMap(([file, paths]) =>
  Object.entries(paths).flatMap(([path, values]) =>
    values.map(value => ({
      name: `${file}: ${path} is ${shown(value)}`,
      file: file as OddFile,
      make: (text: string) => withField(text, path, value),
    })),
  ),
)

type OddText = readonly [name: string, make: JsonOddity['make'], isGood?: boolean]

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

const NESTING = 100_000

/** Ways to write a file that have nothing to do with what is in it. */
const oddTexts: readonly OddText[] = [
  ['empty', () => ''],
  ['one blank', () => ' '],
  ['one line feed', () => '\n'],
  ['NUL bytes of its length', text => new Uint8Array(text.length)],
  ['a NUL byte at its end', text => `${text}\0`],
  ['a NUL byte at its beginning', text => `\0${text}`],
  ['a byte order mark before it', text => `\ufeff${text}`, true],
  ['two byte order marks before it', text => `\ufeff\ufeff${text}`],
  ['UTF-16', utf16],
  ['Latin-1', text => Buffer.from(text.replace('{', '{"é":1,'), 'latin1')],
  ['lines that end as on Windows', text => written(fieldsOf(text)).replaceAll('\n', '\r\n'), true],
  ['lines that end as on Windows and a checksum', text => text.replaceAll('\n', '\r\n')],
  ['white space around it', text => `\n\n  ${written(fieldsOf(text))}  \n\n`, true],
  ['all in one line', text => JSON.stringify(fieldsOf(text)), true],
  ['a comma too many in an object', text => written(fieldsOf(text)).replace(/\n\}\s*$/u, ',\n}\n')],
  ['a comma too many in a list', text => text.replace(']', ',]')],
  ['a comment before it', text => `// mine\n${text}`],
  ['a comment in it', text => text.replace('{', '{ /* mine */')],
  ['single quotation marks', text => text.replaceAll('"', "'")],
  ['names without quotation marks', text => text.replaceAll(/"(\w+)":/gu, '$1:')],
  ['twice the same', text => `${text}${text}`],
  ['a document after it', text => `${text}{}`],
  ['a document before it', text => `{}${text}`],
  ['only its first half', text => text.slice(0, text.length / 2)],
  ['only its second half', text => text.slice(text.length / 2)],
  ['marks of a merge that failed', text => `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`],
  ['HTML', () => '<!doctype html><title>Sign in to the hotel network</title>'],
  ['XML', () => '<?xml version="1.0"?><notes/>'],
  ['YAML', () => 'format: 2\nannotations: []\n'],
  ['a PNG', () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64')],
  ['null', () => 'null'],
  ['true', () => 'true'],
  ['a number', () => '42'],
  ['a huge number', () => '1e999'],
  ['NaN', () => 'NaN'],
  ['a text', () => '"notes"'],
  ['an empty list', () => '[]'],
  ['an empty object', () => '{}'],
  ['a list around it', text => `[${text}]`],
  ['only a format', () => '{"format":2}'],
  ['only a checksum', () => '{"checksum":"sha256-0"}'],
  ['lists in lists, very deep', () => `${'['.repeat(NESTING)}${']'.repeat(NESTING)}`],
  ['objects in objects, very deep', () => `${'{"a":'.repeat(NESTING)}1${'}'.repeat(NESTING)}`],
  ['lists that never end', () => '['.repeat(NESTING)],
  ['a format that is a huge number', text => text.replace(/"format": \d+/u, '"format": 1e999')],
  ['a format of NaN', text => text.replace(/"format": \d+/u, '"format": NaN')],
  ['the format twice, the second another', text => text.replace(/"format": \d+/u, '$&, "format": "x"')],
  [
    'another checksum',
    text => text.replace(/sha256-[\da-f]/u, match => `${match.slice(0, -1)}${match.endsWith('0') ? '1' : '0'}`),
  ],
  ['a checksum that is a number', text => text.replace(/"sha256-[\da-f]+"/u, '0')],
  ['a checksum in capitals', text => text.replace(/sha256-[\da-f]+/u, match => match.toUpperCase())],
  ['a checksum of another kind', text => text.replace('sha256-', 'md5-')],
  ['a letter changed', text => text.replace('"created"', '"creatad"')],
  ['a field that nobody knows', text => written({ ...fieldsOf(text), later: { a: [1] } }), true],
  ['fields in another order', text => written(Object.fromEntries(Object.entries(fieldsOf(text)).toReversed())), true],
  [
    '__proto__ as a field',
    text => written(fieldsOf(text)).replace('{', '{ "__proto__": { "format": 1, "polluted": true },'),
    true,
  ],
  [
    'constructor as a field',
    text => written(fieldsOf(text)).replace('{', '{ "constructor": { "prototype": { "polluted": true } },'),
    true,
  ],
  ['toString as a field', text => written({ ...fieldsOf(text), toString: null, valueOf: 1 }), true],
  ['half a pair in a field', text => written({ ...fieldsOf(text), half: String.fromCharCode(0xd83e) }), true],
  [
    'bytes that are no UTF-8',
    text =>
      Buffer.concat([Buffer.from(text.slice(0, 40)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text.slice(40))]),
  ],
  ['a line feed in a text', text => text.replace('": "', '": "\n')],
]

/** Files for which a text is written in every odd way; more of them say nothing new. */
const oddlyWritten: readonly OddFile[] = ['notes', 'index']

const oddWriting: readonly JsonOddity[] = oddlyWritten.flatMap(file =>
  oddTexts.map(([name, make, isGood = false]) => ({ name: `${file}: ${name}`, file, make, isGood })),
)

const HUGE = 50 * 2 ** 20

/** What belongs to one file only. */
const single: readonly JsonOddity[] = [
  {
    name: 'notes: those of another document',
    file: 'notes',
    make: text => written({ ...fieldsOf(text), document: 'another-document-00000000' }),
  },
  {
    name: 'notes: a text of 50 MB in a field that nobody knows',
    file: 'notes',
    make: text => written({ ...fieldsOf(text), later: 'x'.repeat(HUGE) }),
    isGood: true,
  },
  {
    name: 'notes: none any more, as a person may want it',
    file: 'notes',
    make: text => written({ ...fieldsOf(text), annotations: [] }),
    isGood: true,
  },
  { name: 'index: that of another program', file: 'index', make: () => '{"format":2,"name":"lib","files":[]}' },
  {
    name: 'index: without documents',
    file: 'index',
    make: text => written({ ...fieldsOf(text), documents: [] }),
    isGood: true,
  },
  {
    name: 'index: an id of no document',
    file: 'index',
    make: text => withField(text, 'documents.0.id', '2'),
    isGood: true,
  },
  {
    name: 'index: the way out of the library as an id',
    file: 'index',
    make: text => withField(text, 'documents.0.id', '../../../../etc'),
    isGood: true,
  },
  {
    name: 'index: the same document twice',
    file: 'index',
    make: text => {
      const all = fieldsOf(text)
      const documents = all['documents'] as unknown[]
      return written({ ...all, documents: [...documents, documents[0]] })
    },
    isGood: true,
  },
  {
    name: 'mechanisms: a list of notes',
    file: 'mechanisms',
    make: () => '{"format":3,"document":"x","annotations":[],"pageNote":null}',
  },
  {
    name: 'names: a list of notes',
    file: 'names',
    make: () => '{"format":3,"document":"x","annotations":[],"pageNote":null}',
  },
  {
    name: 'versions: a list of notes',
    file: 'versions',
    make: () => '{"format":3,"document":"x","annotations":[],"pageNote":null}',
  },
]

/** The project's own list. */
export const jsonOddities: readonly JsonOddity[] = [...oddFields, ...oddWriting, ...single]
