import type { Article } from '#core/article/article.ts'
import { contentHash } from '../content-hash.ts'
import type { Asset } from '../pictures/take-in-pictures.ts'
import { PURIFIED } from '../with-purified.ts'

const picture = /<img src="assets\/([^"]*)"[^>]*>/g

interface WithAssets {
  readonly article: Article
  readonly html: string
  readonly assets: readonly Asset[]
}

/** An article without some of its pictures, which the purifier did not leave as they were; with a warning. */
export const withoutPictures = <T extends WithAssets>(imported: T, names: ReadonlySet<string>): T => {
  if (names.size === 0) return imported
  const html = imported.html.replace(picture, (tag, name: string) => (names.has(name) ? '' : tag))
  const { assets: kept, cover, provenance, ...article } = imported.article
  const left = kept?.filter(({ name }) => !names.has(name)) ?? []
  return {
    ...imported,
    html,
    assets: imported.assets.filter(({ name }) => !names.has(name)),
    article: {
      ...article,
      provenance: { ...provenance, warnings: [...new Set([...provenance.warnings, PURIFIED])] },
      ...(left.length > 0 && { assets: left }),
      ...(cover !== undefined && !names.has(cover) && { cover }),
      htmlHash: contentHash(html),
    },
  }
}

/** The drawings among pictures, each with its text. */
export const drawingsAmong = (assets: readonly Asset[]): readonly { readonly name: string; readonly text: string }[] =>
  assets.flatMap(({ name, bytes }) => (name.endsWith('.svg') ? [{ name, text: new TextDecoder().decode(bytes) }] : []))
