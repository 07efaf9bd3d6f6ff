import { describe, expect, it } from "vitest";
import { NO_NEIGHBOURS, parseNeighbours } from "../../../index/vocabulary/neighbours.ts";

const NEIGHBOURS = parseNeighbours("lectur taught:79 professor:78\nfee payment:100\n\nalone\n");

describe("the words that are used like another", () => {
  it("come closest first, with the cosine of the two", () => {
    expect(NEIGHBOURS.find("lectur")).toEqual([
      { stem: "taught", closeness: 0.79 },
      { stem: "professor", closeness: 0.78 },
    ]);
    expect(NEIGHBOURS.find("fee")).toEqual([{ stem: "payment", closeness: 1 }]);
  });

  it("are those of one side: a neighbour need not have it for its own", () => {
    expect(NEIGHBOURS.find("professor")).toEqual([]);
  });

  it("are none for a word that is not listed, or listed without any", () => {
    for (const stem of ["hospit", "alone", "", "lectur taught:79", "constructor", "__proto__"])
      expect(NEIGHBOURS.find(stem)).toEqual([]);
    expect(NO_NEIGHBOURS.find("lectur")).toEqual([]);
    expect(parseNeighbours("").find("")).toEqual([]);
  });
});
