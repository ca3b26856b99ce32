import { placesIn } from '#core/article/drawing-vocabulary.ts'

/** What is drawn of a drawing, when each element is counted as often as something refers to it. */
const MOST_DRAWN = 200_000

/** References that are looked at. A drawing that has more draws more, because each is drawn, unless it asks for the same again and again. */
const MOST_STEPS = 4 * MOST_DRAWN

/** References from one thing to the next, and elements in one another, that are followed. */
const DEEPEST_COUNT = 1_000

/**
 * How often what is referred to is drawn: `copied` once, as a part of what refers to it; `once` as something of its own; `inherited` for each shape within
 * what refers to it; `at corners` for each place on the lines of these, too.
 */
type Way = 'copied' | 'once' | 'inherited' | 'at corners'

export interface Reference {
  readonly id: string
  readonly way: Way
}

/** What a rule says of all elements that one of these names: `*`, `path`, `.class`, `#id`. */
export interface ReferringRule {
  readonly about: ReadonlySet<string>
  readonly references: readonly Reference[]
}

export interface DrawnElement {
  readonly name: string
  readonly around: DrawnElement | null
  readonly children: DrawnElement[]
  id: string | null
  classes: readonly string[]
  readonly references: Reference[]
  /** No fewer than there are places on its line. */
  corners: number
}

/** What a property refers to is drawn in this way; what is not here is not inherited, as clips and masks. */
const ways: Readonly<Record<string, Way>> = {
  fill: 'inherited',
  stroke: 'inherited',
  'marker-start': 'inherited',
  'marker-end': 'inherited',
  'marker-mid': 'at corners',
  marker: 'at corners',
}

/** Each reference once. */
const onceEach = (references: readonly Reference[]): readonly Reference[] =>
  references.length < 2
    ? references
    : [...new Map(references.map(reference => [`${reference.id} ${reference.way}`, reference])).values()]

const referencesInDeclarations = (declarations: string): readonly Reference[] =>
  declarations.includes('url(')
    ? onceEach(
        declarations.split(';').flatMap(declaration => {
          const way = ways[declaration.slice(0, declaration.indexOf(':'))] ?? 'once'
          return placesIn(declaration).map(id => ({ id, way }))
        }),
      )
    : []

/** What an attribute of an element refers to. */
export const referencesIn = (element: string, attribute: string, value: string): readonly Reference[] => {
  if (!value.includes('#')) return []
  if (attribute === 'style') return referencesInDeclarations(value)
  const way = attribute === 'href' && element === 'use' ? 'copied' : (ways[attribute] ?? 'once')
  return onceEach(placesIn(value).map(id => ({ id, way })))
}

