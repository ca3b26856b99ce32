import { textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

const doiAddress = (doi: string): string => `https://doi.org/${doi.replace(/^.*?(?=10\.\d)/, '')}`

/** How a number that names a publication is shown, and where it leads; null where that is not known. `kind` is JATS's `pub-id-type`. */
export const publicationLink = (
  kind: string,
  value: string,
): { readonly label: string; readonly address: string | null } => {
  const number = value.replace(/\D/g, '')
  switch (kind.toLowerCase()) {
    case 'doi':
      return { label: `doi:${value}`, address: doiAddress(value) }
    case 'pmid':
    case 'pubmed':
      return { label: `PMID ${value}`, address: number === '' ? null : `https://pubmed.ncbi.nlm.nih.gov/${number}/` }
    case 'pmc':
    case 'pmcid':
      return {
        label: `PMC${number}`,
        address: number === '' ? null : `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`,
      }
    case 'isbn':
      return { label: `ISBN ${value}`, address: null }
    default:
      return { label: value, address: /^https?:/i.test(value) ? value : null }
  }
}

/** A name of a server that people wrote without saying how to get there; the last part of one is no number. */
const server = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u

/**
 * Where an `ext-link` or `uri` leads. Nothing in an article lies beside it on the web, so that an address without a scheme is a server's name,
 * the number of a publication, or none; then empty.
 */
export const externalAddress = (element: XmlElement): string => {
  const address = (element.attributes.get('href') ?? textOf(element)).trim()
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(address) || /^mailto:/i.test(address)) return address
  const kind = (element.attributes.get('ext-link-type') ?? '').toLowerCase()
  if (/^(?:doi:|info:doi\/)?\s*10\.\d{4,}\//i.test(address)) return doiAddress(address)
  const publication = kind === '' || kind === 'uri' ? null : publicationLink(kind, address).address
  if (publication !== null) return publication
  return server.test(address) ? `http://${address}` : ''
}
