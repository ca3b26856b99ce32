/**
 * What a trigger says about its target: it goes up (1) or down (-1); it is acted upon without a direction (0); the agent
 * becomes it ('converts'); it gets better or worse, which is up or down only once it is known what it is.
 */
export type TriggerSign = 1 | -1 | 0 | 'converts' | 'better' | 'worse'

/** Whether the verb takes a target as its object, or lets it stand as the subject ("pain eases"), or either. */
type TriggerFrame = 'object' | 'subject' | 'either'

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
  ...list(
    1,
    'object',
    'activate amplify augment boost cause coactivate costimulate deliver derepress drive ' +
      'elevate elicit encourage enhance enrich evoke exacerbate facilitate favor favour foster generate heighten ' +
      'induce initiate intensify liberate magnify maintain overexpress potentiate produce prolong promote prompt ' +
      'provoke raise reactivate regenerate release restore secrete sensitise sensitize stabilise stabilize ' +
      'stimulate strengthen supply support sustain synthesise synthesize transactivate trigger up-regulate ' +
      'upregulate',
  ),
  ...list(1, 'either', 'accelerate double expand increase multiply proliferate spread'),
  ...list(1, 'subject', 'accumulate climb flourish grow recover regrow rise survive swell'),
  ...list(
    -1,
    'object',
    'abate ablate abolish abrogate alleviate antagonise antagonize arrest attenuate avert block blunt calm combat ' +
      'counter counteract curb curtail cut damp dampen deactivate degrade delay deplete depress destabilise ' +
      'destabilize detoxify down-regulate downregulate eliminate eradicate extinguish halt hamper hinder hydrolyse ' +
      'hydrolyze impair impede inactivate inhibit kill knock-down limit lower minimise minimize mitigate moderate ' +
      'mute negate neutralise neutralize nullify obstruct offset oppose overcome preclude prevent quell quench ' +
      'quiet quieten reduce relieve repress restrain restrict retard reverse scavenge shorten silence ' +
      'slow soothe stifle subdue suppress tame temper trans-repress transrepress',
  ),
  ...list(-1, 'either', 'decrease diminish ease lessen shrink weaken'),
  ...list(-1, 'subject', 'abate decline die disappear drop dwindle fade fall recede subside vanish wane'),
  ...list('better', 'either', 'ameliorate improve'),
  ...list('better', 'object', 'heal preserve protect repair rescue'),
  ...list('worse', 'object', 'aggravate compromise damage destroy disrupt disturb harm injure'),
  ...list('worse', 'either', 'deteriorate worsen'),
  ...list(
    0,
    'object',
    'affect alter bind change control govern influence mediate modify modulate phosphorylate ' +
      'recognise recognize regulate replace target',
  ),
  ...withParticles(1, 'object', {
    account: 'for',
    bring: 'about',
    build: 'up',
    contribute: 'to',
    give: 'rise to',
    lead: 'to',
    result: 'in',
    set: 'off',
    step: 'up',
    switch: 'on',
    turn: 'on|up',
  }),
  ...withParticles(-1, 'object', {
    act: 'against',
    bring: 'down',
    cut: 'back|down',
    damp: 'down',
    defend: 'against',
    guard: 'against',
    hold: 'back|down|in check',
    interfere: 'with',
    keep: 'down|in check',
    protect: 'against|from',
    push: 'down',
    rein: 'in',
    shut: 'down|off',
    switch: 'off',
    tone: 'down',
    turn: 'down|off',
  }),
  ...withParticles(-1, 'subject', { calm: 'down', die: 'down', settle: 'down' }),
  ...withParticles('converts', 'object', {
    aromatise: 'into|to',
    aromatize: 'into|to',
    change: 'into',
    cleave: 'into|to',
    convert: 'into|to',
    degrade: 'into|to',
    develop: 'into',
    differentiate: 'into|to|towards|toward',
    grow: 'into',
    hydrolyse: 'into|to',
    hydrolyze: 'into|to',
    isomerise: 'into|to',
    isomerize: 'into|to',
    mature: 'into|to',
    metabolise: 'into|to',
    metabolize: 'into|to',
    metamorphose: 'into',
    oxidise: 'into|to',
    oxidize: 'into|to',
    process: 'into|to',
    reprogram: 'into',
    transdifferentiate: 'into',
    transform: 'into|to',
    turn: 'into',
  }),
  ...list('converts', 'object', 'become'),
  ...withParticles(0, 'object', {
    act: 'on|upon',
    home: 'in on|to|towards|toward',
    impact: 'on',
    interact: 'with',
    migrate: 'into|to|towards|toward',
    move: 'into|to|towards|toward',
    travel: 'to|towards|toward',
  }),
]

