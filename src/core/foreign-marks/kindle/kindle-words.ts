/** How Kindles of several languages say what an entry is, and where. Looked for in the line below the title, in small letters. */

/** A note, before a highlight: some languages have one word in the other. */
const NOTE =
  /\bnote\b|\bnotiz\b|\bnota\b|\bnotitie\b|notatk|замет|примечан|笔记|筆記|註記|メモ|메모|\bnot(?:unuz)?\b|\banteckning|\bmerknad/u
const BOOKMARK =
  /bookmark|lesezeichen|\bmarcador\b|signet|segnalibro|bladwijzer|zakładk|заклад|书签|書籤|ブックマーク|북마크|yer imi|bokmärke|bokmerke/u
const HIGHLIGHT =
  /highlight|markierung|subrayado|resaltado|surlign|evidenziazione|sottolineatura|destaque|markering|zaznaczeni|podkreśleni|выделен|标注|標註|标记|劃線|ハイライト|하이라이트|vurgu|överstrykning|utheving/u
const CLIPPING =
  /\bclip(?:ping)?\b|ausschnitt|recorte|coupure|extrait|ritaglio|knipsel|wycinek|вырезк|剪贴|剪輯|切り抜き|クリップ|클립/u

export type ClippingKind = 'highlight' | 'note' | 'bookmark'

/** What an entry is by the line below its title; null when no language is known that says it so. */
export const kindOfLine = (line: string): ClippingKind | null => {
  const small = line.toLowerCase()
  if (NOTE.test(small)) return 'note'
  if (HIGHLIGHT.test(small)) return 'highlight'
  if (BOOKMARK.test(small)) return 'bookmark'
  return CLIPPING.test(small) ? 'highlight' : null
}

const LOCATION =
  /(?:locations?|loc\.|positionen|position|posición|posição|posizione|emplacements?|locatie|pozycj\p{L}*|позици\p{L}*|мест\p{L}*|位置|ロケーション|위치|konum)\s*(?:no\.?|nr\.?|n°|№|#)?\s*#?\s*(\d{1,9})(?:\s*[-–—]\s*(\d{1,9}))?/iu

const PAGE =
  /(?:pages?|seiten?|páginas?|pagina|stron\p{L}*|страниц\p{L}*|стр\.|sayfa|sidan?)\s+([\divxlcdm]{1,9})(?:\s*[-–—]\s*[\divxlcdm]{1,9})?(?![\p{L}\d])|(?:第\s*)?(\d{1,9})(?:\s*[-–—]\s*\d{1,9})?\s*(?:页|頁|ページ|페이지)/iu

export interface LinePlace {
  readonly page?: string
  readonly start?: number
  readonly end?: number
}

/** The end of a range as old Kindles shorten it: `1406-07` ends at 1407. */
const wholeEnd = (start: string, end: string): number =>
  Number(end.length < start.length ? start.slice(0, start.length - end.length) + end : end)

/** Page and locations that a line names. */
export const placeOfLine = (line: string): LinePlace => {
  const [, from, to] = LOCATION.exec(line) ?? []
  const found = PAGE.exec(line)
  const page = found?.[1] ?? found?.[2]
  return {
    ...(page !== undefined && { page }),
    ...(from !== undefined && { start: Number(from), end: to === undefined ? Number(from) : wholeEnd(from, to) }),
  }
}
