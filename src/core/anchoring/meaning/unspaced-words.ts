import type { MeaningWord } from './meaning-word.ts'
import { readWithin, tableOf } from './words-within.ts'

/** Chinese, Japanese, Thai, Lao and Khmer, whose words are not parted by blanks. */
const table = tableOf(`
polarity +: 增加 增强 增強 增多 增长 增長 增大 增高 升高 上升 提高 提升 促进 促進 激活 上调 上調 诱导 誘導 刺激 加快 加速 扩大 擴大 出现 出現 活化 活性化 増加 増強 増大 増殖 増え 増や 増し 上昇 上がっ 上がる 亢進 高ま 高め 促し 現れ 生じ 増 เพิ่ม กระตุ้น ส่งเสริม สูงขึ้น
polarity -: 减少 減少 减小 减低 减弱 減弱 降低 下降 下调 下調 抑制 阻断 阻斷 阻止 阻碍 阻礙 消失 消除 失活 不活化 缩小 縮小 减慢 减缓 灭活 低下 低減 阻害 減り 減っ 減ら 減る 下がっ 下がる 下げ 弱ま 弱め 消え 遮断 減 ลด ยับยั้ง ป้องกัน ลดลง
polarity better: 改善 好转 好轉 缓解 緩解 减轻 減輕 治愈 痊愈 軽減 緩和 軽快 寛解 回復 ดีขึ้น บรรเทา
polarity worse: 恶化 惡化 加重 加剧 加劇 悪化 増悪 แย่ลง
comparison +: 高于 高於 多于 多於 大于 大於 长于 強于 强于 优于 優於 以上 超过 超過 至少 最高 最大 最多 最长 最強 最强 较高 較高 更高 较大 較大 更大 较多 較多 更多 高い 高く 高か 多い 多く 多か 大き 長い 長く 強い 強く 高 多 มากกว่า สูงกว่า มากที่สุด สูงสุด
comparison -: 低于 低於 少于 少於 小于 小於 短于 弱于 劣于 劣於 以下 不足 至多 最低 最小 最少 最短 最弱 较低 較低 更低 较小 較小 更小 较少 較少 更少 未満 未滿 未满 低い 低く 低か 少ない 少なく 少なか 小さ 短い 短く 弱い 弱く 低 少 น้อยกว่า ต่ำกว่า น้อยที่สุด ต่ำสุด
order earlier: 之前 以前 前に 前の 術前 术前 先に 早于 早於 前 ก่อน
order later: 之后 之後 以后 以後 後に 後の 術後 术后 晚于 晚於 后 後 หลัง
order 1: 首先 首次 第一 最初 初めて แรก
order 2: 第二
order 3: 第三
order last: 最后 最後 末次 สุดท้าย
negation not: ありません なかった ません ない なく なし なけれ ず ぬまま せぬ らぬ 没有 沒有 没 沒 不 无 無 未 非 否 勿 莫 毫无 ไม่ ไร้ ปราศจาก มิได้ ບໍ່ មិន
entity rat: 大鼠 ラット
entity mouse: 小鼠 マウス
entity 前立腺: 前列腺 前立腺
-: 非常 不同 必ず まず いずれ ずつ はず わずか 恥ずか 少なくとも ずっと ずれ 多発 前提 前者 后者 後者 前面 後ろ 高齢 高龄 高血压 高血圧 多い少ない 大小 多少 无论 無論 不但 不仅 否则 未来 最高裁
unit min: 分钟 分鐘 分間
unit h: 小时 小時 時間
unit wk: 星期 週間
unit mo: 个月 個月 か月 ヶ月 カ月
unit yr: 年間
`)

const NUMBER = /[〇零一二三四五六七八九十百千万萬亿億两兩]+/gu
/** In these a sign for a number counts nothing. */
const NOT_COUNTING =
  /一般|一定|一些|一样|一樣|一致|一方|一部|一种|一種|一直|统一|統一|唯一|十分|百分|万一|同一|第[一二三]/gu

/** The words of a run without blanks on which its meaning turns. */
export const readUnspaced = (run: string): MeaningWord[] => {
  const found = readWithin(run, table)
  for (const [value] of run.replace(NOT_COUNTING, words => ' '.repeat(words.length)).matchAll(NUMBER))
    found.push({ kind: 'number', value })
  return found
}
