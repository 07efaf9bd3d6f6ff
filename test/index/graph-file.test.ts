import { existsSync, symlinkSync, truncateSync } from "node:fs";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestPath } from "../../index/cache-file.ts";
import { buildGraph, type Graph, graphShape, readGraph } from "../../index/graph.ts";
import { readGraphBytes } from "../../index/graph-bytes.ts";
import { graphIdentity, loadGraph, saveGraph } from "../../index/graph-file.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { randomVectors } from "./random-vectors.ts";

const MODEL = { name: "m", revision: "r", dimension: 16, queryPrefix: "", passagePrefix: "" };
const IDENTITY = graphIdentity("shared", MODEL);
const vectors = randomVectors({ count: 300, dimension: 16, seed: 21 });
const query = randomVectors({ count: 1, dimension: 16, seed: 22 })[0]!.vector;

async function saveOne(change: (graph: Graph) => void = () => {}) {
  const folder = await makeTemporaryFolder();
  const path = join(folder, "graph.bin");
  const graph = await buildGraph(vectors, { dimension: 16 });
  change(graph);
  await saveGraph(graph, path, IDENTITY, 5);
  return { folder, path, graph };
}

async function load(path: string, identity = IDENTITY) {
  const loaded = await loadGraph(path, identity);
  if ("reason" in loaded) throw new Error(loaded.reason);
  return loaded.graph;
}

describe("a saved graph", () => {
  it("answers as before, under the generation that it was saved under", async () => {
    const { path, graph } = await saveOne();
    const loaded = await loadGraph(path, IDENTITY);
    expect(loaded).toMatchObject({ manifest: { state: { generation: 5, count: 300 } } });
    expect((await load(path)).search(query, 20)).toEqual(graph.search(query, 20));
  });

  it("searches as widely as before: what is found only with the set beam is found again", async () => {
    const { path, graph } = await saveOne();
    const loaded = await load(path);
    for (const { vector } of randomVectors({ count: 50, dimension: 16, seed: 23 })) {
      expect(loaded.search(vector, 1)).toEqual(graph.search(vector, 1));
    }
  });

  it("can grow and shrink after loading", async () => {
    const { path } = await saveOne();
    const graph = await load(path);
    const more = randomVectors({ count: 1_500, dimension: 16, seed: 24, first: 300 });
    for (const { id, vector } of more) graph.add(id, vector);
    for (const { id } of vectors) graph.remove(id);
    expect(graph.ids()).toEqual(more.map(({ id }) => id));
    for (const { id, vector } of more.slice(0, 100)) expect(graph.search(vector, 1)[0]?.id).toBe(id);
  });

  it("never brings back what was removed, before saving or after loading", async () => {
    const { path } = await saveOne((graph) => {
      for (let id = 0; id < 300; id += 3) graph.remove(id);
    });
    const once = await load(path);
    expect(once.search(query, 300).filter(({ id }) => id % 3 === 0)).toEqual([]);
    expect(once.size).toBe(200);
    expect(once.removedShare).toBeCloseTo(1 / 3);
    once.remove(1);
    once.add(1_000, query);
    await saveGraph(once, path, IDENTITY, 6);
    const twice = await load(path);
    expect(twice.ids()).toEqual(once.ids());
    expect(twice.search(query, 300)).toHaveLength(200);
    expect(twice.search(query, 300).filter(({ id }) => id === 1 || (id < 300 && id % 3 === 0))).toEqual([]);
    expect(() => twice.add(1, query)).toThrow("Passage 1");
  });

  it("remembers which passages share a vector", async () => {
    const shared = vectors[7]!.vector;
    const { path } = await saveOne((graph) => {
      graph.add(400, shared);
      graph.add(401, shared);
      graph.remove(7);
    });
    const graph = await load(path);
    expect(graph.search(shared, 2).map(({ id }) => id)).toEqual([400, 401]);
    expect(graph.size).toBe(301);
    graph.add(402, shared);
    expect(graph.search(shared, 3).map(({ id }) => id)).toEqual([400, 401, 402]);
  });

  it("is no file at all when it holds nothing", async () => {
    const { folder, path } = await saveOne();
    await saveGraph(await buildGraph([], { dimension: 16 }), path, IDENTITY, 6);
    expect(await readdir(folder)).toEqual([]);
    expect(await loadGraph(path, IDENTITY)).toEqual({ reason: "there is none" });
  });
});

