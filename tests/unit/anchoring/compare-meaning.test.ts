import { describe, expect, it } from 'vitest'
import type { Refusal } from '#core/anchoring/verdict.ts'
import { outcomeOf, verdictOn } from './edited-passage.ts'

/** What was marked, and what stands there now, by what the two differ in. */
const flips: Readonly<Partial<Record<Refusal, readonly (readonly [quote: string, found: string])[]>>> = {
  negation: [
    ['The graft did not reach the cord in most animals.', 'The graft did reach the cord in most animals.'],
    ['Patients who took part had no fever at all.', 'Patients who took part had a fever at all.'],
    ['Nobody in the ward fell ill during the winter.', 'Somebody in the ward fell ill during the winter.'],
    ['The wound closed without stitches in a week.', 'The wound closed with stitches in a week.'],
    ['The enzyme could be blocked by the new compound.', "The enzyme couldn't be blocked by the new compound."],
    ['The samples were contaminated on the second day.', 'The samples were uncontaminated on the second day.'],
    ['Swelling was seen in the knees of both dogs.', 'Swelling was never seen in the knees of both dogs.'],
    ['The catheter was kept free of clots for a month.', 'The catheter was kept full of clots for a month.'],
    ['The lesion was reversible after some weeks.', 'The lesion was irreversible after some weeks.'],
    ['The tissue is sterile when it is taken out.', 'The tissue is non-sterile when it is taken out.'],
    ['The diet was healthy for people of that age.', 'The diet was unhealthy for people of that age.'],
    ['The ward was careful with the new pump.', 'The ward was careless with the new pump.'],
    ['Rats could walk along the narrow beam again.', 'Rats could hardly walk along the narrow beam again.'],
  ],
  polarity: [
    ['The drug increased the flow of blood to the brain.', 'The drug decreased the flow of blood to the brain.'],
    ['Exercise lowers the pressure in the arteries.', 'Exercise raises the pressure in the arteries.'],
    ['The peptide inhibits the growth of the tumour.', 'The peptide promotes the growth of the tumour.'],
    ['Cold activates the channel in the skin.', 'Cold inactivates the channel in the skin.'],
    ['The gene was upregulated within an hour.', 'The gene was downregulated within an hour.'],
    ['Sleep strengthened the memory of the task.', 'Sleep weakened the memory of the task.'],
    ['Smoking fuels the inflammation of the airways.', 'Smoking quenches the inflammation of the airways.'],
    ['The light steepened the slope of the curve.', 'The light flattened the slope of the curve.'],
    ['Glucose fell in the hours after the meal.', 'Glucose rose in the hours after the meal.'],
    ['The ligand stimulates release of the hormone.', 'The ligand suppresses release of the hormone.'],
    ['Oxygen worsened the damage done to the cells.', 'Oxygen improved the damage done to the cells.'],
    ['The kinase was phosphorylated in the nucleus.', 'The kinase was dephosphorylated in the nucleus.'],
    ['The number of visits doubled in that year.', 'The number of visits halved in that year.'],
  ],
  number: [
    ['The trial enrolled 24 patients with the disease.', 'The trial enrolled 42 patients with the disease.'],
    ['Three of the ten mice died within a day.', 'Seven of the ten mice died within a day.'],
    ['The mean was 1.5 in the group that was fed.', 'The mean was 15 in the group that was fed.'],
    ['The risk fell by 20 % among the nurses.', 'The risk fell by 12 % among the nurses.'],
    ['Half of the samples were lost on the way.', 'A third of the samples were lost on the way.'],
    ['The dose was given twice in the first year.', 'The dose was given once in the first year.'],
    ['About 1,200 people answered the letter.', 'About 12,000 people answered the letter.'],
    ['Twenty-four hours passed until it was seen.', 'Thirty-four hours passed until it was seen.'],
    ['The change was -3 points on that scale.', 'The change was 3 points on that scale.'],
    ['The difference was tested again (p = 0.04).', 'The difference was tested again (p = 0.4).'],
  ],
  unit: [
    ['Each animal received 5 mg of the compound.', 'Each animal received 5 g of the compound.'],
    ['The wound was dressed for six weeks at home.', 'The wound was dressed for six months at home.'],
    ['The cells were kept at 10 µM for a while.', 'The cells were kept at 10 mM for a while.'],
    ['A volume of 2 ml was drawn from the vein.', 'A volume of 2 µl was drawn from the vein.'],
    ['The needle went 3 mm into the tissue.', 'The needle went 3 cm into the tissue.'],
    ['The sample was spun for 30 seconds.', 'The sample was spun for 30 minutes.'],
  ],
  comparison: [
    ['The score was higher in the women than before.', 'The score was lower in the women than before.'],
    ['More of the grafts survived in the warm bath.', 'Fewer of the grafts survived in the warm bath.'],
    ['Only values above the limit were counted.', 'Only values below the limit were counted.'],
    ['The largest of the three tumours was removed.', 'The smallest of the three tumours was removed.'],
    ['The groups were alike at the end (p > 0.05).', 'The groups were alike at the end (p < 0.05).'],
    ['At least two doctors read each of the films.', 'At most two doctors read each of the films.'],
  ],
  order: [
    ['The scan was made before the operation.', 'The scan was made after the operation.'],
    ['The first of the visits was paid for.', 'The last of the visits was paid for.'],
    ['Pain came earlier in those who smoked.', 'Pain came later in those who smoked.'],
    ['The second dose was the one that helped.', 'The third dose was the one that helped.'],
    ['The spouse looked after the nurse at home.', 'The nurse looked after the spouse at home.'],
  ],
  entity: [
    ['The level of IL-6 was measured in the blood.', 'The level of IL-8 was measured in the blood.'],
    ['TNF-α was found in the fluid of the joint.', 'TGF-β was found in the fluid of the joint.'],
    ['The rats were kept in the dark for a week.', 'The mice were kept in the dark for a week.'],
    ['Astrocytes took up the dye within minutes.', 'Microglia took up the dye within minutes.'],
    ['The patients were given morphine at night.', 'The patients were given gabapentin at night.'],
    ['The register of Norway was searched for it.', 'The register of Chile was searched for it.'],
    ['The vitamin B level was tested every year.', 'The vitamin D level was tested every year.'],
    ['Patients with diabetes were asked to come.', 'Patients with asthma were asked to come.'],
  ],
  opposite: [
    ['The left side of the heart was opened.', 'The right side of the heart was opened.'],
    ['The tumour was benign in all of the dogs.', 'The tumour was malignant in all of the dogs.'],
    ['The drug is safe for a child of that age.', 'The drug is dangerous for a child of that age.'],
    ['The pain was acute in the people who came.', 'The pain was chronic in the people who came.'],
    ['The graft was accepted by every one of the hosts.', 'The graft was rejected by every one of the hosts.'],
    ['The nurse reported a rash on both arms.', 'The nurse denied a rash on both arms.'],
    ['Ions flow into the cell when it opens.', 'Ions flow out of the cell when it opens.'],
    ['The proximal part of the tube was cut.', 'The distal part of the tube was cut.'],
    ['The screws were tight when they were seen.', 'The screws were loose when they were seen.'],
    ['The test was positive in the older son.', 'The test was negative in the older son.'],
  ],
}

