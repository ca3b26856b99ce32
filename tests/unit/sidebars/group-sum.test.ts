import { expect, it } from 'vitest'
import { groupSum } from '../../../src/renderer/views/evidence/group-sum.ts'

const passage = { start: 0, end: 1, quote: 'x' }
const study = (count: number, ...counts: number[]) => ({
  participants: { count, passage },
  groups: counts.map((size, index) => ({ label: `Group ${index}`, count: size, passage })),
  sum: counts.reduce((sum, size) => sum + size, 0),
})

it('shows the sum and that it equals the participants', () => {
  expect(groupSum(study(58, 20, 13, 11, 7, 7))).toEqual({
    sum: '20 + 13 + 11 + 7 + 7 = 58',
    agrees: true,
    verdict: 'equals the 58 participants',
  })
})

it('says by how much it differs', () => {
  expect(groupSum(study(58, 20, 13, 11, 7))).toMatchObject({
    sum: '20 + 13 + 11 + 7 = 51',
    agrees: false,
    verdict: '7 fewer than the 58 participants',
  })
  expect(groupSum(study(1, 1, 2))).toMatchObject({ agrees: false, verdict: '2 more than the 1 participant' })
})

it('has nothing to add up without groups', () => {
  expect(groupSum(study(58))).toBeNull()
  expect(groupSum(study(58, 58))?.sum).toBe('58')
})
