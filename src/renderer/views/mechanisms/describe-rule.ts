/** What each rule reads, in a sentence that a reader of the article understands. Sorted by the rule's id. */
const ruleSentences: Readonly<Record<string, string>> = {
  active: 'The verb says what its subject does to its object.',
  agentive: 'A noun says what one thing does to another, as in “Y, an X inhibitor” or “Y is an activator of X”.',
  comparison: 'The sentence compares: more or less of it with the agent than without.',
  compound: 'Two names are joined to the word that says so, as in “TNF-induced apoptosis”.',
  conversion: 'The sentence says that one thing turns into another.',
  gerund: 'A form in -ing says what the agent does to what follows it.',
  infinitive: 'A verb with “to” says what the agent does to what follows it.',
  involvement: 'The sentence says that one thing takes part in another, without a direction.',
  modifier: 'The word that says so stands before its target, as in “reduced inflammation”.',
  need: 'The sentence says that one thing is needed for another, or that the other fails without it.',
  nominal: 'A noun names the change, and the sentence says of what.',
  'nominal-by': 'A noun names the change; “of” says of what, and “by” what brings it about.',
  'nominal-of-on': 'A noun names the action; “of” says what acts, and “on” what is acted on.',
  passive: 'The verb is in the passive: its subject is acted on, and “by” says what acts.',
  'read-active': 'A verb stands between two names of the sentence, and the words around it say which of them acts.',
  'read-agent': 'A noun for something that acts, as “inhibitor” or “activator”, joins two names of the sentence.',
  'read-infinitive':
    'A verb with “to” stands beside two names of the sentence, and the words around it say which of them acts.',
  'read-ing': 'A form in -ing stands beside two names of the sentence, and the words around it say which of them acts.',
  'read-linker': 'Two names are joined to the word that says so, as in “TNF-induced apoptosis”.',
  'read-modifier': 'The word that says so stands before its target, and the sentence names what acts.',
  'read-noun': 'A noun names the change, and the words around it say of what, and what brings it about.',
  'read-passive':
    'A verb in the passive stands beside two names of the sentence, and the words around it say which of them acts.',
  'read-predicate': 'An adjective says how one name of the sentence bears on the other, as in “is necessary for”.',
  reader: 'You wrote this effect.',
  subject: 'The verb says what happens to its subject.',
}

/** Ending of a rule's id where the agent was brought from another place. */
const CARRIED = /-carried$/

const CARRIED_SENTENCE = 'What acts is not named here; it was taken over from before, so this is less certain.'

const UNKNOWN = 'A rule of the program read these words as an effect.'

/** Why a rule took the words for an effect. An id that this version does not know gets a sentence that fits any rule. */
export const describeRule = (rule: string): string => {
  const sentence = ruleSentences[rule.replace(CARRIED, '')] ?? UNKNOWN
  return CARRIED.test(rule) ? `${sentence} ${CARRIED_SENTENCE}` : sentence
}
