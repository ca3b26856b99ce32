/**
 * Names of characters that older JATS and NLM files use without saying what they stand for: their document type does, which is not read.
 * Those of ISO 8879 that journals of medicine use; the others stay as they are written, with a warning.
 */
const greek =
  'alpha α beta β gamma γ delta δ epsi ε epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ' +
  'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω'

const signs =
  'nbsp \u00a0 thinsp \u2009 ensp \u2002 emsp \u2003 hairsp \u200a shy \u00ad ndash – mdash — hyphen - minus − lsquo ‘ rsquo ’ ldquo “ rdquo ” laquo « raquo » ' +
  'hellip … bull • middot · dagger † Dagger ‡ sect § para ¶ copy © reg ® trade ™ deg ° prime ′ Prime ″ permil ‰ micro µ ' +
  'times × divide ÷ plusmn ± le ≤ ge ≥ ne ≠ sim ∼ asymp ≈ ap ≈ equiv ≡ prop ∝ infin ∞ radic √ sum ∑ prod ∏ int ∫ part ∂ ' +
  'larr ← rarr → uarr ↑ darr ↓ harr ↔ rArr ⇒ isin ∈ cap ∩ cup ∪ sub ⊂ sup ⊃ ' +
  'frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ pound £ euro € yen ¥ cent ¢ num # percnt % ast * lowbar _ verbar | '

const letters =
  'agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï ' +
  'ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý yuml ÿ szlig ß ' +
  'Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Iacute Í Icirc Î ' +
  'Ntilde Ñ Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Uacute Ú Ucirc Û Uuml Ü Yacute Ý scaron š Scaron Š ccaron č Ccaron Č zcaron ž Zcaron Ž ' +
  'lstrok ł Lstrok Ł oelig œ OElig Œ'

const pairs = `${greek} ${signs} ${letters}`.split(' ').filter(part => part !== '')

export const jatsEntities: Readonly<Record<string, string>> = Object.fromEntries(
  pairs.flatMap((name, at) => (at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : [])),
)
