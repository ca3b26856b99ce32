/**
 * What a trigger says about its target: it goes up (1) or down (-1); it is acted upon without a direction (0); the agent
 * becomes it ('converts'); it gets better or worse, which is up or down only once it is known what it is.
 */
export type TriggerSign = 1 | -1 | 0 | 'converts' | 'better' | 'worse'

/** Whether the verb takes a target as its object, or lets it stand as the subject ("pain eases"), or either. */
export type TriggerFrame = 'object' | 'subject' | 'either'

export interface Trigger {
  readonly lemma: string
  readonly sign: TriggerSign
  readonly frame: TriggerFrame
  /** The words that must follow before the target, one of them; none: the target follows directly. */
  readonly particles?: readonly string[]
}

const list = (sign: TriggerSign, frame: TriggerFrame, lemmas: string): Trigger[] =>
  lemmas.split(' ').map(lemma => ({ lemma, sign, frame }))

const withParticles = (sign: TriggerSign, frame: TriggerFrame, entries: Readonly<Record<string, string>>): Trigger[] =>
  Object.entries(entries).map(([lemma, particles]) => ({ lemma, sign, frame, particles: particles.split('|') }))

/**
 * Trigger verbs by what they say, each line sorted. They are the words that biomedical prose uses for regulation
 * (compare the event triggers of the BioNLP shared tasks), collected from a reading of the field, not from a corpus.
 */
export const triggers: readonly Trigger[] = [
  ...list(1, 'object', 'activate amplify augment boost cause deliver drive elevate elicit encourage enhance evoke '
    + 'exacerbate facilitate foster generate heighten induce initiate intensify liberate magnify potentiate produce '
    + 'promote prompt provoke raise reactivate regenerate release restore secrete sensitise sensitize stimulate '
    + 'strengthen supply support sustain synthesise synthesize transactivate trigger up-regulate upregulate'),
  ...list(1, 'either', 'accelerate double expand increase multiply proliferate spread'),
  ...list(1, 'subject', 'accumulate climb flourish grow recover regrow rise survive swell'),
  ...list(-1, 'object', 'abate abolish abrogate alleviate antagonise antagonize arrest attenuate block blunt '
    + 'calm combat counteract curb curtail cut damp dampen degrade deplete detoxify down-regulate downregulate eliminate '
    + 'eradicate extinguish halt hamper hinder hydrolyse hydrolyze impair impede inactivate inhibit kill knock-down limit '
    + 'lower minimise minimize mitigate moderate mute neutralise neutralize nullify obstruct offset oppose prevent '
    + 'quell quench quiet quieten reduce relieve repress restrain restrict retard reverse scavenge silence slow soothe '
    + 'stifle subdue suppress tame temper trans-repress transrepress'),
  ...list(-1, 'either', 'decrease diminish ease lessen shrink weaken'),
  ...list(-1, 'subject', 'abate decline die disappear drop dwindle fade fall recede subside vanish wane'),
  ...list('better', 'either', 'ameliorate better improve'),
  ...list('better', 'object', 'heal preserve protect repair rescue'),
  ...list('worse', 'object', 'aggravate compromise damage destroy disrupt disturb harm injure'),
  ...list('worse', 'either', 'deteriorate worsen'),
  ...list(0, 'object', 'affect alter bind change control govern influence mediate modify modulate phosphorylate '
    + 'recognise recognize regulate replace target'),
  ...withParticles(1, 'object', {
    account: 'for', bring: 'about', build: 'up', contribute: 'to', give: 'rise to', lead: 'to', result: 'in', set: 'off',
    step: 'up', switch: 'on', turn: 'on|up',
  }),
  ...withParticles(-1, 'object', {
    act: 'against', bring: 'down', cut: 'back|down', damp: 'down', defend: 'against', guard: 'against', hold: 'back|down',
    interfere: 'with', keep: 'down', protect: 'against|from', push: 'down', rein: 'in', shut: 'down|off', switch: 'off',
    tone: 'down', turn: 'down|off',
  }),
  ...withParticles(-1, 'subject', { calm: 'down', die: 'down', settle: 'down' }),
  ...withParticles('converts', 'object', {
    change: 'into', convert: 'into|to', develop: 'into', differentiate: 'into|to|towards|toward', grow: 'into',
    mature: 'into|to', metamorphose: 'into', reprogram: 'into', transdifferentiate: 'into', transform: 'into|to',
    turn: 'into',
  }),
  ...list('converts', 'object', 'become'),
  ...withParticles(0, 'object', {
    act: 'on|upon', home: 'in on|to|towards|toward', impact: 'on', interact: 'with', migrate: 'into|to|towards|toward',
    move: 'into|to|towards|toward', travel: 'to|towards|toward',
  }),
]

