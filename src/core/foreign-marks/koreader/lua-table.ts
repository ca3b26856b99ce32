/** A value of a Lua table constructor. Tables are maps: names that mean something to objects mean nothing to them. */
export type LuaValue = string | number | boolean | null | LuaTable
export type LuaTable = ReadonlyMap<string | number, LuaValue>

const DEEPEST = 100

/** Characters of a name or a number, beyond which a text is not taken for one that ends within it. */
const LONGEST_WORD = 200

/** Why a text is not a table, in one clause, with the place. */
export class LuaError extends Error {
  /** True when nothing is left after the place but a word that may go on: the text is the beginning of a table. */
  readonly isCutOff: boolean

  constructor(message: string, isCutOff: boolean) {
    super(message)
    this.isCutOff = isCutOff
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '', b: '', f: '', v: '', '\n': '\n' }

/** Bytes that are written as numbers: UTF-8, or Latin-1 where they are none. */
const textOfBytes = (bytes: readonly number[]): string => {
  const codes = bytes.map(byte => byte % 256)
  try {
    return decodeURIComponent(codes.map(code => `%${code.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return String.fromCharCode(...codes.slice(0, 10_000))
  }
}

/** Reads a table constructor of Lua 5.1 (reference manual, 2.1 and 2.5.7) and evaluates nothing: no calls, no names, no operators. */
class LuaReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): LuaTable {
    this.#space()
    if (this.#text.startsWith('return', this.#at)) this.#at += 6
    this.#space()
    return this.#table(0)
  }

  #fail(what: string): never {
    const line = this.#text.slice(0, this.#at).split('\n').length
    throw new LuaError(
      `${what} in line ${line}`,
      /^\s*[\w.+[=-]*\s*$/.test(this.#text.slice(this.#at, this.#at + LONGEST_WORD)),
    )
  }

  /** White space and comments. */
  #space(): void {
    const blank = /\s*/y
    for (;;) {
      blank.lastIndex = this.#at
      blank.test(this.#text)
      this.#at = blank.lastIndex
      if (!this.#text.startsWith('--', this.#at)) return
      this.#at += 2
      if (this.#longString() !== null) continue
      const end = this.#text.indexOf('\n', this.#at)
      this.#at = end < 0 ? this.#text.length : end
    }
  }

  #take(mark: string): boolean {
    this.#space()
    if (!this.#text.startsWith(mark, this.#at)) return false
    this.#at += mark.length
    return true
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? null
    if (found !== null) this.#at += found.length
    return found
  }

  #table(depth: number): LuaTable {
    if (depth > DEEPEST) this.#fail('tables nest too deep')
    if (!this.#take('{')) this.#fail('a table was expected')
    const table = new Map<string | number, LuaValue>()
    let next = 1
    while (!this.#take('}')) {
      const key = this.#key()
      table.set(key ?? next, this.#value(depth))
      if (key === null) next += 1
      if (!this.#take(',') && !this.#take(';')) {
        if (this.#take('}')) return table
        this.#fail(this.#at >= this.#text.length ? 'it is cut off' : 'a comma or a closing bracket was expected')
      }
    }
    return table
  }

  /** The key of a field; null for one that has only a value. */
  #key(): string | number | null {
    this.#space()
    if (this.#text[this.#at] === '[' && !/^\[=*\[/.test(this.#text.slice(this.#at, this.#at + 20))) {
      this.#at += 1
      this.#space()
      const key = this.#string() ?? this.#number() ?? this.#fail('a key was expected')
      if (!this.#take(']') || !this.#take('=')) this.#fail('a key without a value')
      return key
    }
    const name = /[a-z_]\w{0,200}(?=\s*=(?!=))/iy
    const found = this.#match(name)
    if (found !== null) this.#take('=')
    return found
  }

  #value(depth: number): LuaValue {
    this.#space()
    if (this.#text[this.#at] === '{') return this.#table(depth + 1)
    const plain = this.#string() ?? this.#number()
    if (plain !== null) return plain
    const word = this.#match(/(?:true|false|nil)\b/y)
    if (word === null)
      return this.#fail(this.#at >= this.#text.length ? 'it is cut off' : 'something that is no plain value')
    return word === 'nil' ? null : word === 'true'
  }

  #string(): string | null {
    const quote = this.#text[this.#at]
    if (quote !== '"' && quote !== "'") return this.#longString()
    const parts: string[] = []
    const plain = quote === '"' ? /[^"\\\n]+/y : /[^'\\\n]+/y
    this.#at += 1
    for (;;) {
      parts.push(this.#match(plain) ?? '')
      const mark = this.#text[this.#at]
      if (mark === undefined) this.#fail('it is cut off')
      if (mark === '\n') this.#fail('a string that does not end')
      this.#at += 1
      if (mark === quote) return parts.join('')
      const bytes = this.#match(/\d{1,3}(?:\\\d{1,3})*/y)
      const escaped = this.#text[this.#at] ?? ''
      if (bytes === null) this.#at += 1
      parts.push(bytes === null ? (escapes[escaped] ?? escaped) : textOfBytes(bytes.split('\\').map(Number)))
    }
  }

  #longString(): string | null {
    const open = this.#match(/\[=*\[/y)
    if (open === null) return null
    const close = open.replaceAll('[', ']')
    const end = this.#text.indexOf(close, this.#at)
    if (end < 0) {
      this.#at = this.#text.length
      this.#fail('it is cut off')
    }
    const content = this.#text.slice(this.#at, end).replace(/^\r?\n/, '')
    this.#at = end + close.length
    return content
  }

  #number(): number | null {
    const found = this.#match(
      /-?(?:0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|nan|inf|math\.huge|1\/0)/iy,
    )
    if (found === null) return null
    const number = Number(found)
    return Number.isFinite(number) ? number : 0
  }
}

/** The table that a Lua file returns. Throws a `LuaError` when it holds anything but plain values. */
export const readLuaTable = (text: string): LuaTable => new LuaReader(text).read()
