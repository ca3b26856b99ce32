/**
 * Words of which one cannot stand for another. On each line the sides are parted by a bar: a word of one side in the place
 * of a word of another side says something else. Base forms; the usual endings are taken off before a word is looked up.
 */
export const opposed = `
high|low
big, large, great, huge, major, substantial|small, little, minor, slight, minimal, negligible
strong, robust, marked, pronounced, profound, severe, heavy|weak, mild, faint, modest, moderate, light
long, prolonged, extended|short, brief
fast, rapid, quick, swift|slow, gradual
early|late
new, recent, novel|old, ancient
young|old, elderly, aged
hot, warm|cold, cool
good, beneficial, favourable, favorable, positive|bad, poor, harmful, detrimental, adverse, unfavourable, unfavorable, negative
benefit, improvement|harm, damage, deterioration
better|worse
best|worst
safe|dangerous, hazardous, risky, toxic
true, right, correct|false, wrong
left|right
upper|lower
top|bottom
up|down
over, above|under, below, beneath
inside, within|outside, beyond
in|out
internal, inner|external, outer
anterior|posterior
dorsal|ventral
medial|lateral
proximal|distal
superficial|deep
central|peripheral
ipsilateral|contralateral
unilateral|bilateral
acute|chronic
benign|malignant
male, man, men, boy|female, woman, women, girl
maternal|paternal
adult|child, children, infant, neonate, newborn
father|mother
son|daughter
brother|sister
husband|wife
king|queen
always, invariably|sometimes, occasionally, rarely, seldom, never
often, frequently, commonly, usually|sometimes, occasionally, rarely, seldom, infrequently
all, every, each, everyone, everybody|some, few, several, most, many, none, nobody
many, most, much, all|few, little, none, some
some|none, no
into, onto|out, off, from, away
on|off
ahead|behind, after, following
front|back, rear
rostral|caudal
cranial|caudal
cephalad|caudad
normoxia, normoxic|hypoxia, hypoxic, hyperoxia, hyperoxic
normal|elevated, reduced, low, high
express, expressing|lack, lacking, deficient
deficient|sufficient, competent, replete
wild-type|mutant, knockout
enough, ample|insufficient, scarce, few, little
permit, permitted, allowed, legal|prohibit, prohibited, forbidden, banned, illegal
relieve, ease, soothe, alleviate, calm|aggravate, worsen, intensify, exacerbate
confirm, affirm, admit|deny, dispute
accompany|precede, follow
precede|follow
lead|follow, lag
peak|trough, nadir
fast, fasted|fed
awake, conscious|asleep, unconscious, anaesthetised, anesthetized
hope|despair
hidden, masked|shown, visible, exposed
blind, blinded|open-label, unblinded
random, randomised, randomized|nonrandomised, nonrandomized
paid|unpaid
married|single, unmarried
employed|unemployed
alone|together
daily|weekly, monthly, yearly, hourly
morning|evening, afternoon, night
winter|summer, spring, autumn
majority|minority
whole|part, half
single|multiple, double
once|twice, repeatedly
start|end
wide|narrow
join|leave, separate
attach, bind, bound|detach, dissociate, unbound, release
accelerate, hasten|delay, retard, slow
swell|shrink
rise|sink
ally|enemy
more|less, fewer
any|every, all
only, solely, exclusively|also, additionally
with|without
for|against
from|to, toward, towards
before|after, during, since
until|since
begin, began, begun, start, initiate, onset|end, cease, stop, finish, terminate, discontinue
continue|stop, cease, discontinue
first|last
open|close, closed, shut
enter, entry|leave, exit
give, provide|take, remove, withdraw, withhold
accept, approve|reject, refuse, deny, decline
agree|disagree
allow, permit, enable|forbid, prohibit, prevent, ban
include|exclude
present|absent
presence|absence
appear|disappear, vanish
arrive|depart, leave
attract|repel
add|subtract, remove, omit
gain|lose
win|lose
win|loss
succeed, success, successful|fail, failure, unsuccessful
survive, survival, survivor|die, death
survive|death
live, alive, living|dead
birth|death
protect, protective, defend|damage, harm, attack, destroy, expose
repair, restore, regenerate, heal|damage, injure, destroy, degrade, degenerate
build, construct, create, form|destroy, demolish, break
support, confirm, corroborate|oppose, contradict, refute, challenge
cause, produce|cure, prevent
push|pull
buy|sell
import|export
love|hate
friend|enemy
war|peace
rich|poor
full|empty
wet|dry
hard, difficult|easy, simple, soft
thick|thin
wide, broad|narrow
tight|loose
bright|dark, dim
day|night
summer|winter
north, northern|south, southern
east, eastern|west, western
same, identical, similar, equal|different, dissimilar, unequal
similar|opposite
direct|indirect
active|passive, inactive, dormant
voluntary|involuntary, compulsory, forced
public|private
rural|urban
natural|artificial, synthetic
normal, healthy|abnormal, diseased, pathological
sensitive|resistant, insensitive
responder|nonresponder
agonist|antagonist
activator|inhibitor, suppressor, repressor
activating|inhibiting
inducer|inhibitor
stimulatory|inhibitory
excitatory|inhibitory
excite, excitation|inhibit, inhibition
depolarise, depolarize, depolarisation, depolarization|hyperpolarise, hyperpolarize, hyperpolarisation, hyperpolarization
proinflammatory|antiinflammatory
oxidise, oxidize, oxidation, oxidant|reduce, reduction, reductant, antioxidant
acid, acidic|alkaline, basic
soluble|insoluble
saturated|unsaturated
aerobic|anaerobic
systolic|diastolic
hypertension|hypotension
hyperglycaemia, hyperglycemia|hypoglycaemia, hypoglycemia
tachycardia|bradycardia
hyperalgesia, allodynia|analgesia, hypoalgesia
vasodilation, vasodilatation|vasoconstriction
dilate, dilation|constrict, constriction
contract, contraction|relax, relaxation, expand, expansion
anabolic|catabolic
synthesis|degradation, breakdown
upstream|downstream
afferent, sensory|efferent, motor
sympathetic|parasympathetic
homozygous|heterozygous
dominant|recessive
gram-positive|gram-negative
autologous|allogeneic, allogenic, xenogeneic
donor|recipient
treated, treatment, intervention, verum, exposed|control, placebo, sham, vehicle, untreated
placebo|drug
vitro|vivo
oral, orally|intravenous, intravenously, topical, topically, intrathecal, intrathecally
significant, significantly|insignificant, insignificantly, nonsignificant
certain, definite|uncertain, possible, doubtful
likely, probable|unlikely, improbable
possible|impossible
necessary, essential, required|unnecessary, optional, dispensable
sufficient, adequate|insufficient, inadequate
known|unknown
effective, efficacious|ineffective, useless
stable|unstable
constant|variable
increase|decrease
maximum|minimum
majority|minority
advantage|disadvantage
cheap|expensive
guilty|innocent
free|enslaved, bound
legal, lawful|illegal, unlawful
mandatory|optional
may, might, can, could|must, shall, will, cannot
shall, must|may, should
and|or, nor
consistent|inconsistent
dependent|independent
reversible|irreversible
visible|invisible
regular|irregular
complete, total, entire|partial, incomplete
increase|halve
ascend, ascending|descend, descending
forward|backward
horizontal|vertical
parallel|perpendicular
prior|subsequent
previous, preceding|next, following, subsequent
pre|post
preoperative, preoperatively|postoperative, postoperatively
prenatal|postnatal
presynaptic|postsynaptic
intracellular|extracellular
upregulate, upregulation|downregulate, downregulation
steep|flat, shallow, gentle
tight|loose, slack
deny, refute, reject, dispute|report, assert, claim, admit, affirm, confirm, state
fuel, feed, fan|tame, starve, quench, calm
free|laden, bound, full
carry, bear, harbour, harbor, possess, have, contain|lack, miss
cure|cause, kill
protect, spare, save|harm, kill, destroy
zu|ab
an|ab, aus
auf|ab, zu
ein|aus
mit, avec, con, com, с|ohne, sans, sin, senza, sem, без
jeder, jede, jedes, alle, chaque, tout, tous, todo, todos, cada, ogni, tutti, все, каждый|kein, keine, keiner, aucun, aucune, ningún, ninguno, ninguna, nessun, nessuno, nessuna, nenhum, nenhuma, никто
links, linke, linken, gauche, izquierda, izquierdo, sinistra, sinistro, esquerda, esquerdo, левый, левая, слева|rechts, rechte, rechten, droite, droit, derecha, derecho, destra, destro, direita, direito, правый, правая, справа
immer, toujours, siempre, sempre, всегда|nie, jamais, nunca, mai, никогда, selten, rarement, raramente, редко
gut, gute, guten, bon, bonne, bueno, buena, buono, buona, bom, boa, хороший|schlecht, schlechte, schlechten, mauvais, mauvaise, malo, mala, cattivo, cattiva, mau, má, плохой
stark, starke, starken, fort, forte, fuerte, сильный|schwach, schwache, schwachen, faible, débil, debole, fraco, слабый
lang, lange, langen, long, longue, largo, lungo, longo, длинный|kurz, kurze, kurzen, court, courte, corto, breve, curto, короткий
schnell, rapide, rápido, rapido, быстро|langsam, lent, lente, lento, медленно
jung, junge, jeune, joven, giovane, jovem, молодой|alt, alte, vieux, âgé, viejo, anciano, vecchio, velho, старый
männlich, männer, hommes, hombres, uomini, homens, мужчины|weiblich, frauen, femmes, mujeres, donne, mulheres, женщины
innen, intérieur, interior, interno, внутри|außen, extérieur, exterior, esterno, externo, снаружи
akut, aigu, aiguë, agudo, aguda, acuto, acuta, острый|chronisch, chronique, crónico, crónica, cronico, cronica, crônico, хронический
gutartig, bénin, benigno, доброкачественный|bösartig, malin, maligno, злокачественный
sicher, sûr, seguro, sicuro, безопасный|gefährlich, dangereux, peligroso, pericoloso, perigoso, опасный
leben, überleben, survie, supervivencia, sopravvivenza, sobrevivência, выживание|tod, sterben, mort, muerte, morte, смерть
und, et, y, e, и|oder, ou, o, или
`

