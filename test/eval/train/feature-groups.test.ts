import { describe, expect, it } from "vitest";
import { ENTITY_GROUPS, FEATURES, type Feature } from "../../../index/rank/features.ts";
import { ASKED_FOR, BY_MODEL, SAID_HERE, SURROUNDINGS, WHAT_IT_IS } from "./feature-groups.ts";

const GROUPS = { ASKED_FOR, SURROUNDINGS, BY_MODEL, SAID_HERE, WHAT_IT_IS };
const NAMED = Object.values(GROUPS).flat();

describe("the groups of features", () => {
  it("name features", () => {
    expect(NAMED.filter((name) => !FEATURES.includes(name))).toEqual([]);
  });

  it("leave no feature out", () => {
    expect(FEATURES.filter((feature) => !NAMED.includes(feature))).toEqual([]);
  });

  it("share no feature", () => {
    expect(NAMED.filter((name, index) => NAMED.indexOf(name) !== index)).toEqual([]);
  });

  it("have every kind of thing asked for, found and missing, in what a question asks for", () => {
    const wanted = ENTITY_GROUPS.flatMap((group): Feature[] => [group, `${group}Missing`]);
    expect(wanted.filter((feature) => !ASKED_FOR.includes(feature))).toEqual([]);
    expect(FEATURES.filter((name) => /Missing$|^focus/.test(name) && !ASKED_FOR.includes(name))).toEqual([]);
  });

  it("have all that is named after a surrounding in the surroundings", () => {
    const named = FEATURES.filter((name) =>
      /^(?:near|head(?:[A-Z]|ed$)|document|section|carried|local)|^passageCoverage$|Around$/.test(name),
    );
    expect([...SURROUNDINGS].sort()).toEqual([...named].sort());
  });

  it("have all that is named after closeness in the embedding model's", () => {
    const named = FEATURES.filter((name) => /closeness/i.test(name));
    expect(named.filter((feature) => !BY_MODEL.includes(feature))).toEqual([]);
  });
});
