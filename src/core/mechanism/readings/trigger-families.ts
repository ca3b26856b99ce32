/** What a trigger says of its target: more of it, less of it, better or worse, acted on without a direction, turned into. */
export type FamilySign = 1 | -1 | 0 | 'better' | 'worse' | 'converts'

/**
 * Classes of triggers by how their arguments stand: `change` acts on its object; `cause` brings its object about; `need` says that
 * its subject does not come about without its object ("Y requires X"); `affect` leaves the direction open.
 */
type TriggerClass = 'change' | 'cause' | 'need' | 'affect' | 'convert'

export interface TriggerFamily {
  readonly sign: FamilySign
  readonly class: TriggerClass
  /** Base forms; the others are derived. The first names the family. */
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  /** What acts so: "inhibitor". */
  readonly agents: readonly string[]
}

/** A line is `verbs | nouns | adjectives | agentive nouns`, each list separated by blanks. */
const read = (sign: FamilySign, kind: TriggerClass, lines: string): TriggerFamily[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [verbs, nouns, adjectives, agents] = line
        .split('|')
        .map(part => part.split(' ').filter(word => word !== ''))
      return {
        sign,
        class: kind,
        verbs: verbs ?? [],
        nouns: nouns ?? [],
        adjectives: adjectives ?? [],
        agents: agents ?? [],
      }
    })

/**
 * The words by which biomedical prose says that one thing acts on another (compare the trigger types of the BioNLP shared tasks:
 * regulation, positive and negative), by family. Each block sorted.
 */
export const triggerFamilies: readonly TriggerFamily[] = [
  ...read(
    1,
    'change',
    `
accelerate | acceleration | | accelerator
activate autoactivate coactivate reactivate transactivate trans-activate | activation autoactivation coactivation reactivation transactivation | activatory | activator coactivator co-activator transactivator
agonise agonize | agonism | agonistic | agonist
amplify | amplification | | amplifier
augment | augmentation | |
boost | boost | | booster
double triple | | |
elevate | elevation | |
encourage | encouragement | |
enhance | enhancement | | enhancer
enrich | enrichment | |
exacerbate | exacerbation | |
expand | expansion | |
facilitate | facilitation | facilitatory |
favor favour | | |
foster | | |
heighten | | |
increase | increase rise increment | |
intensify | intensification | |
lengthen prolong extend | prolongation | |
maintain sustain | maintenance | |
magnify | magnification | |
overexpress over-express | overexpression over-expression | |
potentiate | potentiation | | potentiator
promote | promotion | | 
raise | | |
recover | recovery | |
restore derepress | restoration derepression | |
sensitise sensitize | sensitisation sensitization | | sensitiser sensitizer
stabilise stabilize | stabilisation stabilization | | stabiliser stabilizer
stimulate costimulate co-stimulate | stimulation costimulation co-stimulation | stimulatory costimulatory co-stimulatory | stimulator stimulant
strengthen | | |
support | support | supportive |
synergise synergize | synergy synergism | synergistic |
up-regulate upregulate | up-regulation upregulation upsurge | | upregulator
`,
  ),
  ...read(
    1,
    'cause',
    `
account | | |
allow enable permit | | |
bring | | |
catalyse catalyze | | |
cause | | causal causative due responsible |
confer | | |
contribute | contribution | | contributor
drive | | | driver
elicit | elicitation | |
evoke | | |
generate | | | generator
induce | induction | inducible inductive | inducer
initiate | initiation | | initiator
lead | | |
mediate | mediation | | mediator
produce | | |
provoke | | |
recruit | recruitment | |
render | | |
respond | response | responsive |
result | | |
trigger | | |
underlie | | |
yield | | |
`,
  ),
  ...read(
    1,
    'need',
    `
depend rely | dependence dependency | dependent reliant |
involve | involvement | |
need | | necessary essential indispensable crucial critical vital obligatory |
require | requirement prerequisite | |
suffice | | sufficient |
`,
  ),
  ...read(
    -1,
    'change',
    `
abate | abatement | |
ablate | ablation | ablative |
abolish | abolition abolishment | |
abrogate | abrogation | |
alleviate relieve | alleviation relief | |
antagonise antagonize | antagonism | antagonistic | antagonist
arrest halt | arrest | |
attenuate | attenuation | | attenuator
autoinhibit | autoinhibition | autoinhibitory |
block blockade | block blockade blockage | | blocker
blunt dampen damp | | |
combat counter counteract oppose | counteraction | |
compromise | | |
curb curtail | curtailment | |
decelerate slow retard delay | deceleration retardation delay | |
decrease | decrease decrement | |
deplete | depletion | |
depress | depression | depressant |
destabilise destabilize | destabilisation destabilization | |
diminish lessen | diminution | |
down-regulate downregulate downmodulate down-modulate | down-regulation downregulation down-modulation | | downregulator
eliminate eradicate | elimination eradication | |
hamper hinder impede obstruct | hindrance | |
impair | impairment | |
inactivate deactivate | inactivation deactivation | | inactivator
inhibit | inhibition | inhibitory | inhibitor
interfere | interference | |
kill | killing | |
knock-down knockdown knockout | knockdown knock-down knockout knock-out | |
limit restrict restrain | restriction restraint limitation | |
lower | lowering | |
negate nullify | | |
neutralise neutralize | neutralisation neutralization | |
offset overcome | | |
prevent preclude avert | prevention | preventive |
quench scavenge | scavenging | | scavenger
reduce | reduction | |
repress corepress transrepress trans-repress | repression corepression transrepression | repressive | repressor corepressor co-repressor
reverse | reversal | |
sequester | sequestration | |
shorten shrink | shortening shrinkage | |
silence | silencing | | silencer
soothe calm ease | | |
suppress | suppression | suppressive | suppressor
`,
  ),
  ...read(
    'better',
    'change',
    `
ameliorate improve | amelioration improvement | beneficial |
preserve protect rescue | preservation protection rescue | protective | protector
`,
  ),
  ...read(
    'worse',
    'change',
    `
aggravate worsen | aggravation worsening | |
damage harm injure | | deleterious |
deteriorate | deterioration | |
disrupt perturb disturb | disruption perturbation disturbance | |
`,
  ),
  ...read(
    0,
    'affect',
    `
affect | effect | effective |
alter change modify | alteration change modification | |
control govern | control | | controller
impact | impact | |
implicate | implication | |
influence | influence | |
modulate | modulation | modulatory | modulator
regulate autoregulate dysregulate deregulate | regulation autoregulation dysregulation deregulation | regulatory | regulator
target | | |
`,
  ),
  ...read(
    'converts',
    'convert',
    `
convert transform | conversion transformation | |
differentiate transdifferentiate | differentiation transdifferentiation | |
`,
  ),
]
