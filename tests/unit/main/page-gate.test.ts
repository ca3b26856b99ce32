import { describe, expect, it } from 'vitest'
import { keepPageGate } from '../../../src/main/bridge/page-gate.ts'

describe('the page of the window', () => {
  it('is answered as long as its library is there, and not without a name of its own', () => {
    const gate = keepPageGate()
    expect(gate.admits('notes.save', 'first')).toBe(true)
    for (const page of [undefined, null, '', 7]) expect(gate.admits('notes.save', page)).toBe(false)
  })

  it('is not answered any more once another library is there, but the one that is loaded then', () => {
    const gate = keepPageGate()
    gate.admits('libraries.switch', 'first')
    gate.shut()
    expect(gate.admits('notes.save', 'first')).toBe(false)
    gate.open('other')
    expect(gate.admits('notes.save', 'first')).toBe(false)
    expect(gate.admits('library.open', 'second')).toBe(true)
    expect(gate.admits('drafts.keep', 'first')).toBe(false)
  })

  it('is left behind also when it was loaded while libraries changed places, since it may know the first one', () => {
    const gate = keepPageGate()
    gate.admits('libraries.switch', 'first')
    gate.shut()
    expect(gate.admits('library.open', 'after a crash')).toBe(false)
    gate.open('other')
    expect(gate.admits('notes.save', 'after a crash')).toBe(false)
  })

  it('is answered again when the library stayed', () => {
    const gate = keepPageGate()
    gate.admits('libraries.switch', 'first')
    gate.shut()
    gate.open('same')
    expect(gate.admits('notes.save', 'first')).toBe(true)
  })

  it('can always be closed', () => {
    const gate = keepPageGate()
    gate.shut()
    expect(gate.admits('window.ready-to-close', 'first')).toBe(true)
    gate.open('other')
    expect(gate.admits('window.ready-to-close', 'first')).toBe(true)
  })
})
