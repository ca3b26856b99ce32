import type { MeaningWord } from './meaning-word.ts'
import { readWithin, tableOf } from './words-within.ts'

/** Korean takes its endings and particles into the word, so that its stems are looked for inside it. */
const within = tableOf(`
polarity +: 증가 증대 증진 증강 상승 높아 높이 높였 높인 높여 늘어 늘었 늘렸 늘린 늘려 늘리 강화 촉진 활성 유도 유발 항진 확대 자극 나타났 나타나 생겼 생기
polarity -: 감소 감퇴 저하 하강 하락 낮아 낮추 낮췄 낮춘 낮춰 줄어 줄었 줄였 줄이 줄인 줄여 약화 억제 저해 차단 축소 방해 예방 불활성 사라졌 사라지 소실 제거
polarity better: 개선 호전 완화 경감 향상 회복 완치
polarity worse: 악화
comparison +: 높은 높다 높았 높게 높고 많은 많다 많았 많이 많고 많게 이상 초과 최대 최고 빠르 빨랐 강한 강했 길었
comparison -: 낮은 낮다 낮았 낮게 낮고 이하 미만 최소 최저 느리 느렸 약한 약했 짧았
order earlier: 이전 직전 전에 앞서 먼저
order later: 이후 직후 후에 나중 뒤에
order 1: 첫째 최초 처음
order 2: 둘째
order 3: 셋째
order last: 마지막 최후
negation not: 않 없 아니 아닌 아닙 못하 못한 못할 못했 못함 불가능 비정상 무효
negation without: 없이
-: 못지않
`)

/** Short stems that are looked for at a word's beginning only: -적 ends thousands of words. */
const beginnings = /^(?:(큰|크다|컸|크게|크고)|(적은|적다|적었|적게|적고|작은|작다|작았|작게|작고))/

const whole: ReadonlyMap<string, MeaningWord> = new Map([
  ...['안', '못', '아니'].map((word): [string, MeaningWord] => [word, { kind: 'negation', value: 'not' }]),
  ...['더', '가장'].map((word): [string, MeaningWord] => [word, { kind: 'comparison', value: '+' }]),
  ...['덜'].map((word): [string, MeaningWord] => [word, { kind: 'comparison', value: '-' }]),
  ...['전', '전의'].map((word): [string, MeaningWord] => [word, { kind: 'order', value: 'earlier' }]),
  ...['후', '후의'].map((word): [string, MeaningWord] => [word, { kind: 'order', value: 'later' }]),
])

const numbers = new Map(
  (
    [
      ['1', '하나 한'],
      ['2', '둘 두'],
      ['3', '셋 세'],
      ['4', '넷 네'],
      ['5', '다섯'],
      ['6', '여섯'],
      ['7', '일곱'],
      ['8', '여덟'],
      ['9', '아홉'],
      ['10', '열'],
      ['20', '스물 스무'],
      ['30', '서른'],
      ['40', '마흔'],
      ['50', '쉰'],
      ['60', '예순'],
      ['70', '일흔'],
      ['80', '여든'],
      ['90', '아흔'],
      ['100', '백'],
      ['1000', '천'],
      ['1/2', '절반'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word): [string, string] => [word, value])),
)

/** The parts of a Korean word on which the meaning turns. */
export const readKorean = (word: string): MeaningWord[] => {
  const number = numbers.get(word)
  if (number !== undefined) return [{ kind: 'number', value: number }]
  const known = whole.get(word)
  if (known !== undefined) return [known]
  const [begins, more] = beginnings.exec(word) ?? []
  const found = readWithin(begins === undefined ? word : word.slice(begins.length), within)
  return begins === undefined ? found : [{ kind: 'comparison', value: more === undefined ? '-' : '+' }, ...found]
}