describe("loading a graph", () => {
  it("refuses a flipped bit anywhere, and the graph in use goes on working", async () => {
    const { path, graph } = await saveOne();
    const before = graph.search(query, 10);
    const whole = await readFile(path);
    for (let position = 0; position < whole.length; position += 211) {
      const flipped = Buffer.from(whole);
      flipped[position]! ^= 1 << (position % 8);
      await writeFile(path, flipped);
      expect(await loadGraph(path, IDENTITY)).toHaveProperty("reason");
    }
    expect(graph.search(query, 10)).toEqual(before);
    await writeFile(path, whole);
    expect((await load(path)).search(query, 10)).toEqual(before);
  });

  it("refuses a page of zeros", async () => {
    const { path } = await saveOne();
    const whole = await readFile(path);
    await writeFile(path, Buffer.from(whole).fill(0, 8_192, 12_288));
    expect(await loadGraph(path, IDENTITY)).toHaveProperty("reason");
  });

  it.each([0, 1, 95, 96, 4_096])("refuses a file of %i bytes", async (length) => {
    const { path } = await saveOne();
    await truncate(path, length);
    expect(await loadGraph(path, IDENTITY)).toHaveProperty("reason");
  });

  it.each([
    ["dimension", graphIdentity("shared", { ...MODEL, dimension: 17 })],
    ["model", graphIdentity("shared", { ...MODEL, revision: "other" })],
    ["scope", graphIdentity("123", MODEL)],
    ["space", { ...IDENTITY, space: "l2" }],
    ["parameters", { ...IDENTITY, parameters: { neighbours: 16, buildBeam: 100 } }],
    ["format", { ...IDENTITY, format: 2 }],
  ])("refuses another %s", async (_name, identity) => {
    const { path } = await saveOne();
    expect(await loadGraph(path, identity)).toMatchObject({
      reason: expect.stringContaining("it is of another"),
    });
  });

  it("refuses a file that only hnswlib refuses, and leaves the graph in use alone", async () => {
    const { path, graph } = await saveOne();
    const contents = readGraphBytes(new Uint8Array(await readFile(path)), graphShape(16));
    if ("reason" in contents) throw new Error(contents.reason);
    const before = graph.search(query, 10);
    await truncate(path, 9_000);
    expect(() => readGraph(path, 16, contents, [])).toThrow("corrupted");
    expect(() => readGraph(join(path, "nowhere"), 16, contents, [])).toThrow("failed to open");
    expect(graph.search(query, 10)).toEqual(before);
  });

  it("refuses a file without its manifest", async () => {
    const { path } = await saveOne();
    await writeFile(manifestPath(path), "{");
    expect(await loadGraph(path, IDENTITY)).toEqual({ reason: "the manifest is not JSON" });
  });
});

