import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** Public by their range, but known to a cloud's machines as the cloud itself: Azure's platform address. */
const CLOUD_ADDRESSES: readonly string[] = ["168.63.129.16"];

/** What IANA hands out as global unicast (RFC 4291, 2.4). Outside it are forms that carry an IPv4 address in hiding. */
const GLOBAL_UNICAST: readonly [string, number] = ["2000::", 3];

/**
 * Whether the address is one of the public internet: `unicast` in ipaddr.js's table of special ranges, and for IPv6
 * inside 2000::/3. So no private, loopback, link-local, shared (100.64/10), multicast, unspecified, documentation or
 * reserved address, none of a cloud's metadata services, and no IPv6 form of an IPv4 address (mapped, compatible,
 * 6to4, Teredo, NAT64 with its well-known prefixes, ISATAP).
 *
 * @param address dotted IPv4 or IPv6 without brackets; anything else (octal, hexadecimal, a zone, a name) is not public
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js reads spellings (0x7f.1, 010.1, fe80::1%eth0) that systems take in different ways.
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return !CLOUD_ADDRESSES.includes(parsed.toString());
  const [network, bits] = GLOBAL_UNICAST;
  return parsed.match(ipaddr.parse(network), bits) && !isIsatap(parsed.toByteArray());
}

/** RFC 5214, 6.1: the interface's id is 0000:5efe or 0200:5efe and then an IPv4 address. */
function isIsatap(bytes: readonly number[]): boolean {
  return ((bytes[8] ?? 0) & 0xfd) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
}

/**
 * Whether the address is public and not this machine's own: to itself a machine talks behind its firewall.
 *
 * @param own addresses of this machine, default those of its network cards now
 */
export function isForeignPublicAddress(
  address: string,
  own: readonly string[] = listOwnAddresses(),
): boolean {
  if (!isPublicAddress(address)) return false;
  const spelling = spell(address);
  return !own.some((mine) => spell(mine) === spelling);
}

function listOwnAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map((card) => card.address));
}

function spell(address: string): string {
  return ipaddr.parse(address).toNormalizedString();
}