/** Verbs whose past forms no rule makes: past, participle. Sorted. */
export const irregularForms: Readonly<Record<string, readonly [string, string]>> = {
  become: ['became', 'become'], bind: ['bound', 'bound'], bring: ['brought', 'brought'], build: ['built', 'built'],
  cut: ['cut', 'cut'], drive: ['drove', 'driven'], fall: ['fell', 'fallen'], find: ['found', 'found'],
  give: ['gave', 'given'], grow: ['grew', 'grown'], hold: ['held', 'held'], keep: ['kept', 'kept'], lead: ['led', 'led'],
  regrow: ['regrew', 'regrown'], rise: ['rose', 'risen'], set: ['set', 'set'], shrink: ['shrank', 'shrunk'],
  shut: ['shut', 'shut'], show: ['showed', 'shown'], spread: ['spread', 'spread'], swell: ['swelled', 'swollen'],
  begin: ['began', 'begun'], take: ['took', 'taken'], make: ['made', 'made'], come: ['came', 'come'], go: ['went', 'gone'],
  see: ['saw', 'seen'], know: ['knew', 'known'], leave: ['left', 'left'], lie: ['lay', 'lain'], think: ['thought', 'thought'],
  undergo: ['underwent', 'undergone'], say: ['said', 'said'], stand: ['stood', 'stood'], feel: ['felt', 'felt'],
  get: ['got', 'got'], mean: ['meant', 'meant'], lose: ['lost', 'lost'], tend: ['tended', 'tended'], read: ['read', 'read'],
}

/** Verbs that say nothing about direction but have a subject of their own, so that a clause can be told. Sorted. */
export const plainVerbs: readonly string[] = ('accept achieve acquire act aim allow analyse analyze appear apply arise arrive assess '
  + 'assume attach attempt attract authorise avoid base begin behave believe belong call carry cease circulate claim combine come compare '
  + 'comprise conclude conduct confirm connect consider consist contain continue correlate count cover create cross deal define '
  + 'demonstrate depend derive describe detect determine develop discover discuss display distinguish divide do draw enable '
  + 'encode engage engraft enrol enroll enter establish evaluate examine exert exhibit exist expect experience explain explore express '
  + 'fail feed feel fill find flow focus follow form function get give go guide happen harbour have help hold home hope hypothesise hypothesize identify illustrate '
  + 'imply include indicate infer infuse inject integrate interpret investigate involve isolate keep know lack last leave lie link localise '
  + 'localize look lose maintain make mean measure meet migrate monitor move name need notice observe obtain occur offer participate pass pay '
  + 'perceive perform permit persist place play possess predict prepare present presume presuppose probe proceed process propose prove provide '
  + 'publish reach read rebuild receive recommend record refer reflect refuse remain remove renew report represent require resemble reside respond '
  + 'reveal say see seek seem select send serve settle share show signal speak speculate stand start state stay store study succeed suffer '
  + 'suggest surround survey suspect take tell tend test think transfer transplant treat try understand undergo use validate vary view '
  + 'want warn work write yield').split(' ')
