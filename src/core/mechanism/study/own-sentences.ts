/** A sentence about the work of others, or about what is wanted, says nothing of the study that is told. */
const OF_OTHERS =
  /\b(?:previous(?:ly)?|earlier|prior|other|further|future|larger|more|recent|needed|required|warranted|lack(?:s|ing)?|no) (?:\p{L}[\p{L}-]{0,30},? ){0,4}?(?:stud(?:y|ies)|trials?|work|research|cohorts?|experiments?)\b|\b(?:needed|warranted|should be (?:done|carried out|conducted|confirmed))\b/iu

export const isAboutOthers = (sentence: string): boolean => OF_OTHERS.test(sentence)