describe("saving a graph", () => {
  async function expectOld(folder: string, path: string) {
    expect((await readdir(folder)).sort()).toEqual(["graph.bin", "graph.bin.json"]);
    expect((await load(path)).size).toBe(300);
  }

  it.skipIf(!existsSync("/dev/full"))(
    "on a full disk, which hnswlib does not mention, keeps the old file",
    async () => {
      const { folder, path, graph } = await saveOne();
      const full: Graph = {
        ...graph,
        write(temporaryPath) {
          symlinkSync("/dev/full", temporaryPath);
          graph.write(temporaryPath);
        },
      };
      await expect(saveGraph(full, path, IDENTITY, 6)).rejects.toMatchObject({ code: "disk-full" });
      await expectOld(folder, path);
    },
  );

  it.each([0, 50, 96, 20_000, -4])("that ends after %i bytes keeps the old file", async (length) => {
    const { folder, path, graph } = await saveOne();
    const size = (await readFile(path)).length;
    const cut: Graph = {
      ...graph,
      write(temporaryPath) {
        graph.write(temporaryPath);
        truncateSync(temporaryPath, length < 0 ? size + length : length);
      },
    };
    await expect(saveGraph(cut, path, IDENTITY, 6)).rejects.toMatchObject({ code: "disk-full" });
    await expectOld(folder, path);
  });

  it("to a bad path, where hnswlib writes nothing and says nothing, keeps the old file", async () => {
    const { folder, path, graph } = await saveOne();
    const lost: Graph = { ...graph, write: () => graph.write(join(folder, "nowhere", "graph.bin")) };
    await expect(saveGraph(lost, path, IDENTITY, 6)).rejects.toMatchObject({ code: "disk-full" });
    await expectOld(folder, path);
  });

  it("refuses a file with another vector, another mark or one node less than the graph has", async () => {
    const { folder, path, graph } = await saveOne();
    const other = await buildGraph([...vectors.slice(1), { id: 0, vector: query }], { dimension: 16 });
    const less = await buildGraph(vectors.slice(1), { dimension: 16 });
    const marked = await buildGraph(vectors, { dimension: 16 });
    marked.remove(3);
    for (const wrong of [other, less, marked]) {
      const mixed: Graph = { ...graph, write: (temporaryPath) => wrong.write(temporaryPath) };
      await expect(saveGraph(mixed, path, IDENTITY, 6)).rejects.toMatchObject({ code: "disk-full" });
    }
    await expectOld(folder, path);
  });

  it("allows the graph to change while it is being verified", async () => {
    const { path, graph } = await saveOne();
    const saving = saveGraph(graph, path, IDENTITY, 6);
    // Let the writing begin, then change what was written.
    while (!existsSync(`${path}.new`)) await new Promise((resolve) => setImmediate(resolve));
    graph.remove(5);
    graph.add(900, query);
    await saving;
    expect((await load(path)).has(5)).toBe(true);
    expect(graph.has(5)).toBe(false);
  });
});

describe("the walk through hnswlib's file", () => {
  it("finds every label, mark and vector, and the end", async () => {
    const { path, graph } = await saveOne((saved) => saved.remove(17));
    const contents = readGraphBytes(new Uint8Array(await readFile(path)), graphShape(16));
    const { shared: _shared, ...expected } = graph.contents();
    expect(contents).toEqual(expected);
  });

  it("refuses zeros and noise of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        expect(readGraphBytes(noise.slice(), graphShape(16))).toHaveProperty("reason");
        expect(readGraphBytes(new Uint8Array(noise.length), graphShape(16))).toHaveProperty("reason");
      }),
    );
  });

  it("refuses a link on an upper level to a node that is not on it, where hnswlib would follow a null pointer", async () => {
    const { path } = await saveOne();
    const bytes = new Uint8Array(await readFile(path));
    const words = new Uint32Array(bytes.buffer);
    // A node of 16 values and M 16: a count, 32 links, the vector, the label. A level: a count and 16 links.
    const sizes: number[] = [];
    let upper = 0;
    for (let at = 24 + 300 * 51; at < words.length; at += 1 + words[at]! / 4) {
      sizes.push(words[at]!);
      if (upper === 0 && words[at]! > 0 && words[at + 1]! > 0) upper = at + 2;
    }
    expect(sizes).toHaveLength(300);
    const target = sizes.indexOf(0);
    words[upper] = target;
    expect(readGraphBytes(bytes, graphShape(16))).toEqual({
      reason: expect.stringMatching(new RegExp(`has a link to ${target} on level 1`)),
    });
  });

  it("refuses anything after the last list", async () => {
    const { path } = await saveOne();
    const longer = new Uint8Array([...(await readFile(path)), 0, 0, 0, 0]);
    expect(readGraphBytes(longer, graphShape(16))).toEqual({
      reason: "its lists do not end where the file does",
    });
  });

  it("lets nothing through that ends the process, whichever bit is flipped", async () => {
    const { folder, path } = await saveOne();
    const whole = new Uint8Array(await readFile(path));
    const damaged = join(folder, "damaged.bin");
    let refused = 0;
    // Without a manifest some flips are beyond notice, such as a link to another node: those must be harmless.
    for (let bit = 0; bit < whole.length * 8; bit += 641) {
      const flipped = whole.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const contents = readGraphBytes(flipped, graphShape(16));
      if ("reason" in contents) {
        refused++;
        continue;
      }
      await writeFile(damaged, flipped);
      const graph = readGraph(damaged, 16, contents, []);
      expect(graph.search(query, 300).length).toBeLessThanOrEqual(300);
    }
    expect(refused).toBeGreaterThan(50);
  });
});
