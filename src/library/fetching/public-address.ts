import { BlockList, isIP } from 'node:net'

/**
 * Ranges in which no public server stands (IANA, special-purpose address registries): this machine, networks of a house or a provider,
 * links, documentation, tests, multicast, and the forms in which version 6 holds addresses of version 4.
 */
const reserved4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of version 6 only what is given out as global unicast is public, and of that not these. */
const reserved6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const blocked = new BlockList()
for (const [net, prefix] of reserved4) blocked.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of reserved6) blocked.addSubnet(net, prefix, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** True for the number of a server that stands in the public network. Anything but an IP address is none. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !blocked.check(address, 'ipv4')
    case 6:
      return global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
    default:
      return false
  }
}

/** A host as `URL` gives it, without the brackets of version 6. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** True for hosts that name one machine by themselves: a number, or this machine's own name. */
export const namesMachine = (url: URL): boolean =>
  isIP(bareHost(url)) !== 0 || /(?:^|\.)localhost\.?$/i.test(url.hostname)