/** Verbs whose past forms no rule makes: past, participle. Sorted. */
export const irregularForms: Readonly<Record<string, readonly [string, string]>> = {
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bind: ['bound', 'bound'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  come: ['came', 'come'],
  cut: ['cut', 'cut'],
  drive: ['drove', 'driven'],
  fall: ['fell', 'fallen'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lie: ['lay', 'lain'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  read: ['read', 'read'],
  regrow: ['regrew', 'regrown'],
  rise: ['rose', 'risen'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  shrink: ['shrank', 'shrunk'],
  shut: ['shut', 'shut'],
  spread: ['spread', 'spread'],
  stand: ['stood', 'stood'],
  swell: ['swelled', 'swollen'],
  take: ['took', 'taken'],
  think: ['thought', 'thought'],
  undergo: ['underwent', 'undergone'],
}

/** Verbs that say nothing about direction but have a subject of their own, so that a clause can be told. Sorted. */
export const plainVerbs: readonly string[] = (
  'abandon absorb accept accompany achieve acquire act adapt add address adhere adjust administer adopt advance agree aim allocate ' +
  'allow alternate analyse analyze anticipate appear apply arise arrive ask assemble assess assign assist associate assume attach attempt ' +
  'attract authorise avoid await balance base bear begin behave believe belong blame bleed breathe build buy call care carry carve ' +
  'cease challenge charge check choose circulate cite claim clarify cleave close cluster code coincide collect colonise colonize ' +
  'combine come communicate compare compensate compete compile complete compose compress comprise concern conclude condense conduct ' +
  'confer confirm confront connect consider consist constitute construct consult consume contain continue convey cooperate coordinate ' +
  'cope correlate correspond count cover create criticise cross deal decide dedicate define demonstrate depend depict deposit ' +
  'derive descend describe deserve design detach detect determine develop deviate diagnose dictate differ digest direct disagree ' +
  'discharge discover discuss display dissolve distinguish divide do dominate donate draw earn eat edit emerge emit emphasise employ ' +
  'enable enclose encode encounter end endure engage engraft engulf enrol enroll ensure entail enter equal equip escape establish estimate ' +
  'evade evaluate examine exceed exchange exclude execute exert exhibit exist expect experience explain explore expose express extend ' +
  'extract fail fear feed feel fill find finish fire fit flow focus fold follow forget form found frame fulfil function ' +
  'gain gather get give go guide handle happen harbour have hear help highlight hold home hope host hurt hypothesise hypothesize ' +
  'identify illuminate illustrate imply impose include incorporate incubate indicate infer infuse inherit inject inspect inspire ' +
  'instruct integrate intend interpret intervene introduce invade investigate invite involve isolate join judge justify keep know ' +
  'label lack last lay learn leave lie light link list listen live load localise localize lodge look lose make manage ' +
  'manifest manufacture mark mask match mean measure meet mention merge migrate mimic mirror miss mix monitor mount move myelinate name need ' +
  'notice nourish obey observe obtain occur offer open operate optimise order organise originate outlast outline overlap own ' +
  'parallel participate pass pay peak penetrate perceive perform permit persist pick place play pool pose possess postulate practise ' +
  'precede predict prefer prepare prescribe present preside press presume presuppose print probe proceed process project propose ' +
  'prove provide publish pull purify pursue qualify quantify question quote randomise randomize rank rate reach react read rebuild ' +
  'recall recapitulate receive recommend reconstruct record recruit recur rediscover refer reflect refuse regain register regress ' +
  'reinforce reject rejoin relate rely remain remember remove render renew reorganise replicate report represent require resemble ' +
  'reserve reside respect respond retain retell rethink retrieve return reveal ring run sample save say scan score screen search ' +
  'section secure see seed seek seem segregate select send sense separate serve settle share shed shift show signal sit sleep solve ' +
  'sort speak specify speculate split stain stand start state stay stem step stick store strike struggle study ' +
  'submit subscribe substitute succeed suffer suggest sum summarise summarize surpass surround survey suspect swim switch tackle take ' +
  'teach tell tend term terminate test testify think tie tolerate touch trace track trade train transfer translate transmit ' +
  'transplant transport traverse treat trust try undergo underlie underpin understand unite update urge use utilise utilize validate ' +
  'vary view visit visualise wait wake walk want warn warrant wash watch weigh win wish withdraw withstand wonder work worry wrap ' +
  'write yield '
)
  .trim()
  .split(' ')
