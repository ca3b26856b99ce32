import { Activity, Atom, Bug, CircleDot, Dna, Layers, Stethoscope, Zap } from 'lucide'
import type { IconNode } from 'lucide'
import type { EntityType } from '#core/mechanism/mechanism.ts'

/** What each type of entity is called, and the icon that stands before its name. */
export const entityTypeLooks: Record<EntityType, { readonly name: string; readonly icon: IconNode }> = {
  'gene-or-protein': { name: 'Gene or protein', icon: Dna },
  chemical: { name: 'Chemical', icon: Atom },
  cell: { name: 'Cell', icon: CircleDot },
  tissue: { name: 'Tissue', icon: Layers },
  process: { name: 'Process', icon: Activity },
  disease: { name: 'Disease', icon: Stethoscope },
  symptom: { name: 'Symptom', icon: Zap },
  organism: { name: 'Organism', icon: Bug },
}
