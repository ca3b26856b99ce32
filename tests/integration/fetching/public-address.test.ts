import { describe, expect, it } from 'vitest'
import { isPublicAddress, namesMachine } from '#library/fetching/public-address.ts'

describe('an address of the public network', () => {
  it.each([
    '93.184.216.34',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:2800:220:1:248:1893:25c8:1946',
  ])('%s is one', address => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::',
    'example.org',
    '',
    '010.0.0.1',
    '1.2.3',
  ])('%s is none', address => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a host that names one machine by itself', () => {
  it.each([
    ['http://localhost/', true],
    ['http://a.localhost/', true],
    ['http://localhost./', true],
    ['http://[::1]/', true],
    ['http://2130706433/', true],
    ['http://0x7f.1/', true],
    ['http://example.org/', false],
    ['http://localhost.example.org/', false],
  ])('%s: %s', (address, expected) => {
    expect(namesMachine(new URL(address))).toBe(expected)
  })
})
