import { describe, expect, it } from 'vitest'
import { outcomeOf } from './edited-passage.ts'

/** Statements and their contraries: negations, directions, numbers, units, comparisons, orders. */
const flips: Readonly<Record<string, readonly (readonly [quote: string, found: string])[]>> = {
  German: [
    ['Die Zellen hemmen den Schmerz nach der Verletzung.', 'Die Zellen hemmen den Schmerz nicht nach der Verletzung.'],
    ['Das Mittel wirkte nicht bei Ratten mit Nervenschaden.', 'Das Mittel wirkte bei Ratten mit Nervenschaden.'],
    ['Die Konzentration stieg nach zwei Wochen an.', 'Die Konzentration sank nach zwei Wochen ab.'],
    ['Die Behandlung erhöhte die Zahl der Gliazellen.', 'Die Behandlung verringerte die Zahl der Gliazellen.'],
    ['Es wurden 24 Patienten eingeschlossen.', 'Es wurden 42 Patienten eingeschlossen.'],
    ['Der Wert war niedriger als vorher.', 'Der Wert war höher als vorher.'],
    ['Die Schmerzen nahmen deutlich zu.', 'Die Schmerzen nahmen deutlich ab.'],
    ['Keiner der Patienten hatte Fieber.', 'Jeder der Patienten hatte Fieber.'],
    ['Der Eingriff war wirksam und sicher.', 'Der Eingriff war unwirksam und sicher.'],
    ['Drei von zwölf Tieren überlebten.', 'Dreizehn von zwölf Tieren überlebten.'],
    ['Vor der Operation wurde gemessen.', 'Nach der Operation wurde gemessen.'],
    ['Die Kranken aus Norwegen wurden befragt.', 'Die Kranken aus Chile wurden befragt.'],
    ['Die Dosis betrug 5 mg am Tag.', 'Die Dosis betrug 5 g am Tag.'],
    ['Der Schmerz liess nach Gabe von Wirkstoff schnell nach.', 'Der Schmerz nahm nach Gabe von Wirkstoff schnell zu.'],
  ],
  French: [
    ['Les cellules réduisent la douleur chez le rat.', 'Les cellules augmentent la douleur chez le rat.'],
    ['Le traitement ne diminue pas la douleur.', 'Le traitement diminue la douleur.'],
    ['Aucun patient n’a eu de fièvre.', 'Chaque patient a eu de la fièvre.'],
    ['Vingt patients ont été inclus.', 'Trente patients ont été inclus.'],
    ['La dose était inférieure à 10 mg.', 'La dose était supérieure à 10 mg.'],
    ['La mesure a été faite avant l’opération.', 'La mesure a été faite après l’opération.'],
    ['Il n’y avait plus de douleur.', 'Il y avait de la douleur.'],
    ['Le taux baissait pendant la nuit.', 'Le taux montait pendant la nuit.'],
    ['L’état des malades s’est aggravé.', 'L’état des malades s’est amélioré.'],
    ['Les malades sont sans fièvre.', 'Les malades sont avec fièvre.'],
    ['Le médicament est inefficace chez l’enfant.', 'Le médicament est efficace chez l’enfant.'],
  ],
  Spanish: [
    ['Las células reducen el dolor en ratas.', 'Las células aumentan el dolor en ratas.'],
    ['El tratamiento no mejoró la marcha.', 'El tratamiento mejoró la marcha.'],
    ['Ningún paciente tuvo fiebre.', 'Todo paciente tuvo fiebre.'],
    ['Se incluyeron veinte pacientes.', 'Se incluyeron treinta pacientes.'],
    ['La dosis fue menor que antes.', 'La dosis fue mayor que antes.'],
    ['La presión bajó durante la noche.', 'La presión subió durante la noche.'],
    ['El dolor empeoró con el frío.', 'El dolor mejoró con el frío.'],
    ['Se midió antes de la operación.', 'Se midió después de la operación.'],
    ['El efecto creció con la edad.', 'El efecto decreció con la edad.'],
  ],
  Italian: [
    ['Le cellule riducono il dolore nei ratti.', 'Le cellule aumentano il dolore nei ratti.'],
    ['Il trattamento non ha ridotto il dolore.', 'Il trattamento ha ridotto il dolore.'],
    ['Nessun paziente ha avuto febbre.', 'Ogni paziente ha avuto febbre.'],
    ['Sono stati inclusi venti pazienti.', 'Sono stati inclusi trenta pazienti.'],
    ['La dose era minore di prima.', 'La dose era maggiore di prima.'],
    ['La pressione scendeva di notte.', 'La pressione saliva di notte.'],
    ['Il dolore è peggiorato con il freddo.', 'Il dolore è migliorato con il freddo.'],
    ['È stato misurato prima dell’intervento.', 'È stato misurato dopo l’intervento.'],
    ['Il gene inibisce la crescita.', 'Il gene promuove la crescita.'],
  ],
  Portuguese: [
    ['As células reduzem a dor em ratos.', 'As células aumentam a dor em ratos.'],
    ['O tratamento não melhorou a marcha.', 'O tratamento melhorou a marcha.'],
    ['Nenhum paciente teve febre.', 'Todo paciente teve febre.'],
    ['Foram incluídos vinte pacientes.', 'Foram incluídos trinta pacientes.'],
    ['A dose foi menor do que antes.', 'A dose foi maior do que antes.'],
    ['A pressão caiu durante a noite.', 'A pressão subiu durante a noite.'],
    ['Foi medido antes da operação.', 'Foi medido depois da operação.'],
    ['A dor piorou com o frio.', 'A dor melhorou com o frio.'],
  ],
  Russian: [
    ['Клетки уменьшали боль у крыс.', 'Клетки увеличивали боль у крыс.'],
    ['Лечение не снизило боль.', 'Лечение снизило боль.'],
    ['Ни один больной не имел лихорадки.', 'Один больной имел лихорадку.'],
    ['Было включено двадцать больных.', 'Было включено тридцать больных.'],
    ['Доза была меньше обычной.', 'Доза была больше обычной.'],
    ['Давление падало ночью.', 'Давление росло ночью.'],
    ['Измеряли до операции на нерве.', 'Измеряли после операции на нерве.'],
    ['Состояние больных ухудшилось за год.', 'Состояние больных улучшилось за год.'],
    ['Препарат неэффективен у детей.', 'Препарат эффективен у детей.'],
    ['Боль исчезла через неделю.', 'Боль появилась через неделю.'],
  ],
  Chinese: [
    ['这些细胞减轻了大鼠的疼痛。', '这些细胞加重了大鼠的疼痛。'],
    ['治疗没有改善步态。', '治疗改善了步态。'],
    ['治疗不能降低血压。', '治疗能降低血压。'],
    ['共纳入二十名患者。', '共纳入三十名患者。'],
    ['剂量小于以前的剂量。', '剂量大于以前的剂量。'],
    ['在手术前测量了血压。', '在手术后测量了血压。'],
    ['血压在夜间下降。', '血压在夜间上升。'],
    ['该基因抑制肿瘤生长。', '该基因促进肿瘤生长。'],
    ['患者无发热症状。', '患者有发热症状。'],
    ['症状在治疗后好转。', '症状在治疗后恶化。'],
    ['该药有效且安全。', '该药无效且安全。'],
    ['表达水平较高。', '表达水平较低。'],
  ],
  Japanese: [
    ['この細胞はラットの痛みを軽減した。', 'この細胞はラットの痛みを増悪させた。'],
    ['治療は痛みを改善しなかった。', '治療は痛みを改善した。'],
    ['治療は痛みを改善せず、発熱した。', '治療は痛みを改善し、発熱した。'],
    ['二十人の患者が含まれた。', '三十人の患者が含まれた。'],
    ['血圧は夜間に低下した。', '血圧は夜間に上昇した。'],
    ['手術前に血圧を測定した。', '手術後に血圧を測定した。'],
    ['用量は以前より少ない。', '用量は以前より多い。'],
    ['発現は高かった。', '発現は低かった。'],
    ['患者に発熱はあった。', '患者に発熱はなかった。'],
    ['痛みが減った。だから続けた。', '痛みが増えた。だから続けた。'],
    ['痛みが消えた患者もいた。', '痛みが現れた患者もいた。'],
    ['この薬は有効である。', 'この薬は無効である。'],
    ['効果があるとは言えません。', '効果があると言えます。'],
  ],
  Korean: [
    ['이 세포는 쥐의 통증을 감소시켰다.', '이 세포는 쥐의 통증을 증가시켰다.'],
    ['치료는 통증을 줄이지 않았다.', '치료는 통증을 줄였다.'],
    ['치료가 효과가 없었다.', '치료가 효과가 있었다.'],
    ['환자는 오래 걷지 못했다고 의사가 말했다.', '환자는 오래 걸었다고 의사가 말했다.'],
    ['환자는 안 아프다고 말했다.', '환자는 아프다고 말했다.'],
    ['환자 스무 명이 포함되었다.', '환자 서른 명이 포함되었다.'],
    ['혈압은 밤에 낮아졌다.', '혈압은 밤에 높아졌다.'],
    ['수술 전에 혈압을 측정했다.', '수술 후에 혈압을 측정했다.'],
    ['유전자가 성장을 억제한다.', '유전자가 성장을 촉진한다.'],
    ['용량은 이전보다 적다.', '용량은 이전보다 많다.'],
    ['증상이 악화되었다고 한다.', '증상이 호전되었다고 한다.'],
  ],
  Arabic: [
    ['تقلل الخلايا الألم في الجرذان.', 'تزيد الخلايا الألم في الجرذان.'],
    ['لم يخفض العلاج ضغط الدم.', 'خفض العلاج ضغط الدم.'],
    ['العلاج لا يخفض ضغط الدم.', 'العلاج يخفض ضغط الدم.'],
    ['شملت الدراسة عشرين مريضا.', 'شملت الدراسة ثلاثين مريضا.'],
    ['انخفض ضغط الدم ليلا.', 'ارتفع ضغط الدم ليلا.'],
    ['قيس الضغط قبل العملية.', 'قيس الضغط بعد العملية.'],
    ['كانت الجرعة أقل من السابق.', 'كانت الجرعة أكثر من السابق.'],
    ['أدى العلاج إلى الزيادة في الألم.', 'أدى العلاج إلى النقصان في الألم.'],
    ['وانخفاض الألم واضح في الدراسة.', 'وارتفاع الألم واضح في الدراسة.'],
    ['يثبط الجين نمو الورم.', 'يحفز الجين نمو الورم.'],
    ['ولم تتحسن الحالة بعد أسبوع.', 'وتحسنت الحالة بعد أسبوع.'],
  ],
  Hebrew: [
    ['התאים הפחיתו את הכאב בחולדות.', 'התאים הגבירו את הכאב בחולדות.'],
    ['הטיפול לא הפחית את הכאב.', 'הטיפול הפחית את הכאב.'],
    ['אין הבדל בין הקבוצות.', 'יש הבדל בין הקבוצות.'],
    ['נכללו עשרים חולים במחקר.', 'נכללו שלושים חולים במחקר.'],
    ['לחץ הדם ירד בלילה.', 'לחץ הדם עלה בלילה.'],
    ['המדידה נעשתה לפני הניתוח.', 'המדידה נעשתה אחרי הניתוח.'],
    ['המינון היה נמוך מהרגיל.', 'המינון היה גבוה מהרגיל.'],
    ['הירידה בלחץ הדם ברורה.', 'העלייה בלחץ הדם ברורה.'],
    ['הגן מעכב את הגדילה.', 'הגן מעודד את הגדילה.'],
    ['החולים טופלו בלי תרופה נוספת.', 'החולים טופלו עם תרופה נוספת.'],
    ['ולא נמצא שיפור במצב החולים.', 'ונמצא שיפור במצב החולים.'],
  ],
  Hindi: [
    ['कोशिकाओं ने चूहों में दर्द घटाया।', 'कोशिकाओं ने चूहों में दर्द बढ़ाया।'],
    ['उपचार से दर्द कम नहीं हुआ।', 'उपचार से दर्द कम हुआ।'],
    ['उपचार से दर्द कम हुआ।', 'उपचार से दर्द अधिक हुआ।'],
    ['बीस रोगी शामिल किए गए।', 'तीस रोगी शामिल किए गए।'],
    ['रात में रक्तचाप गिर गया।', 'रात में रक्तचाप बढ़ गया।'],
    ['शल्यक्रिया से पहले मापा गया।', 'शल्यक्रिया के बाद मापा गया।'],
    ['खुराक पहले से कम थी।', 'खुराक पहले से ज़्यादा थी।'],
    ['बिना दवा के रोगी ठीक हुए।', 'दवा के साथ रोगी ठीक हुए।'],
    ['दर्द में वृद्धि हुई थी।', 'दर्द में कमी हुई थी।'],
    ['यह जीन वृद्धि को रोकता है।', 'यह जीन वृद्धि को बढ़ावा देता है।'],
  ],
}

