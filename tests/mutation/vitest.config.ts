import { defineConfig } from 'vitest/config'
import { groups } from './groups.mjs'

const group = groups.find(({ name }) => name === process.env['PATHMARK_MUTATION_GROUP'])

export default defineConfig({
  test: { include: [...(group?.tests ?? [])], testTimeout: 30_000, hookTimeout: 120_000 },
})
