/**
 * Phrases that begin or end like a name and name nothing: without them "transcription factor" would hold the process of
 * transcription. Sorted. A longer name of the lexicon counts before them.
 */
export const noNames: readonly string[] = (
  'activation domain|activation loop|amino acid|apoptosis assay|apoptosis marker|binding activity|binding affinity|binding assay|binding domain|binding element|' +
  'binding motif|binding partner|binding pocket|binding protein|binding region|binding sequence|binding site|cancer patient|cancer research|cancer risk|cell count|' +
  'cell culture|cell cycle analysis|cell extract|cell fraction|cell line|cell lysate|cell number|cell population|cell surface marker|cell type|' +
  'consensus binding site|death domain|deoxyribonucleic acid|development of methods|DNA binding domain|DNA microarray|expression analysis|expression array|' +
  'expression cloning|expression construct|expression library|expression pattern|expression plasmid|expression profile|expression profiling|' +
  'expression screening|expression study|expression system|expression vector|gel mobility shift|growth characteristic|growth condition|growth curve|growth medium|' +
  'growth pattern|growth phase|growth rate|interaction domain|kinase assay|kinase domain|localisation signal|localization signal|' +
  'migration assay|mutation analysis|mutation detection|mutation frequency|mutation screening|nuclear extract|nuclear localisation signal|nuclear localization signal|nucleic acid|' +
  'phosphorylation site|plasma concentration|proliferation assay|proliferation index|promoter region|protein kinase domain|recent development|research and development|ribonucleic acid|serum concentration|' +
  'serum level|serum-free medium|signalling molecule|signaling molecule|skin biopsy|splicing variant|survival analysis|survival curve|survival rate|' +
  'survival time|transactivation domain|transcription factor|transcription factor binding site|transcription initiation site|' +
  'transcription start site|transcriptional start site|translation start site|translocation breakpoint|tumour bank|tumour sample|tumor bank|tumor sample|tumour specimen|' +
  'tumor specimen|viability assay'
).split('|')