/** Of which elements a selector may be: those that its last part names by a class, an id or their own name. */
const aboutOf = (selector: string): string => {
  const last =
    selector
      .trimEnd()
      .split(/[\s>+~]/)
      .at(-1) ?? ''
  return (/\.[\w-]+/.exec(last) ?? /#[\w-]+/.exec(last) ?? /^[A-Za-z][\w-]*/.exec(last))?.[0] ?? '*'
}

/** What a rule without its last brace (`rect,.a{fill:url(#i1)`) says of elements; null when it refers to nothing. */
export const referringRule = (rule: string): ReferringRule | null => {
  const brace = rule.indexOf('{')
  const references = referencesInDeclarations(rule.slice(brace + 1))
  if (references.length === 0) return null
  const written = rule.slice(0, brace)
  // What is asked in brackets may be another list.
  return { about: new Set(written.includes('(') ? ['*'] : written.split(',').map(aboutOf)), references }
}

interface Measure {
  /** All that is drawn of it. */
  readonly drawn: number
  /** Of what stands in it or is copied into it, which inherits from it: elements, and places on their lines. */
  readonly shapes: number
  readonly corners: number
}

const ENDLESS: Measure = { drawn: Infinity, shapes: Infinity, corners: Infinity }

interface Followed {
  readonly to: DrawnElement
  readonly way: Way
}

const timesOf = (way: Way, { shapes, corners }: Measure): number =>
  way === 'at corners' ? shapes + corners : way === 'inherited' ? shapes : 1

/** Counts no less than is drawn: a rule counts at all elements that it may be about, and what is inherited also where something else takes its place. */
class DrawnCount {
  readonly #byId: ReadonlyMap<string, DrawnElement>
  readonly #byRule = new Map<string, (readonly Followed[])[]>()
  readonly #own = new Map<DrawnElement, readonly Followed[]>()
  /** Null for what is being counted. */
  readonly #measures = new Map<DrawnElement, Measure | null>()
  readonly #alone = new Map<DrawnElement, number | null>()
  #steps = 0

  get hasGivenUp(): boolean {
    return this.#steps > MOST_STEPS
  }

  constructor(byId: ReadonlyMap<string, DrawnElement>, rules: readonly ReferringRule[]) {
    this.#byId = byId
    for (const { about, references } of rules) {
      const followed = this.#follow(references)
      if (followed.length === 0) continue
      for (const name of about) {
        const before = this.#byRule.get(name)
        if (before === undefined) this.#byRule.set(name, [followed])
        else before.push(followed)
      }
    }
  }

  /** What an element comes to with all that it holds and refers to; `Infinity` when it refers to itself, or to more than anyone can tell. */
  measure(element: DrawnElement, depth = 0): Measure {
    const known = this.#measures.get(element)
    if (known === null || depth > DEEPEST_COUNT) return ENDLESS
    if (known !== undefined) return known
    this.#measures.set(element, null)
    let [drawn, shapes, corners] = [1, 1, element.corners]
    const add = (part: Measure): void => {
      drawn += part.drawn
      shapes += part.shapes
      corners += part.corners
    }
    for (const child of element.children) add(this.measure(child, depth + 1))
    for (const { to } of this.#referencesOf(element, 'copied')) add(this.measure(to, depth + 1))
    for (const { to, way } of this.#referencesOf(element, 'once', 'inherited', 'at corners'))
      drawn += this.#drawnAlone(to, depth + 1) * timesOf(way, { drawn, shapes, corners })
    const measure = { drawn, shapes, corners }
    this.#measures.set(element, measure)
    return measure
  }

  /** What is drawn of something that does not inherit from what refers to it, but from what it stands in. */
  #drawnAlone(element: DrawnElement, depth: number): number {
    const known = this.#alone.get(element)
    if (known === null) return Infinity
    if (known !== undefined) return known
    this.#alone.set(element, null)
    const measure = this.measure(element, depth)
    let { drawn } = measure
    for (let { around } = element; around !== null; around = around.around)
      for (const { to, way } of this.#referencesOf(around, 'inherited', 'at corners'))
        drawn += this.#drawnAlone(to, depth + 1) * timesOf(way, measure)
    this.#alone.set(element, drawn)
    return drawn
  }

  *#referencesOf(element: DrawnElement, ...wanted: readonly Way[]): Generator<Followed> {
    for (const list of this.#listsOf(element)) {
      for (const followed of list) {
        if ((this.#steps += 1) > MOST_STEPS) return
        if (wanted.includes(followed.way)) yield followed
      }
    }
  }

  *#listsOf(element: DrawnElement): Generator<readonly Followed[]> {
    let own = this.#own.get(element)
    if (own === undefined) {
      own = this.#follow(element.references)
      this.#own.set(element, own)
    }
    yield own
    if (this.#byRule.size === 0) return
    const names = new Set(['*', element.name, `#${element.id ?? ''}`, ...element.classes.map(name => `.${name}`)])
    for (const name of names) yield* this.#byRule.get(name) ?? []
  }

  /** What refers to nothing draws nothing, and a gradient no more than what it fills. */
  #follow(references: readonly Reference[]): readonly Followed[] {
    return references.flatMap(({ id, way }) => {
      const to = this.#byId.get(id)
      return to === undefined || to.name.endsWith('Gradient') ? [] : [{ to, way }]
    })
  }
}

/** Whether a drawing draws no more than can be shown. */
export const canBeDrawn = (
  root: DrawnElement,
  byId: ReadonlyMap<string, DrawnElement>,
  rules: readonly ReferringRule[],
): boolean => {
  const count = new DrawnCount(byId, rules)
  return count.measure(root).drawn <= MOST_DRAWN && !count.hasGivenUp
}
