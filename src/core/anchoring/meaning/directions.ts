import { listed } from './joined-words.ts'

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
fuel spur. spurs. spurred. spurring. invigorat energiz energis reinforc escalat surge. surges. surged. surging. soar swell swoll multiplie multiply multiplied magnif propel quicken hasten enlarg widen lengthen
deepen steepen tighten thicken foment provok kindl foster nurtur bolster nourish hypertroph climb
angestieg angehob hebt. heben. hob. hoben. wuchs wächst wachsen. wachsend gewachs zugenomm begünstig anreg angereg erweiter vergrößer verdoppel stimulier induzier beschleunig auftrat aufgetret
monte. montent. montait. montaient. monter. monté. montée. croît croiss renforc accélér doubl indui apparaî apparu provoqu déclench
sube. suben. subió subía subier subid subir crec aceler favorec fortalec induj induc duplicó duplicar potenci aparec
stimol promoss saliva. salivano. salì. salito. salita. salgono. cresce. crescono. crescita. cresciut crebbe. accresc favorisc favorit potenzi raddoppi indott
sobe. sobem. cresceu. crescem. crescer. crescim subiu subia subiram subida induz surgiu surgir
усил ускор расти. растёт растет растут растущ росл возраст нараст вырос поднял поднима способств расшир удво появ возник индуцир прибав
زيد زادت زائد ازدياد ازدادت زداد رتفع رفع مرتفع عززت حفزت نشط تنشط حسن ضاعف تضاعف نمو. سرع تسريع سبب ظهر ظهور
עליה. עליית עלו. עלתה עולה עולים גדל גדיל הגביר הגברה הגדלה מגדיל העלה העלו העלתה העלאה עודד עידוד משפר השתפר חיזק מחזק חיזוק האיץ מאיץ האצה הכפיל הופיע הפעיל מפעיל הפעלה
सुधार उत्तेजित सक्रिय प्रेरित तेज़ तेज दुगुन दोगुन विकसित
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
tame. tamed. tames. taming. quell. quells. quelled. quelling. quench subdu stifl blunt dulled dulling dwindl plummet plung slump waned waning ebbs. ebbed. ebbing. subsid thwart throttl starv restrain
flatten loosen narrowed narrowing shorten lower lowers lowered lowering lessen dampen slacken atroph wither extinguish eradicat smother sapped cripple decimat
sinkt. sinken. sinkend abgenomm fiel. fielen. abfall abgefall linder gelindert mildert milder schwäch abgeschwäch verhinder vermeid blockier drossel bremst gebremst verlangsam inhibier verschwand verschwund schrumpf halbier beseitig zerstör
décroi décru décroît affaibl frein ralent aggrav détérior bloqu chute. chutes. disparu disparaî disparaiss prévien prévent soulag amoindr
disminuy reduz baja. bajan. bajó bajaba bajaro bajad bajar decrec cae. caen. cayó cayero caíd debilit frena. frenan. frenó. bloque impid aliviar. alivia. alivian. alivió. desapar merma. mermó.
ridu scend scese calo. cala. calano. calò. indebol rallent blocc impedi attenu allevi scomp prevenu
reduç cai. caem. caiu caía caíram caindo desce desceu desceram descid enfraquec atenu piora baixou baixaram baixar
сокращ сократ упал понижа пониз тормоз затормоз замедл блокир препятств предотвр облегч исчез пропал убыв убыл
نخفض منخفض تخفيض قلت. نقصان نقصت تناقص هبط هبوط اضعف ثبطت منع ساء. سوء. تدهور اختفى اختفاء
ירידת ירדו ירדה יורד הוריד מוריד הורדה הפחית הפחתה עיכב עיכוב דיכא מדכא דיכוי מחליש החלשה צמצם מצמצם צמצום הידרדר הרעה האט האטה הקטין מקטין הקטנה מנע מונע מניעה נעלם נעלמ חסם חוסם
गिर. गिरा गिरी गिरे गिरता गिरती रोक ह्रास बाधित दबा अवरोध निष्क्रिय बिगड़ धीम
`

/** Whole words that compare; the reason they are told by is `comparison`. */
const more = `
more greater higher larger bigger longer stronger better above exceed exceeds exceeded exceeding most highest greatest largest longest strongest best maximum maximal
maximally heavier deeper wider thicker faster quicker
mehr höher größer länger stärker besser plus supérieur supérieure supérieurs supérieures más mayor mayores superior maggiore maggiori superiore più mais maior maiores
больше выше более meer hoger groter mer högre större więcej wyższy أكثر أعلى أكبر יותר גבוה
hoch hohe hohen hoher hohes höchste höchsten größte größten längste längsten stärkste stärksten beste besten schneller älter mindestens meisten
élevé élevée élevés élevées haut haute hauts hautes meilleur meilleure mieux davantage superiores alto alta altos altas máximo máxima mejores mejor encima
superiori alti alte massimo massima migliore migliori oltre maiores melhor melhores acima
высокий высокая высокое высокие высоким высокой больший большая большее большие сильнее дольше лучше быстрее наибольший наивысший максимальный свыше
أطول أقوى أفضل أسرع أقصى كبير كبيرة عال عالية عالي فوق
גבוהה גבוהים גבוהות גדול גדולה גדולים גדולות ארוך חזק מרבי מעל רוב
अधिक ज़्यादा ज्यादा उच्च ऊँचा ऊँची बड़ा बड़ी बड़े लंबा अधिकतम सर्वाधिक
`
const less = `
less fewer lower smaller shorter weaker worse below least lowest fewest smallest shortest weakest worst minimum minimal minimally lighter shallower narrower thinner
slower
weniger niedriger kleiner kürzer schwächer schlechter moins inférieur inférieure inférieurs inférieures menos menor menores inferior minore minori inferiore meno
меньше ниже менее minder lager kleiner mindre lägre mniej niższy أقل أدنى أصغر פחות נמוך
niedrig niedrige niedrigen niedriges gering geringe geringen geringer geringste niedrigste kleinste kürzeste schwächste schlechteste langsamer jünger höchstens wenigsten tief tiefer
bas basse faible faibles pire pires moindre inferiores bajo bajos bajas mínimo mínima peor peores debajo
inferiori basso bassa bassi basse minimo minima peggiore peggiori sotto baixo baixa baixos baixas pior piores abaixo
низкий низкая низкое низкие низким низкой меньший меньшая меньшее меньшие слабее короче хуже медленнее наименьший минимальный
أقصر أضعف أسوأ أبطأ صغير صغيرة تحت
נמוכה נמוכים נמוכות קטן קטנה קטנים קטנות קצר חלש מזערי מתחת מעט
कम निम्न नीचा नीची छोटा छोटी छोटे न्यूनतम
`

const split = (list: string): string[] =>
  list
    .split(/\s+/)
    .filter(word => word !== '')
    .map(listed)

export type Direction = '+' | '-'

/** Stems by their first two letters, the longest first, so that a word is tried against few. Entries with a stop are whole words. */
const wholes = new Map<string, Direction>()
const stems = new Map<string, [stem: string, direction: Direction][]>()
for (const [list, direction] of [
  [down, '-'],
  [up, '+'],
] as const) {
  for (const stem of split(list)) {
    if (stem.endsWith('.')) {
      wholes.set(stem.slice(0, -1), direction)
      continue
    }
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

/** True for a word that only looks as if it said something of a direction. In small letters. */
export const pointsNowhere = (word: string): boolean => others.has(word)

/** Where a word points, in small letters; null for one that says nothing of a direction. */
export const directionOf = (word: string): Direction | null => {
  if (others.has(word)) return null
  const whole = wholes.get(word)
  if (whole !== undefined) return whole
  for (const [stem, direction] of stems.get(word.slice(0, 2)) ?? []) if (word.startsWith(stem)) return direction
  return null
}

export const comparisonOf = (word: string): Direction | null => comparisons.get(word) ?? null