/** Edits that leave what is said as it was. */
const harmless: readonly (readonly [quote: string, found: string])[] = [
  ['The cells were used to study the injury of the cord.', 'The cells were employed to study the injury of the cord.'],
  ['The results show that the graft holds.', 'The findings show that the graft holds.'],
  ['The patients often came back to the clinic.', 'The patients frequently came back to the clinic.'],
  ['The surgeon began the operation at noon.', 'The surgeon started the operation at noon.'],
  ['A large number of people answered the call.', 'A big number of people answered the call.'],
  ['The drug was given to the whole group.', 'The drug was administered to the whole group.'],
  ['The fibres of the nerve were counted by hand.', 'The fibers of the nerve were counted by hand.'],
  ['The tumour was seen in the oesophagus.', 'The tumor was seen in the esophagus.'],
  ['The behaviour of the animals was analysed.', 'The behavior of the animals was analyzed.'],
  ['The anaemia was treated in the hospital.', 'The anemia was treated in the hospital.'],
  ['The microglia were stained on day four.', 'The micorglia were stained on day four.'],
  ['The inflammation was seen in the joint.', 'The inflamation was seen in the joint.'],
  ['The response of the tissue was measured.', 'The respons of the tissue was measured.'],
  ['The activity of the enzyme was recorded.', 'The activty of the enzyme was recorded.'],
  ['The cell was kept warm through the night.', 'The cells were kept warm through the night.'],
  ['The study group met in the spring.', 'The Study Group met in the spring.'],
  ['THE METHOD WAS THE SAME IN BOTH YEARS.', 'The method was the same in both years.'],
  ['The graft quickly grew into the bone.', 'The graft grew quickly into the bone.'],
  ['The nerve was also cut in the second group.', 'Also, the nerve was cut in the second group.'],
  ['The pump was placed under the skin.', 'The pump was placed under the skin [14].'],
  ['The rats slept for most of the day, as ever.', 'The rats slept for most of the day [3,12], as ever.'],
  [
    'The idea that nerves of the skin may heal by themselves is not new, as others have said.',
    'The idea that nerves of the skin may heal by themselves is not new, as others have said (Meyer, 2019).',
  ],
  ['The dose was raised twice in that time.', 'The dose was indeed raised twice in that time.'],
  ['There was no pain on the following day.', 'There was clearly no pain on the following day.'],
  ['The level of TNF-α rose in the fluid.', 'The level of TNFα rose in the fluid.'],
  ['The level of TNF-α rose in the fluid.', 'The level of TNF-alpha rose in the fluid.'],
  ['The dose of 5 µg was given by mouth.', 'The dose of 5 \u03BCg was given by mouth.'],
  ['The trial had 1,200 people in four towns.', 'The trial had 1200 people in four towns.'],
  ['Two of the dogs were taken home again.', '2 of the dogs were taken home again.'],
  ['After three weeks the cast was removed.', 'After 3 weeks the cast was removed.'],
  ['The bath was kept at 37 °C for an hour.', 'The bath was kept at 37°C for an hour.'],
  ['About 20 percent of them came from abroad.', 'About 20 % of them came from abroad.'],
  ['The samples could not be read by eye.', 'The samples could not be read by the eye.'],
  ['The well-known method was chosen by both.', 'The well known method was chosen by both.'],
  ['The cords of the animals were examined.', 'The cords of these animals were examined.'],
  ['The patients were asked about their sleep.', 'The patients were asked about sleep.'],
  ['“The graft holds,” said the surgeon at last.', '"The graft holds," said the surgeon at last.'],
  ['The lesion – a small one – was left alone.', 'The lesion - a small one - was left alone.'],
  ['The thickness of the wall was noted daily.', 'The thickness of the wall was recorded daily.'],
  ['The pathways of pain are many and long.', 'The routes of pain are many and long.'],
  ['The universal rule was held to by them.', 'The unniversal rule was held to by them.'],
  ['Which of the sites was chosen is not told.', 'Which of the places was chosen is not told.'],
  ['Both knees were bandaged after the fall.', 'Both knees were bandaged after that fall.'],
  ['The children were weighed at twenty-four weeks.', 'The children were weighed at 24 weeks.'],
]

