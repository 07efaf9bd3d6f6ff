import { describe, expect, it } from "vitest";
import { buildGraph, createGraph, type Graph } from "../../index/graph.ts";
import { openScan } from "../../index/scan.ts";
import type { VectorSearch } from "../../index/vector-search.ts";
import { badVectors, openRandom, randomUnitVector, randomVectors, toUnitVector } from "./random-vectors.ts";
import { describeVectorSearch } from "./vector-search-contract.ts";

describeVectorSearch("the graph", (vectors, dimension) => buildGraph(vectors, { dimension }));

const DIMENSION = 64;
const vectors = randomVectors({ count: 2_000, dimension: DIMENSION, seed: 11 });
const queries = randomVectors({ count: 100, dimension: DIMENSION, seed: 12 }).map(({ vector }) => vector);

function recallAt10(graph: VectorSearch, oracle: VectorSearch): number {
  let found = 0;
  for (const query of queries) {
    const wanted = new Set(oracle.search(query, 10).map(({ id }) => id));
    found += graph.search(query, 10).filter(({ id }) => wanted.has(id)).length;
  }
  return found / (10 * queries.length);
}

describe("a graph", () => {
  it("finds at least 98% of what the exact scan finds, with the same scores", async () => {
    const graph = await buildGraph(vectors, { dimension: DIMENSION });
    const scan = openScan(vectors, DIMENSION);
    expect(recallAt10(graph, scan)).toBeGreaterThanOrEqual(0.98);
    const [found] = graph.search(queries[0]!, 1);
    const [wanted] = scan.search(queries[0]!, 1);
    expect(found?.id).toBe(wanted?.id);
    expect(found?.score).toBeCloseTo(wanted!.score, 5);
  });

  it("grows beyond the capacity that it was made with", () => {
    const graph = createGraph(DIMENSION, 1);
    for (const { id, vector } of vectors.slice(0, 1_500)) graph.add(id, vector);
    expect(graph.size).toBe(1_500);
    expect(graph.probe(200)).toBe(1);
  });

  it("lets the event loop run while it is built", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await buildGraph(vectors.slice(0, 1_000), { dimension: DIMENSION });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it.each([-1, 2 ** 32, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "7" as unknown as number])(
    "refuses the id %s",
    (id) => {
      const graph = createGraph(3);
      expect(() => graph.add(id, toUnitVector([1, 2, 3]))).toThrow(TypeError);
      expect(graph.size).toBe(0);
      expect(graph.search(toUnitVector([1, 2, 3]), 5)).toEqual([]);
    },
  );

  it("takes the greatest id there is room for in a label", () => {
    const graph = createGraph(3);
    graph.add(2 ** 32 - 1, toUnitVector([1, 2, 3]));
    expect(graph.search(toUnitVector([1, 2, 3]), 1)[0]?.id).toBe(2 ** 32 - 1);
  });

  it.each(badVectors(DIMENSION))("stays as it was after it refused a vector with %s", (_name, bad) => {
    const graph = createGraph(DIMENSION);
    for (const { id, vector } of vectors.slice(0, 50)) graph.add(id, vector);
    expect(() => graph.add(5_000, bad)).toThrow(TypeError);
    expect(graph.ids()).toEqual(vectors.slice(0, 50).map(({ id }) => id));
    expect(graph.probe(50)).toBe(1);
  });

  it.each([0, -1, 1.5, Number.NaN])("cannot have the dimension %s", (dimension) => {
    expect(() => createGraph(dimension)).toThrow(TypeError);
  });
});

describe("a graph that passages are removed from", () => {
  function buildWithout(removed: (id: number) => boolean): Graph {
    const graph = createGraph(DIMENSION);
    for (const { id, vector } of vectors) graph.add(id, vector);
    for (const { id } of vectors) if (removed(id)) graph.remove(id);
    return graph;
  }

  it("never returns them, counts only the others, and still finds those", () => {
    const graph = buildWithout((id) => id % 4 === 0);
    expect(graph.size).toBe(1_500);
    expect(graph.removedShare).toBe(0.25);
    expect(graph.has(4)).toBe(false);
    const rest = vectors.filter(({ id }) => id % 4 !== 0);
    for (const query of queries) expect(graph.search(query, 50).every(({ id }) => id % 4 !== 0)).toBe(true);
    expect(recallAt10(graph, openScan(rest, DIMENSION))).toBeGreaterThanOrEqual(0.98);
  });

  it("says whether there was something to remove", () => {
    const graph = createGraph(3);
    graph.add(1, toUnitVector([1, 2, 3]));
    expect([graph.remove(1), graph.remove(1), graph.remove(2)]).toEqual([true, false, false]);
  });

  it("refuses an id that it had before", () => {
    const graph = createGraph(3);
    graph.add(1, toUnitVector([1, 2, 3]));
    expect(() => graph.add(1, toUnitVector([3, 2, 1]))).toThrow("Passage 1");
    graph.remove(1);
    expect(() => graph.add(1, toUnitVector([3, 2, 1]))).toThrow("Passage 1");
    expect(graph.size).toBe(0);
  });

  it("can lose all of them and take new ones", () => {
    const graph = createGraph(DIMENSION);
    for (const { id, vector } of vectors.slice(0, 300)) graph.add(id, vector);
    for (const { id } of vectors.slice(0, 300)) graph.remove(id);
    expect(graph.search(queries[0]!, 10)).toEqual([]);
    for (const { id, vector } of vectors.slice(300, 600)) graph.add(id, vector);
    expect(
      graph
        .search(queries[0]!, 500)
        .map(({ id }) => id)
        .sort((a, b) => a - b),
    ).toEqual(vectors.slice(300, 600).map(({ id }) => id));
  });

  it("survives versions of one document coming and going, each like the one before", () => {
    const random = openRandom(5);
    const centre = randomUnitVector(random, DIMENSION);
    const graph = createGraph(DIMENSION);
    for (const { id, vector } of vectors.slice(0, 300)) graph.add(10_000 + id, vector);
    let next = 0;
    let version: number[] = [];
    for (let round = 0; round < 20; round++) {
      for (const id of version) graph.remove(id);
      version = Array.from({ length: 40 }, () => next++);
      for (const id of version) {
        graph.add(id, toUnitVector(Array.from(centre, (value) => value + (random() - 0.5) * 1e-3)));
      }
      const found = graph.search(centre, 40).map(({ id }) => id);
      expect(found.sort((a, b) => a - b)).toEqual(version);
    }
  });

  it("keeps a vector that another passage shares, and gives it back when it returns", () => {
    const same = toUnitVector([1, 2, 3]);
    const graph = createGraph(3);
    graph.add(1, same);
    graph.add(2, same);
    graph.remove(1);
    expect(graph.search(same, 5).map(({ id }) => id)).toEqual([2]);
    graph.remove(2);
    expect(graph.search(same, 5)).toEqual([]);
    graph.add(3, same);
    expect(graph.search(same, 5).map(({ id }) => id)).toEqual([3]);
    expect(graph.removedShare).toBe(0);
    expect(graph.ids()).toEqual([3]);
  });
});
