import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEnglish } from '#core/text/language.ts'

const elsewhere: readonly (readonly [string, string])[] = [
  [
    'German',
    'Die Behandlung mit Metformin senkte den Blutzucker und die Entzündung bei Patienten mit Diabetes. IL-6 wurde dabei nicht verändert.',
  ],
  ['German, one sentence', 'Interleukin-10 hemmt die Freisetzung von TNF-α aus Makrophagen und Mikroglia.'],
  [
    'French',
    'La metformine diminue la production de glucose par le foie. Les effets sur les cytokines sont moins connus dans cette maladie.',
  ],
  [
    'Spanish',
    'La insulina reduce la glucosa en sangre y aumenta la captación por los músculos, pero no cambia la presión arterial en los pacientes.',
  ],
  ['Spanish, one sentence', 'La aspirina inhibe la agregación de las plaquetas en los pacientes con infarto.'],
  [
    'Italian',
    'L’insulina riduce il glucosio nel sangue, ma non cambia la pressione arteriosa dei pazienti che sono stati trattati.',
  ],
  [
    'Portuguese',
    'A insulina reduz a glicose no sangue, mas não altera a pressão arterial dos pacientes que foram tratados.',
  ],
  ['Dutch', 'Insuline verlaagt het glucosegehalte van het bloed, maar verandert de bloeddruk niet bij deze patiënten.'],
  [
    'Swedish',
    'Insulin sänker blodsockret hos patienter med diabetes och har ingen effekt på blodtrycket som inte är högt.',
  ],
  [
    'Polish',
    'Insulina obniża stężenie glukozy we krwi, ale nie zmienia ciśnienia tętniczego u chorych, którzy są leczeni.',
  ],
  ['Turkish', 'İnsülin kan şekerini düşürür ve kas hücreleri için glukoz alımını artırır, ancak kan basıncı değişmez.'],
  [
    'Finnish',
    'Insuliini alentaa verensokeria ja lisää glukoosin ottoa lihaksiin, mutta ei muuta verenpainetta näiden potilaiden kohdalla.',
  ],
  [
    'Indonesian',
    'Insulin menurunkan kadar gula darah dan meningkatkan pengambilan glukosa oleh otot pada pasien yang tidak diobati.',
  ],
  [
    'a language without a list',
    'Inzulīns pazemina glikozes līmeni asinīs, tāpēc šūnas vairāk uzņem cukuru, bet asinsspiediens pacientiem nemainās.',
  ],
  ['Chinese', '胰岛素降低血糖，并促进肌肉对葡萄糖的摄取。IL-6 和 TNF-α 的水平没有变化。'],
  ['Japanese', 'インスリンは血糖を下げ、筋肉によるグルコースの取り込みを促進する。'],
  ['Arabic', 'يخفض الأنسولين مستوى السكر في الدم ويزيد من امتصاص الجلوكوز في العضلات.'],
  ['Russian', 'Инсулин снижает уровень глюкозы в крови и увеличивает её поглощение мышцами.'],
  ['Korean', '인슐린은 혈당을 낮추고 근육의 포도당 흡수를 증가시킨다.'],
  ['Hebrew', 'אינסולין מוריד את רמת הסוכר בדם ומגביר את ספיגת הגלוקוז בשרירים.'],
  ['Hindi', 'इंसुलिन रक्त में शर्करा को कम करता है और मांसपेशियों में ग्लूकोज बढ़ाता है।'],
  ['Thai', 'อินซูลินช่วยลดระดับน้ำตาลในเลือดและเพิ่มการดูดซึมกลูโคสของกล้ามเนื้อ'],
  ['a German title', 'Wirkung von Metformin auf die Leber'],
  ['Greek', 'Η ινσουλίνη μειώνει τη γλυκόζη στο αίμα και αυξάνει την πρόσληψή της από τους μυς.'],
]

const here: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one word', 'Apoptosis'],
  ['a title', 'IL-10 inhibits TNF-α'],
  ['a title with a foreign name', 'Von Willebrand factor in Guillain-Barré syndrome'],
  [
    'English with symbols',
    'TNF-α and IFN-γ increased the expression of iNOS in macrophages, whereas TGF-β did not, and β-catenin was stable.',
  ],
  [
    'English with words of other languages',
    'De novo synthesis was measured in vitro and ex vivo by van der Berg et al. at the Universität für Medizin; per se it did not change.',
  ],
  [
    'a table of genes',
    'TNF\t2.5\t0.01\nNOS2\t1.8\t0.02\nIL6\t3.1\t0.001\nSOD1\t0.4\t0.05\nDES\t1.1\t0.6\nLA\t0.2\t0.9',
  ],
  [
    'a list of Latin names',
    'Escherichia coli, Staphylococcus aureus, Candida albicans, Mus musculus, Rattus norvegicus, Danio rerio',
  ],
  [
    'a list of terms',
    'apoptosis, autophagy, angiogenesis, necrosis, inflammation, fibrosis, proliferation, migration, invasion',
  ],
  ['a sequence', 'ATGGCCTTAGGCATTACG GGCATTACGATGGCCTTA'],
  ['code', 'const sum = (a, b) => a + b; export default sum'],
  ['numbers', '12.5 13.1 14.0 2026-11-23'],
  [
    'English with a sentence of Chinese',
    'Insulin lowers the concentration of glucose in the blood of mice (胰岛素降低血糖) and has no effect on weight.',
  ],
]

describe('is not English', () => {
  it.each(elsewhere)('%s', (_, text) => expect(isEnglish(text)).toBe(false))
})

describe('is English, or nothing that speaks against it', () => {
  it.each(here)('%s', (_, text) => expect(isEnglish(text)).toBe(true))
})

describe('an article in two languages', () => {
  const english =
    'Insulin lowers the concentration of glucose in the blood, and it has no effect on the weight of these mice. '
  const german =
    'Insulin senkt die Konzentration von Glukose im Blut, und es hat keine Wirkung auf das Gewicht der Mäuse. '

  it('counts as English when half of it is', () => expect(isEnglish(german.repeat(20) + english.repeat(20))).toBe(true))
  it('does not when only its summary is', () => expect(isEnglish(english.repeat(4) + german.repeat(40))).toBe(false))
  it('counts as English when only its summary is in another', () =>
    expect(isEnglish(german.repeat(4) + english.repeat(40))).toBe(true))
  it('is judged by its body, however long it is', () =>
    expect(isEnglish(english.repeat(100) + german.repeat(20_000))).toBe(false))
})

it('gives an answer for any text, and the same one however its accents are written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      expect(isEnglish(text.normalize('NFD'))).toBe(isEnglish(text.normalize('NFC')))
    }),
  )
  for (const [, text] of elsewhere) expect(isEnglish(text.normalize('NFD'))).toBe(false)
})
