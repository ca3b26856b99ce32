import { expect, test } from 'vitest'
import { panelWidth } from '../../../src/renderer/state/panel-width.ts'

test('a panel has the width that was chosen, or the usual one that goes with the window', () => {
  expect(panelWidth('navigation', 310, 1440).now).toBe(310)
  expect(panelWidth('navigation', null, 1440).now).toBe(260)
  expect(panelWidth('sidebar', null, 1440).now).toBe(418)
  expect(panelWidth('sidebar', null, 2400).now).toBe(460)
})

test('in a smaller window a chosen width gives way, so that the article keeps a third', () => {
  const navigation = panelWidth('navigation', 900, 1000)
  const sidebar = panelWidth('sidebar', 900, 1000)
  expect(navigation.now).toBe(navigation.max)
  expect(sidebar.now).toBe(sidebar.max)
  expect(1000 - navigation.now - sidebar.now).toBeGreaterThan(333)
})

test('a panel never becomes too narrow to use', () => {
  expect(panelWidth('sidebar', 1, 1440).now).toBe(300)
  expect(panelWidth('navigation', 1, 1440).now).toBe(200)
})
