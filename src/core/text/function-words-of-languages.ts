/**
 * The commonest function words of English and of other languages in the Latin script. A word that is English too, a
 * symbol or a part of names in English articles ("die", "per", "son", "Na", "de novo", "et al") stands nowhere. Sorted.
 */
export const englishFunctionWords =
  'after although and any are been before between both but by can could did does each either for from had has have how if in into is it its may might more most must neither not of only or our should since some such than that the their them then there these they this those through to under until was we were what when where whether which while who whose why will with within without would'

export const functionWordsOfOthers: Readonly<Record<string, string>> = {
  czech:
    'aby bylo byly během což jako jeho jejich jsou kde která které který mezi nebo není pouze proto protože při také však že',
  danish: 'blev disse efter eller ikke kunne mellem også sammenlignet samt skal skulle til uden være været',
  dutch:
    'aan bij deze een geen hebben het hierbij maar naar niet nog onder ook tijdens tussen uit van voor waarbij waren werd werden wordt zijn zoals',
  finnish: 'ei eivät että ja joka jotka kanssa kuin mukaan mutta myös näiden olivat ovat sekä sen tämä tämän vain',
  french:
    'afin ainsi alors aucune aussi aux avec ces cette chez comme dans des donc dont du elle entre est et les leur leurs lors mais nous ont ou par pas plus pour qui sans selon ses sont sous sur très une étaient été être',
  german:
    'aber als auch auf aus bei beim bzw dass dem den der des durch ein eine einem einen einer eines für im ist jedoch kann können mit nach nicht nur oder ohne sich sie sind sowie und unter vom von vor waren wenn werden wie wird wobei wurde wurden zu zum zur zwischen über',
  hungarian: 'azonban csak egy hogy illetve között közötti meg nem pedig szerint továbbá vagy valamint volt voltak és',
  indonesian:
    'adalah antara atau bahwa dalam dan dapat dari dengan ini itu juga karena kepada oleh pada sebagai secara telah tidak untuk yang',
  italian:
    'alla alle anche che degli dei del della delle dello dopo essere hanno il loro negli nei nel nella nelle nostro più quando questa questi questo sono stata stati stato sui sulla tra tramite una uno',
  latin: 'atque autem cum eius enim erat esse etiam nec neque nisi quae quam quibus quidem quod quoque sed sunt ut vel',
  norwegian: 'etter hadde hvor kan mellom',
  polish:
    'albo były czy dla jak jednak jego jest które który między można nie oraz przez przy się są także tych tym według',
  portuguese:
    'ao aos após até como das do dos durante entre foi foram mais mas mesmo nas nos num numa não os ou para pela pelo pelos por quando sem seu sua são também uma',
  romanian: 'această acest acestor din după este fost mai pentru prin sau sunt între și',
  croatian:
    'ali bez bila bile bili bilo ili ispitanika između kao kod koja koje koji nakon nije prema samo su također uz za što',
  spanish:
    'aunque como con cual cuando del desde donde el ella ellos en entre era eran esta este estos fue fueron han hasta la las lo los muy más ningún otros para pero por porque que según sin sobre su sus también tras un una ya',
  swedish: 'att av blev dessa eller från för genom hade har inte mellan och samt som utan vid är även',
  turkish:
    'ancak arasında bir bu daha değil gibi göre hem ise için kadar olan olarak olduğu sonra tüm ve veya çok üzerinde',
  vietnamese: 'bằng cho các có của không là một người những trong và với được',
}
