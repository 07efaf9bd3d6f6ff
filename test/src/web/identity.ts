import { createSign, generateKeyPairSync } from "node:crypto";
import type { Identity } from "./loopback-site.ts";

// Node makes keys but no certificates. This is the least of X.509 (RFC 5280) that a handshake needs, so that no key
// lies in the repository and nothing expires.

/**
 * A certificate for one host, signed by itself.
 *
 * @param host its name
 * @param until the last day it holds, default the year 2049
 */
export function createIdentity(host: string, until = "491231235959Z"): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const name = sequence(element(0x31, sequence(oid(0x55, 0x04, 0x03), element(0x0c, Buffer.from(host)))));
  const alternativeName = sequence(
    oid(0x55, 0x1d, 0x11),
    element(0x04, sequence(element(0x82, Buffer.from(host)))),
  );
  const toSign = sequence(
    element(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(utcTime("200101000000Z"), utcTime(until)),
    name,
    publicKey.export({ format: "der", type: "spki" }),
    element(0xa3, sequence(alternativeName)),
  );
  const signature = createSign("sha256").update(toSign).sign(privateKey);
  const certificate = sequence(toSign, ecdsaWithSha256, element(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}

function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: readonly Buffer[]): Buffer => element(0x30, ...contents);
const oid = (...bytes: readonly number[]): Buffer => element(0x06, Buffer.from(bytes));
const integer = (value: number): Buffer => element(0x02, Buffer.from([value]));
const utcTime = (text: string): Buffer => element(0x17, Buffer.from(text));
