/** Beginnings of words that say that something becomes more, or is brought about. In small letters. */
const up = `
increas elevat enhanc promot stimulat activat induc upregulat up-regulat augment boost amplif potentiat rais rise rises rising rose risen
grow grew accelerat strengthen improv facilitat trigger gain expan heighten intensif upturn doubl tripl sensitiz sensitis agonis agoniz overexpress
phosphorylat methylat acetylat polaris polariz proliferat
erhöh steiger steig stieg zunahm zunehm förder verstärk aktivier verbesser
augment élev élèv stimul activ accroît accru accroiss hauss amélior favoris
aument elevó elevad estimul activ promov promuev increment mejor
aumenta eleva stimola attiva promuov miglior
ativ estimul promov melhor
verhoog verhoging toenam toegenomen bevorder versterk
ökad ökning ökar öka stimuler aktiver
увелич повыш повыс стимулир активир усил улучш рост возрос
збільш підвищ стимул посил
zwiększ podwyższ wzrost stymul aktyw poprawi
αυξ ενισχ διεγε βελτι
arttır artış yüksel
tăng
meningkat
زيادة زاد ازداد ارتفاع ارتفع تحفيز حفز تعزيز عزز تحسن تحسين تنشيط
עלייה עלה גבר הגביר מגביר הגדיל מעודד שיפר שיפור
वृद्धि बढ़
`

/** Beginnings of words that say that something becomes less, or is kept from happening. */
const down = `
decreas reduc inhibit suppress attenuat downregulat down-regulat diminish block prevent impair deplet abolish abrogat declin
fell fall falls fallen falling drop loss losses lose loses losing lost weaken alleviat reliev ameliorat mitigat dampen silenc knockdown knockout knock-down knock-out
ablat eliminat worsen deteriorat minimi shrink shrank shrunk slow antagonis antagoniz counteract inactivat deactivat repress curb curtail lessen
dephosphorylat demethylat deacetylat desensitiz desensitis aggravat exacerbat degrad disrupt halv hinder
senk gesunken sank verringer reduzier hemm abnahm abnehm vermindert verminder unterdrück verschlechter
diminu rédui réduct inhib baiss supprim attén empêch
disminu reduj reduc inhib suprim atenu empeor descen
diminui riduc ridott riduz inib soppr peggior
dimin reduz inib suprim piorou piora
verlaag verminder remming remt onderdruk
minsk hämm undertryck
уменьш сниж сниз подавл подав ингибир угнет ухудш ослаб пад
зменш зниж пригніч
zmniejsz obniż hamow hamuj spad pogorsz
μειω μείω αναστ καταστ
azal azalt düşür düşüş engelle
giảm
menurun
انخفاض انخفض تقليل قلل تثبيط ثبط نقص تراجع خفض
ירידה ירד הפחית מפחית עיכב מעכב דיכא החליש
कमी घट
`

/** Whole words that compare; the reason they are told by is `comparison`. */
const more = `
more greater higher larger bigger longer stronger better above exceed exceeds exceeded exceeding most highest greatest largest longest strongest best maximum maximal
maximally heavier deeper wider thicker faster quicker
mehr höher größer länger stärker besser plus supérieur supérieure supérieurs supérieures más mayor mayores superior maggiore maggiori superiore più mais maior maiores
больше выше более meer hoger groter mer högre större więcej wyższy أكثر أعلى أكبر יותר גבוה
`
const less = `
less fewer lower smaller shorter weaker worse below least lowest fewest smallest shortest weakest worst minimum minimal minimally lighter shallower narrower thinner
slower
weniger niedriger kleiner kürzer schwächer schlechter moins inférieur inférieure inférieurs inférieures menos menor menores inferior minore minori inferiore meno
меньше ниже менее minder lager kleiner mindre lägre mniej niższy أقل أدنى أصغر פחות נמוך
`

const split = (list: string): string[] => list.split(/\s+/).filter(word => word !== '')

export type Direction = '+' | '-'

/** Stems by their first two letters, the longest first, so that a word is tried against few. */
const stems = new Map<string, [stem: string, direction: Direction][]>()
for (const [list, direction] of [
  [down, '-'],
  [up, '+'],
] as const) {
  for (const stem of split(list)) {
    const key = stem.slice(0, 2)
    stems.set(key, [...(stems.get(key) ?? []), [stem, direction]])
  }
}
for (const list of stems.values()) list.sort(([a], [b]) => b.length - a.length)

const comparisons = new Map<string, Direction>([
  ...split(more).map((word): [string, Direction] => [word, '+']),
  ...split(less).map((word): [string, Direction] => [word, '-']),
])

/** Words that begin like a stem of the lists and say nothing of a direction. */
const others = new Set(
  split(`inducement rosemary rosette riser reducible growl growls induct inductee blockade-free lossless dropsy dropout dropouts promoter promoters
  inhibitory-free activism activist activists activity activities active actively aktivität activité actividad passing fallacy rosewood payment fellow fellows fellowship droplet droplets preventable activewear growth growths`),
)

/** Where a word points, in small letters; null for one that says nothing of a direction. */
export const directionOf = (word: string): Direction | null => {
  if (others.has(word)) return null
  for (const [stem, direction] of stems.get(word.slice(0, 2)) ?? []) if (word.startsWith(stem)) return direction
  return null
}

export const comparisonOf = (word: string): Direction | null => comparisons.get(word) ?? null

/** The same in scripts without blanks between words, the longest first. */
export const unspacedDirections: readonly (readonly [words: string, direction: Direction])[] = [
  ['活性化', '+'],
  ['不活化', '-'],
  ['增加', '+'],
  ['增强', '+'],
  ['增強', '+'],
  ['升高', '+'],
  ['上升', '+'],
  ['提高', '+'],
  ['促进', '+'],
  ['促進', '+'],
  ['激活', '+'],
  ['上调', '+'],
  ['上調', '+'],
  ['改善', '+'],
  ['増加', '+'],
  ['上昇', '+'],
  ['亢進', '+'],
  ['増強', '+'],
  ['เพิ่ม', '+'],
  ['กระตุ้น', '+'],
  ['减少', '-'],
  ['減少', '-'],
  ['降低', '-'],
  ['下降', '-'],
  ['抑制', '-'],
  ['下调', '-'],
  ['下調', '-'],
  ['减弱', '-'],
  ['減弱', '-'],
  ['阻断', '-'],
  ['阻斷', '-'],
  ['恶化', '-'],
  ['惡化', '-'],
  ['悪化', '-'],
  ['低下', '-'],
  ['阻害', '-'],
  ['減弱', '-'],
  ['ลด', '-'],
  ['ยับยั้ง', '-'],
  ['高于', '+'],
  ['高於', '+'],
  ['多于', '+'],
  ['低于', '-'],
  ['低於', '-'],
  ['少于', '-'],
]
