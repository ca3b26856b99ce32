import { isRoot } from '../setup/ordinary-user.mjs'
import { runCommand } from '../setup/run-command.mjs'

/**
 * A network of its own for one command: this machine, and one way out that leads nowhere and counts what is sent.
 * The interface has no IPv6, which would send by itself. Names are asked for on the way out as well.
 */
const SET_UP = `
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
ip link set lo up
ip link add pathmark0 type veth peer name pathmark1
ip addr add 10.83.0.1/24 dev pathmark0
ip link set pathmark1 up
ip link set pathmark0 up
ip neigh add 10.83.0.2 lladdr 02:00:00:00:00:02 dev pathmark0
ip route add default via 10.83.0.2
servers=$(mktemp)
echo 'nameserver 10.83.0.2' > "$servers"
chmod 644 "$servers"
mount --bind "$servers" /etc/resolv.conf
exec "$@"`

const WITHIN = ['unshare', '--net', '--mount', '--', 'sh', '-ec', SET_UP, 'sh']

/**
 * Words to put before a command so that all it sends into a network is counted and goes nowhere
 * (tests/torture/counted-network.ts reads the count); none where that cannot be had: it takes root and Linux's namespaces.
 * @returns {Promise<readonly string[]>}
 */
export const countedNetwork = async () => {
  if (!isRoot()) return []
  const [command = '', ...rest] = WITHIN
  const { status } = await runCommand(command, [...rest, 'true'])
  return status === 0 ? WITHIN : []
}