/**
 * Kinds of which one thing cannot stand for another: on each line any word in the place of any other names something else
 * (`rat` for `mouse`), unless they stand together between commas and mean the same.
 */
export const distinct = `
mouse mice murine; rat rats; rabbit rabbits; dog dogs canine; cat cats feline; pig pigs porcine swine; sheep ovine; goat goats; cow cows bovine cattle; horse horses equine; monkey monkeys macaque macaques; human humans; zebrafish; drosophila fly flies; yeast; chicken chickens; hamster hamsters; ferret ferrets
patient patients; volunteer volunteers; animal animals; control controls; nurse nurses; doctor doctors physician physicians
microglia microglial; astrocyte astrocytes astrocytic; oligodendrocyte oligodendrocytes; neuron neurons neurone neurones neuronal; macrophage macrophages; monocyte monocytes; neutrophil neutrophils; lymphocyte lymphocytes; eosinophil eosinophils; basophil basophils; platelet platelets; erythrocyte erythrocytes; fibroblast fibroblasts; hepatocyte hepatocytes; keratinocyte keratinocytes; chondrocyte chondrocytes; osteoblast osteoblasts; osteoclast osteoclasts; adipocyte adipocytes; cardiomyocyte cardiomyocytes; myocyte myocytes; pericyte pericytes; endothelial; epithelial; schwann; glia glial; satellite
brain cerebral; spinal; liver hepatic; kidney kidneys renal; heart cardiac; lung lungs pulmonary; skin dermal cutaneous; muscle muscles muscular; bone bones osseous; blood; spleen splenic; pancreas pancreatic; stomach gastric; intestine intestines intestinal; bladder; uterus uterine; ovary ovaries ovarian; testis testes; prostate prostatic; thyroid; retina retinal; cornea corneal; hippocampus hippocampal; cortex cortical; cerebellum cerebellar; hypothalamus hypothalamic; amygdala; thalamus thalamic; brainstem; nerve nerves
morphine; gabapentin; pregabalin; duloxetine; amitriptyline; ketamine; lidocaine; ibuprofen; aspirin; paracetamol acetaminophen; diclofenac; naloxone; fentanyl; oxycodone; tramadol; metformin; insulin; minocycline; dexamethasone; prednisolone; cyclophosphamide; cisplatin; paclitaxel; oxaliplatin; vincristine; bortezomib; saline; baclofen; clonidine; carbamazepine; valproate; lithium; warfarin; heparin; atorvastatin; simvastatin; penicillin; amoxicillin; doxycycline; rapamycin
dopamine dopaminergic; serotonin serotonergic; glutamate glutamatergic; gaba gabaergic; acetylcholine cholinergic; noradrenaline norepinephrine noradrenergic; adrenaline epinephrine adrenergic; glycine glycinergic; histamine; adenosine; cortisol; testosterone; estrogen oestrogen; progesterone; leptin; ghrelin; glucagon; melatonin; oxytocin; vasopressin
sodium; potassium; calcium; magnesium; chloride; zinc; iron; copper; oxygen; nitrogen; carbon; hydrogen; phosphate; glucose; lactate; cholesterol; protein proteins; lipid lipids; dna; rna; mrna
pain; itch; numbness; paraesthesia paresthesia; fever; nausea; vomiting; headache; fatigue; dizziness; cough; diarrhoea diarrhea; constipation; rash; insomnia
diabetes diabetic; cancer; stroke; asthma; obesity; hypertension; depression; epilepsy; schizophrenia; arthritis; osteoporosis; malaria; tuberculosis; influenza; hepatitis; pneumonia; psoriasis; dementia; anxiety
bacteria bacterial; virus viruses viral; fungus fungi fungal; parasite parasites parasitic
apoptosis apoptotic; necrosis necrotic; autophagy; proliferation; differentiation; migration; adhesion; angiogenesis; inflammation; fibrosis; phagocytosis
monday; tuesday; wednesday; thursday; friday; saturday; sunday
january; february; march; april; june; july; august; september; october; november; december
red; green; blue; yellow; black; white; brown; purple; pink; grey gray; orange
alpha; beta; gamma; delta; epsilon; kappa; lambda; sigma; omega; zeta; theta
anterior; posterior; dorsal; ventral; lateral; medial
english; french; german; spanish; italian; russian; chinese; japanese; american; british
`