/** Spelling, synonyms, words put in and small words that change nothing. */
const harmless: typeof flips = {
  German: [
    ['Die Zellen wurden im Brutschrank aufbewahrt.', 'Die Zellen wurden im Brutschrank auch aufbewahrt.'],
    ['Der Schmerz in den Füssen war nicht neu.', 'Der Schmerz in den Füßen war nicht neu.'],
    ['Die Ergebnisse der Messung wurden aufgeschrieben.', 'Die Befunde der Messung wurden aufgeschrieben.'],
    ['Die Untersuchung dauerte drei Wochen.', 'Die Untersuchung dauerte 3 Wochen.'],
  ],
  French: [['Les malades sont revenus à la clinique.', 'Les malades sont aussi revenus à la clinique.']],
  Spanish: [
    ['Los pacientes volvieron a la clínica del valle.', 'Los pacientes volvieron también a la clínica del valle.'],
  ],
  Italian: [['I pazienti sono tornati nella clinica.', 'I pazienti sono anche tornati nella clinica.']],
  Portuguese: [['Os pacientes voltaram para a clínica.', 'Os pacientes também voltaram para a clínica.']],
  Russian: [['Больные вернулись в клинику на осмотр.', 'Больные также вернулись в клинику на осмотр.']],
  Chinese: [['患者回到医院接受检查。', '患者也回到医院接受检查。']],
  Japanese: [['患者は病院に戻って検査を受けた。', '患者は病院に戻って検査も受けた。']],
  Korean: [['환자는 검사를 받으러 병원에 돌아왔다.', '환자는 또한 검사를 받으러 병원에 돌아왔다.']],
  Arabic: [['عاد المرضى إلى العيادة للفحص.', 'عاد المرضى أيضا إلى العيادة للفحص.']],
  Hebrew: [['החולים חזרו למרפאה לבדיקה.', 'החולים גם חזרו למרפאה לבדיקה.']],
  Hindi: [['रोगी जाँच के लिए अस्पताल लौटे।', 'रोगी भी जाँच के लिए अस्पताल लौटे।']],
}

const rowsOf = (table: typeof flips): [language: string, quote: string, found: string][] =>
  Object.entries(table).flatMap(([language, pairs]) =>
    pairs.map(([quote, found]): [string, string, string] => [language, quote, found]),
  )

describe('a statement and its contrary', () => {
  it.each(rowsOf(flips))('in %s are never taken for one another: %s | %s', (_language, quote, found) => {
    expect(outcomeOf(quote, found)).not.toBe('found')
    expect(outcomeOf(found, quote)).not.toBe('found')
  })
})

describe('a statement with a harmless edit', () => {
  it.each(rowsOf(harmless))('in %s is found: %s | %s', (_language, quote, found) => {
    expect(outcomeOf(quote, found)).toBe('found')
  })
})
