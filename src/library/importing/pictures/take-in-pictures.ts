import { contentHash } from '../content-hash.ts'
import type { Content, Container, Leaf, Run } from '../content-tree.ts'
import type { ReadFile } from '../read-file.ts'
import { looksLikeDrawing } from '../drawings/looks-like-drawing.ts'
import { readDrawing } from '../drawings/read-drawing.ts'
import { attributeText } from '../canonical-attributes.ts'
import { lineOfText } from '../source-text.ts'
import { decodeDataUri } from './data-uri.ts'
import { LONGEST_REFERENCE, MOST_COMPANIONS } from './companions.ts'
import type { Companions } from './companions.ts'
import { pictureExtension } from './picture-extension.ts'
import { pictureSize } from './picture-size.ts'
import type { PictureSize } from './picture-size.ts'

/** A picture that an article keeps. */
export interface Asset {
  /** As `assetNameSchema` says. */
  readonly name: string
  readonly bytes: Uint8Array
  /** How the source names it; absent for one that is inside of the source. */
  readonly from?: string[]
}

export interface TakenPictures {
  readonly assets: readonly Asset[]
  /** Name of the one that stands for the article in a list. */
  readonly cover: string | null
  readonly warnings: readonly string[]
}

export const NO_PICTURES: TakenPictures = { assets: [], cover: null, warnings: [] }

type ImageRun = Extract<Run, { kind: 'image' }>

/** Pictures of so few pixels a side count a visit, and show nothing. */
const SMALLEST = 3

/** A cover is at least so wide and high: smaller ones are signs and buttons. */
const COVER_WIDTH = 160
const COVER_HEIGHT = 100

interface Found {
  readonly asset: Asset
  readonly size: PictureSize
  /** What a drawing says of itself, and what of it could not be kept. */
  readonly name?: string
  readonly missed?: readonly string[]
}

const isImage = (run: Run): run is ImageRun => run.kind === 'image'

const imagesOf = ({ leaves }: Content): ImageRun[] => leaves.flatMap(leaf => leaf.runs.filter(isImage))

const drawnIn = (bytes: Uint8Array, from: string | null): Found | 'invisible' | null => {
  const drawing = readDrawing(bytes)
  if (typeof drawing === 'string') return drawing === 'empty' ? 'invisible' : null
  const { text, name, missed } = drawing
  const found = foundIn(new TextEncoder().encode(text), from)
  return found === null || found === 'invisible' ? found : { ...found, name, missed }
}

const foundIn = (bytes: Uint8Array, from: string | null): Found | 'invisible' | null => {
  const extension = pictureExtension(bytes)
  if (extension === null && looksLikeDrawing(bytes)) return drawnIn(bytes, from)
  const size = extension === null ? null : pictureSize(bytes)
  if (extension === null || size === null) return null
  if (size.width < SMALLEST && size.height < SMALLEST) return 'invisible'
  const name = `${contentHash(bytes)}.${extension}`
  return { asset: { name, bytes, ...(from !== null && { from: [from] }) }, size }
}

/** The size that a picture has when the source does not say both sides, so that the page keeps room for it. */
const sized = (attributes: ImageRun['attributes'], { width, height }: PictureSize): ImageRun['attributes'] => {
  const said = new Set(attributes.map(([name]) => name))
  if (said.has('width') && said.has('height')) return attributes
  const others = attributes.filter(([name]) => name !== 'width' && name !== 'height')
  return [...others, ['width', String(width)], ['height', String(height)]]
}

/** A drawing without words of the page for those who cannot see it has those of its own. */
const named = (attributes: ImageRun['attributes'], name = ''): ImageRun['attributes'] =>
  attributes.map(([key, value]) => [key, key === 'alt' && value === '' ? attributeText(name).slice(0, 2_000) : value])

/** True for a picture of which the source says that there is nothing to see. */
const saysInvisible = ({ attributes }: ImageRun): boolean => {
  const sides = attributes.filter(([name]) => name === 'width' || name === 'height')
  return sides.length === 2 && sides.every(([, value]) => Number(value) < SMALLEST)
}

const leavesOfFigures = (root: Container): ReadonlySet<Leaf> => {
  const leaves = new Set<Leaf>()
  const visit = (container: Container, inFigure: boolean): void => {
    for (const child of container.children) {
      if (child.type === 'container') visit(child, inFigure || child.tag === 'figure')
      else if (inFigure) leaves.add(child)
    }
  }
  visit(root, false)
  return leaves
}

