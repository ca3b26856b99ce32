import * as v from 'valibot'

/** Kinds of pictures that an article may have: those made of points, and drawings of what `drawing-vocabulary.ts` lists; nothing in one runs or loads. */
const pictureExtensions = ['png', 'jpg', 'gif', 'webp', 'avif', 'svg'] as const
export type PictureExtension = (typeof pictureExtensions)[number]

const assetName = new RegExp(String.raw`^[\da-f]{64}\.(?:${pictureExtensions.join('|')})$`)

/** Name of a picture in a document's `assets` folder: the SHA-256 of its bytes, in lower-case hexadecimal, and its kind. */
export const assetNameSchema = v.pipe(v.string(), v.regex(assetName))

const FOLDER = 'assets/'

/** How canonical content names a picture. */
export const assetReference = (name: string): string => `${FOLDER}${name}`

/** The name of the picture that a `src` of canonical content stands for; null when it stands for none of the article's own. */
export const assetOfReference = (reference: string): string | null => {
  const name = reference.startsWith(FOLDER) ? reference.slice(FOLDER.length) : ''
  return assetName.test(name) ? name : null
}
