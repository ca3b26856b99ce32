import { nameOf } from './names.ts'

/**
 * Words on which the meaning of a sentence hangs: negations, directions, comparisons, order, numbers, units, names. An
 * edit that touches one is counted apart. The list is this benchmark's own, and the engine does not see it; names come from the bundled lexicon.
 */
const WORD =
  /^(?:no|not|nor|neither|never|none|nothing|nobody|without|lacks?|lacked|lacking|fails?|failed|absen\w+|except|only|unless|(?:un|non|anti|dis|im|in|ir|hyper|hypo|pro|pre|post|over|under|sub|super)-?\w{4,}|(?:in|de)creas\w*|reduc\w*|elevat\w*|rais\w*|rose|ris\w*|f[ae]ll\w*|lower\w*|high|low|higher|highest|lowest|great(?:er|est)|larg(?:er|est)|small(?:er|est)|(?:wid|narrow|thick|thin|stiff|soft|old|young)(?:er|est)|prior|few|fewer|less\w*|more|most|least|larger?|smaller?|small|long\w*|short\w*|fast\w*|slow\w*|earl\w+|late\w*|better|worse\w*|improv\w*|promot\w*|inhibit\w*|activat\w*|suppress\w*|stimulat\w*|block\w*|enhanc\w*|impair\w*|stronge?r?|weake?r?|first|last|second|third|before|after|during|until|since|above|below|within|outside|inside|between|left|right|dorsal|ventral|anterior|posterior|all|some|every|each|any|both|half|double\w*|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|one|than|may|might|must|shall|can|cannot|could|should|will|would|equal|same|opposite|gain\w*|los[est]\w*|loss|with|from|to|by|into|toward|towards|and|or|but|against|for|once|years?|months?|weeks?|days?|hours?|minutes?|seconds?|grams?|percent|per)$/iu
const NAME = /^(?=.*(?:\p{N}|\p{Lu}.*\p{Lu}|[α-ωµ]))/u

const listedName = nameOf()

export const bearsMeaning = (word: string): boolean => WORD.test(word) || NAME.test(word) || listedName(word) !== null
