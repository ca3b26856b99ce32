/** What the code pages of DOS have at 0x80 to 0xff, in order (Unicode's tables of IBM's and Microsoft's code pages). No decoder of the platform knows them. */
const upperHalves: ReadonlyMap<string, string> = new Map([
  [
    'cp850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
  [
    'cp437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ],
  [
    'cp852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ],
])

/** Text of bytes in a code page of DOS; null for the name of another encoding. */
const decodeCodePage = (bytes: Uint8Array, name: string): string | null => {
  const upper = upperHalves.get(name)
  if (upper === undefined) return null
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, character => upper[character.charCodeAt(0) - 0x80] ?? character)
}

export const isCodePage = (name: string): boolean => upperHalves.has(name)

/** What windows-1252 has at 0x80 to 0x9f, in order (Encoding Standard, index windows-1252); five places are control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes windows-1252 as Latin-1, which has control characters where windows-1252 has quotation marks and dashes. */
export const completeWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? character)

/** Text of bytes in an encoding of one byte a character that is known. */
export const decodeOneByte = (bytes: Uint8Array, label: string): string => {
  const text = decodeCodePage(bytes, label)
  if (text !== null) return text
  const decoder = new TextDecoder(label)
  const decoded = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? completeWindows1252(decoded) : decoded
}
