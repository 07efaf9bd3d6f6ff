import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComponentAction,
  decodeCustomId,
  documentKey,
  encodeCustomId,
} from "../../../src/discord/custom-id.ts";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";

const number = fc.maxSafeNat();
const question = fc.integer({ min: 1, max: 2 ** 40 }).map((id) => id.toString(36));
const document = fc.string().map((path) => documentKey({ scope: "shared", document: path }));
const anyAction: fc.Arbitrary<ComponentAction> = fc.oneof(
  fc.record({ action: fc.constant("context" as const), document, start: number, end: number }),
  fc.record({ action: fc.constantFrom("more", "share", "page"), question, offset: number }),
  fc.record({ action: fc.constantFrom("helpful", "unhelpful", "reason"), question }),
  fc.record({ action: fc.constant("sources" as const), offset: number }),
  fc.record({ action: fc.constant("outline" as const), document, offset: number }),
  fc.constant({ action: "open" as const }),
) as fc.Arbitrary<ComponentAction>;

describe("a custom id", () => {
  it("says again what was put into it, within Discord's limit", () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const customId = encodeCustomId(action);
        expect(decodeCustomId(customId)).toEqual(action);
        expect(customId.length).toBeLessThanOrEqual(DISCORD_LIMITS.component.customId);
      }),
    );
  });

  it("is the only one of its action: what decodes, encodes to itself", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom("a1", ":", "more", "open", "0", "1", "z", "01")).map((p) => p.join("")),
        ),
        (text) => {
          const action = decodeCustomId(text);
          expect(action === null || encodeCustomId(action) === text).toBe(true);
        },
      ),
    );
  });

  it.each([
    "",
    "a1",
    "a1:",
    "a2:open",
    "a1:delete:1",
    "a1:constructor",
    "a1:__proto__",
    "a1:open:1",
    "a1:more:1",
    "a1:more:1:2:3",
    "a1:more:01:2",
    "a1:more:1:-2",
    "a1:more:1:zzzzzzzzzzzz",
    "a1:helpful:A",
    "a1:context:../../etc:1:2",
    " a1:open",
    "a1:open ",
  ])("that nobody made is none: %j", (text) => {
    expect(decodeCustomId(text)).toBeNull();
  });

  it("is never made of what cannot be read back", () => {
    expect(() => encodeCustomId({ action: "more", question: "1", offset: -1 })).toThrow(RangeError);
    expect(() => encodeCustomId({ action: "more", question: "1", offset: 0.5 })).toThrow(RangeError);
    expect(() => encodeCustomId({ action: "helpful", question: "a:b" })).toThrow(RangeError);
  });

  it("knows documents of the same path in two scopes apart", () => {
    const keys = ["shared", "123"].map((scope) => documentKey({ scope, document: "a.md" }));
    expect(new Set(keys).size).toBe(2);
  });
});
