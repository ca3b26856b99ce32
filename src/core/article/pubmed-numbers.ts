/** An article's number in PubMed, of what was written (`PMID: 123`); undefined when it is none. */
export const readPmid = (written: string): string | undefined =>
  /^(?:pmid:?\s*)?0*([1-9]\d{0,8})$/i.exec(written.trim())?.[1]

/** An article's number in PubMed Central, with `PMC` before it, of what was written; undefined when it is none. */
export const readPmcid = (written: string): string | undefined => {
  const number = /^(?:pmcid:?\s*)?(?:pmc)?\s*0*([1-9]\d{0,8})(?:\.\d+)?$/i.exec(written.trim())?.[1]
  return number === undefined ? undefined : `PMC${number}`
}

/** Where PubMed and PubMed Central show an article. */
export const pmidAddress = (pmid: string): string => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
export const pmcidAddress = (pmcid: string): string => `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`