/** Each picture once, with all the names that the source has for it. */
const onceEach = (assets: readonly Asset[]): Asset[] => {
  const byName = new Map<string, Asset>()
  for (const asset of assets) {
    const before = byName.get(asset.name)
    const from = [...(before?.from ?? []), ...(asset.from ?? [])]
    byName.set(asset.name, from.length === 0 ? asset : { ...asset, from })
  }
  return [...byName.values()]
}

/** The first picture in a figure, or else the first one, of those that are large enough to be looked at. */
const firstLarge = (content: Content, found: ReadonlyMap<string, Found>): string | null => {
  const figures = leavesOfFigures(content.root)
  const large = content.leaves.flatMap(leaf =>
    leaf.runs.filter(isImage).flatMap(({ reference }) => {
      const picture = found.get(reference)
      // A list shows many at once: a drawing stands for a book only when the book says so.
      const isOfPoints = picture?.asset.name.endsWith('.svg') === false
      const fits = isOfPoints && picture.size.width >= COVER_WIDTH && picture.size.height >= COVER_HEIGHT
      return fits ? [{ name: picture.asset.name, inFigure: figures.has(leaf) }] : []
    }),
  )
  return (large.find(({ inFigure }) => inFigure) ?? large[0])?.name ?? null
}

/** Pictures that are told by their names when they could not be had; of more, how many there are. */
const MOST_NAMED = 5
const LONGEST_NAME = 80

const missingWarning = (references: readonly string[]): readonly string[] => {
  if (references.length === 0) return []
  const inWords = `${references.length} ${references.length === 1 ? 'picture' : 'pictures'} that could not be had`
  const names = [...new Set(references)].filter(name => !name.startsWith('data:') && name.length <= LONGEST_NAME)
  const others = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''
  const told = names.length === 0 ? '' : `: ${names.slice(0, MOST_NAMED).map(lineOfText).join(', ')}${others}`
  return [`Left out: ${inWords}${told}.`]
}

const missedWarnings = (missed: readonly string[]): readonly string[] => {
  const counts = [...new Set(missed)].map(what => `${what} (${missed.filter(one => one === what).length})`)
  return counts.length === 0 ? [] : [`Left out: ${counts.join(', ')}.`]
}

/**
 * Finds the pictures that content names: in the file itself, or among its companions. Those that are found stand in the content by the
 * name under which they are kept, the others go.
 */
export const takeInPictures = async (read: ReadFile, companions: Companions): Promise<TakenPictures> => {
  const { content } = read
  const found = new Map<string, Found>()
  const silent = new Set<string>()
  const keep = (reference: string, bytes: Uint8Array | null | undefined, from: string | null): boolean => {
    const picture = bytes === null || bytes === undefined ? null : foundIn(bytes, from)
    if (picture === 'invisible') silent.add(reference)
    else if (picture !== null) found.set(reference, picture)
    return picture !== null
  }
  const images = imagesOf(content)
  const wanted = new Set([
    ...images.map(({ reference }) => reference),
    ...(read.cover === undefined ? [] : [read.cover]),
  ])
  if (wanted.size === 0) return NO_PICTURES
  const outside = [...wanted].filter(
    reference => !keep(reference, decodeDataUri(reference) ?? read.picture?.(reference), null),
  )
  const asked = outside
    .filter(reference => !reference.startsWith('data:') && reference.length <= LONGEST_REFERENCE)
    .slice(0, MOST_COMPANIONS)
  if (asked.length > 0 && read.picture === undefined)
    for (const [reference, bytes] of await companions.read(asked))
      if (wanted.has(reference)) keep(reference, bytes, reference)

  for (const leaf of content.leaves) {
    leaf.runs = leaf.runs.flatMap((run): Run[] => {
      const picture = isImage(run) ? found.get(run.reference) : undefined
      if (!isImage(run)) return [run]
      return picture === undefined
        ? []
        : [{ ...run, asset: picture.asset.name, attributes: sized(named(run.attributes, picture.name), picture.size) }]
    })
  }
  const missing = images
    .filter(image => !found.has(image.reference) && !silent.has(image.reference) && !saysInvisible(image))
    .map(({ reference }) => reference)
  const cover = read.cover === undefined ? undefined : found.get(read.cover)?.asset.name
  return {
    assets: onceEach([...found.values()].map(({ asset }) => asset)),
    cover: cover ?? firstLarge(content, found),
    warnings: [...missingWarning(missing), ...missedWarnings([...found.values()].flatMap(({ missed = [] }) => missed))],
  }
}
