import { BlockList } from "node:net";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { isForeignPublicAddress, isPublicAddress } from "../../../src/web/public-address.ts";

/** IANA's registries of special-purpose addresses (RFC 6890), multicast, and the cloud's own. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Inside 2000::/3; everything outside it is refused. */
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];
const special = new BlockList();
for (const [network, bits] of SPECIAL_V4) special.addSubnet(network, bits, "ipv4");
for (const [network, bits] of SPECIAL_V6) special.addSubnet(network, bits, "ipv6");
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

const v4 = fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => bytes.join("."));
const v6 = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(writeV6);

function writeV6(bytes: Iterable<number>): string {
  const hex = Buffer.from([...bytes]).toString("hex");
  return (hex.match(/.{4}/g) ?? []).join(":");
}

/** Addresses that share their first bits with one of the ranges, and so lie in it or near it. */
function near(
  ranges: readonly (readonly [string, number])[],
  write: (bytes: number[]) => string,
): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...ranges),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([[network, bits], noise, shift]) => {
      const kept = Math.max(0, bits + shift);
      return write(
        ipaddr
          .parse(network)
          .toByteArray()
          .map((byte, index) => {
            const mask = 0xff & ~(0xff >> Math.min(8, Math.max(0, kept - index * 8)));
            return (byte & mask) | ((noise[index] ?? 0) & ~mask & 0xff);
          }),
      );
    });
}

describe("a public address", () => {
  it.each([
    ["a web server", "93.184.216.34"],
    ["a resolver", "8.8.8.8"],
    ["the last before the private ones", "9.255.255.255"],
    ["the first after them", "11.0.0.0"],
    ["between shared and private", "172.32.0.1"],
    ["an IPv6 server", "2606:2800:220:1:248:1893:25c8:1946"],
    ["IPv6 in full", "2a00:1450:4001:082f:0000:0000:0000:200e"],
  ])("%s is one: %s", (_what, address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback, elsewhere", "127.255.1.9"],
    ["private 10", "10.1.2.3"],
    ["private 172", "172.31.255.255"],
    ["private 192", "192.168.1.1"],
    ["link-local", "169.254.1.1"],
    ["metadata", "169.254.169.254"],
    ["metadata of Alibaba", "100.100.100.200"],
    ["metadata of Oracle", "192.0.0.192"],
    ["platform of Azure", "168.63.129.16"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "0.0.0.0"],
    ["this network", "0.1.2.3"],
    ["documentation", "203.0.113.9"],
    ["benchmarking", "198.19.0.1"],
    ["reserved", "250.0.0.1"],
    ["IPv6 loopback", "::1"],
    ["IPv6 unspecified", "::"],
    ["IPv6 link-local", "fe80::1"],
    ["IPv6 link-local with a zone", "fe80::1%eth0"],
    ["a public one with a zone", "2606:2800:220:1::1%1"],
    ["unique local", "fc00::1"],
    ["metadata of AWS in IPv6", "fd00:ec2::254"],
    ["site-local", "fec0::1"],
    ["IPv6 multicast", "ff02::1"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped in hexadecimal", "::ffff:7f00:1"],
    ["IPv4-mapped public", "::ffff:8.8.8.8"],
    ["IPv4-compatible", "::127.0.0.1"],
    ["IPv4-translated", "::ffff:0:127.0.0.1"],
    ["6to4", "2002:7f00:1::"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["NAT64, local", "64:ff9b:1::a00:1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:80ff:fffe"],
    ["ISATAP", "2606:2800:220:1:0:5efe:10.0.0.1"],
    ["ISATAP, universal", "2606:2800:220:1:200:5efe:a00:1"],
    ["documentation IPv6", "2001:db8::1"],
    ["discard", "100::1"],
    ["decimal", "2130706433"],
    ["octal", "0177.0.0.1"],
    ["hexadecimal", "0x7f.0.0.1"],
    ["short", "127.1"],
    ["leading zeros on a public one", "093.184.216.34"],
    ["brackets", "[2606:2800:220:1::1]"],
    ["a name", "site.example"],
    ["nothing", ""],
    ["a range", "8.8.8.0/24"],
    ["white space", " 8.8.8.8"],
  ])("%s is none: %s", (_what, address) => expect(isPublicAddress(address)).toBe(false));

  it("agrees with the registries of IANA for IPv4", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          v4,
          near(SPECIAL_V4, (bytes) => bytes.join(".")),
        ),
        (address) => {
          expect(isPublicAddress(address)).toBe(!special.check(address, "ipv4"));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("agrees with the registries of IANA for IPv6", () => {
    const registered: (readonly [string, number])[] = [...SPECIAL_V6, ["2000::", 3], ["2600::", 12]];
    fc.assert(
      fc.property(fc.oneof(v6, near(registered, writeV6)), (address) => {
        fc.pre(!/:0[02]00:5efe:/.test(address));
        expect(isPublicAddress(address)).toBe(
          global.check(address, "ipv6") && !special.check(address, "ipv6"),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("is never one that ipaddr.js knows as special", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), v4, v6), (address) => {
        const isUnicast = ipaddr.parse(address).range() === "unicast";
        expect(isPublicAddress(address) && !isUnicast).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("is no IPv6 address that carries an IPv4 one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        const dotted = bytes.join(".");
        const hex = Buffer.from(bytes)
          .toString("hex")
          .replace(/(.{4})/, "$1:");
        const inverted = Buffer.from(bytes.map((byte) => byte ^ 0xff))
          .toString("hex")
          .replace(/(.{4})/, "$1:");
        const forms = [
          `::ffff:${dotted}`,
          `::${dotted}`,
          `::ffff:0:${dotted}`,
          `2002:${hex}::1`,
          `64:ff9b::${hex}`,
          `64:ff9b:1::${hex}`,
          `2001:0:4136:e378:0:0:${inverted}`,
          `2606:2800:220:1:0:5efe:${hex}`,
        ];
        expect(forms.filter(isPublicAddress)).toEqual([]);
      }),
    );
  });
});

describe("a foreign public address", () => {
  it("is not one of this machine, however it is spelt", () => {
    const own = ["127.0.0.1", "8.8.4.4", "2606:2800:220:1::1"];
    expect(isForeignPublicAddress("8.8.8.8", own)).toBe(true);
    expect(isForeignPublicAddress("8.8.4.4", own)).toBe(false);
    expect(isForeignPublicAddress("2606:2800:0220:0001:0:0:0:1", own)).toBe(false);
    expect(isForeignPublicAddress("2606:2800:220:1::2", own)).toBe(true);
  });

  it("is public, whatever this machine has", () => {
    expect(isForeignPublicAddress("10.0.0.1", [])).toBe(false);
    expect(isForeignPublicAddress("127.0.0.1")).toBe(false);
  });
});