/** Kinds that overlap: an opposite may be told by a direction or a comparison, a name by a number in it. */
const neighbours: Readonly<Partial<Record<Refusal, readonly Refusal[]>>> = {
  negation: ['negation', 'opposite'],
  polarity: ['polarity', 'opposite', 'negation'],
  comparison: ['comparison', 'opposite'],
  opposite: ['opposite', 'comparison', 'polarity', 'negation'],
  order: ['order', 'opposite'],
}

describe('a passage that says something else now', () => {
  const cases = Object.entries(flips).flatMap(([kind, pairs]) =>
    pairs.map(([quote, found]): [Refusal, string, string] => [kind as Refusal, quote, found]),
  )
  it.each(cases)('is refused for its %s: %s | %s', (kind, quote, found) => {
    const { status } = verdictOn(quote, found)
    expect(['orphaned', 'uncertain']).toContain(status)
    expect(neighbours[kind] ?? [kind]).toContain(outcomeOf(quote, found))
  })

  it.each(cases)('is refused for its %s the other way round, too: %s | %s', (_kind, quote, found) => {
    expect(outcomeOf(found, quote)).not.toBe('found')
  })
})

describe('a passage that was edited and says the same', () => {
  it.each(harmless)('is found: %s | %s', (quote, found) => {
    expect(outcomeOf(quote, found)).toBe('found')
  })
})
