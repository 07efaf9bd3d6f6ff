import { once } from "node:events";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPage } from "../../../src/web/fetch-page.ts";
import type { WebLimits } from "../../../src/web/limits.ts";
import { readBody } from "../../../src/web/read-body.ts";
import { createManualClock, openRawSite, openSite, type Site, settingsFor } from "./loopback-site.ts";

const open: Pick<Site, "close">[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

async function serve(pages: Parameters<typeof openSite>[0]): Promise<Site> {
  const site = await openSite(pages);
  open.push(site);
  return site;
}

async function serveRaw(answer: (socket: Socket) => void): Promise<Site> {
  const site = await openRawSite(answer);
  open.push(site);
  return site;
}

/** So long that no test comes near. */
const NEVER = 1e12;
const PATIENT: Partial<WebLimits> = { connect: NEVER, headers: NEVER, idle: NEVER, whole: NEVER };

const html = { "content-type": "text/html" };

describe("a slow site", () => {
  it("that no name server answers for is given up after 10 s", async () => {
    const clock = createManualClock();
    const site = await serve({});
    const resolve = () => {
      setImmediate(() => clock.pass(10_000));
      return new Promise<never>(() => {});
    };
    await expect(fetchPage(site.url("/"), settingsFor([site], { clock, resolve }))).rejects.toMatchObject({
      code: "too-slow",
      values: { host: "site.example", seconds: 10 },
    });
    expect(clock.waiting()).toBe(0);
  });

  it("that accepts connections and does not shake hands is given up after 10 s", async () => {
    const clock = createManualClock();
    const site = await serveRaw(() => clock.pass(10_000));
    await expect(
      fetchPage(site.url("/").replace("http:", "https:"), settingsFor([site], { clock })),
    ).rejects.toMatchObject({ code: "too-slow", values: { seconds: 10 } });
  });

  it("that takes the request and says nothing is given up after 10 s", async () => {
    const clock = createManualClock();
    const site = await serve({ "/": () => clock.pass(10_000) });
    await expect(fetchPage(site.url("/"), settingsFor([site], { clock }))).rejects.toMatchObject({
      code: "too-slow",
      values: { seconds: 10 },
    });
    expect(clock.waiting()).toBe(0);
  });

  it.each([
    ["in the middle", "begun"],
    ["after the headers", ""],
  ])("that falls silent %s is given up after 15 s", async (_when, beginning) => {
    const clock = createManualClock();
    let ticks: NodeJS.Timeout | undefined;
    const site = await serve({
      "/": (_request, response) => {
        response.writeHead(200, html).flushHeaders();
        response.write(beginning);
        ticks = setInterval(() => clock.pass(1_000), 1);
      },
    });
    const settings = settingsFor([site], { clock, limits: { ...PATIENT, idle: 15_000 } });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({
      code: "too-slow",
      values: { seconds: 15 },
    });
    clearInterval(ticks);
  });

  it("that drips is given up after a minute", async () => {
    const clock = createManualClock();
    let ticks: NodeJS.Timeout | undefined;
    const site = await serve({
      "/": (_request, response) => {
        response.writeHead(200, html);
        ticks = setInterval(() => {
          response.write(".");
          clock.pass(1_000);
        }, 1);
      },
    });
    const settings = settingsFor([site], { clock, limits: { ...PATIENT, whole: 60_000 } });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({
      code: "too-slow",
      values: { seconds: 60 },
    });
    clearInterval(ticks);
  });

  it("has a minute for all its redirects together", async () => {
    const clock = createManualClock();
    const site = await serve({
      "/": (_request, response) => {
        clock.pass(40_000);
        response.writeHead(302, { location: "/next" }).end();
      },
      "/next": () => clock.pass(20_000),
    });
    const settings = settingsFor([site], { clock, limits: { ...PATIENT, whole: 60_000 } });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({
      code: "too-slow",
      values: { seconds: 60 },
    });
  });

  it("has another minute for its robots.txt, so that a page is not late for it", async () => {
    const clock = createManualClock();
    const site = await serve({
      "/robots.txt": (_request, response) => {
        clock.pass(50_000);
        response.writeHead(404).end();
      },
      "/": (_request, response) => {
        clock.pass(50_000);
        response.writeHead(200, html).end("in time");
      },
    });
    const settings = settingsFor([site], { clock, limits: { ...PATIENT, whole: 60_000 } });
    expect((await fetchPage(site.url("/"), settings)).bytes.byteLength).toBe(7);
    expect(clock.waiting()).toBe(0);
  });
});

describe("a large page", () => {
  const limits = { pageBytes: 100_000 };
  const serveBody = (body: Uint8Array, headers: Record<string, string> = {}) =>
    serve({ "/": (_request, response) => response.writeHead(200, { ...html, ...headers }).end(body) });

  it("is taken up to the limit and not a byte more", async () => {
    const site = await serveBody(Buffer.alloc(100_000, "a"));
    expect((await fetchPage(site.url("/"), settingsFor([site], { limits }))).bytes.byteLength).toBe(100_000);
    const larger = await serveBody(Buffer.alloc(100_001, "a"));
    await expect(fetchPage(larger.url("/"), settingsFor([larger], { limits }))).rejects.toMatchObject({
      code: "too-large",
      values: { megabytes: 0.1 },
    });
  });

  it("that never ends is broken off", async () => {
    const closed: Promise<unknown>[] = [];
    const site = await serve({
      "/": (_request, response) => {
        closed.push(once(response, "close"));
        response.writeHead(200, html);
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, "a")));
        };
        response.on("drain", pour);
        pour();
      },
    });
    await expect(fetchPage(site.url("/"), settingsFor([site], { limits }))).rejects.toMatchObject({
      code: "too-large",
    });
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it("that says so beforehand is not read", async () => {
    const site = await serve({
      "/": (_request, response) => {
        response.writeHead(200, { ...html, "content-length": "100001" });
        response.flushHeaders();
      },
    });
    await expect(fetchPage(site.url("/"), settingsFor([site], { limits }))).rejects.toMatchObject({
      code: "too-large",
    });
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(50_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(50_000_000))],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])("may come packed small (%s): it is counted unpacked", async (encoding, bomb) => {
    expect(bomb.byteLength).toBeLessThan(limits.pageBytes);
    const site = await serveBody(bomb, { "content-encoding": encoding });
    await expect(fetchPage(site.url("/"), settingsFor([site], { limits }))).rejects.toMatchObject({
      code: "too-large",
    });
  });

  it("may unpack to nothing: it is counted packed too", async () => {
    const nothing = gzipSync("");
    const site = await serveBody(Buffer.concat(Array(10_000).fill(nothing)), { "content-encoding": "gzip" });
    await expect(fetchPage(site.url("/"), settingsFor([site], { limits }))).rejects.toMatchObject({
      code: "too-large",
    });
  });
});

describe("a broken response", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";

  it.each<[string, string | Buffer]>([
    ["nothing", ""],
    ["half a head", "HTTP/1.1 200 OK\r\ncontent-ty"],
    ["what is no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"],
    ["less than was promised", `${head}content-length: 100\r\n\r\nshort`],
    ["a chunk that is cut off", `${head}transfer-encoding: chunked\r\n\r\nff\r\nshort`],
    ["chunks without an end", `${head}transfer-encoding: chunked\r\n\r\n5\r\nshort\r\n`],
    ["chunks of no size", `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`],
    ["two lengths", `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`],
    ["a head without an end", `${head}x: ${"a".repeat(20_000)}\r\n\r\nbody`],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"],
    [
      "a packed body that is cut off",
      Buffer.concat([
        Buffer.from(`${head}content-encoding: gzip\r\n\r\n`),
        gzipSync("a".repeat(5000)).subarray(0, 30),
      ]),
    ],
    ["a packed body that is none", `${head}content-encoding: gzip\r\n\r\nplain text`],
    ["a packed body that is none (br)", `${head}content-encoding: br\r\n\r\nplain text, not brotli`],
    ["a packing that nobody knows", `${head}content-encoding: zstd\r\n\r\nxxxx`],
    ["too many packings", `${head}content-encoding: gzip, gzip, gzip\r\n\r\nxxxx`],
  ])("is told as such: %s", async (_what, bytes) => {
    const site = await serveRaw((socket) => socket.end(bytes));
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({
      code: "broken",
      values: { host: "site.example", reason: expect.stringMatching(/^[\w-]+$/) },
    });
  });

  it("is told as such: a connection that dies", async () => {
    const site = await serveRaw((socket) => {
      socket.write(`${head}content-length: 100\r\n\r\nshort`);
      setImmediate(() => socket.resetAndDestroy());
    });
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({ code: "broken" });
  });

  it("ends where it said that it would, whatever comes after", async () => {
    const site = await serveRaw((socket) => {
      socket.end(`${head}content-length: 4\r\n\r\npageHTTP/1.1 200 OK\r\n\r\nsmuggled`);
    });
    const { bytes } = await fetchPage(site.url("/"), settingsFor([site]));
    expect(new TextDecoder().decode(bytes)).toBe("page");
  });

  it("may come after hints and without a length", async () => {
    const site = await serveRaw((socket) => {
      socket.end(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${head}\r\nto the end`);
    });
    const { bytes } = await fetchPage(site.url("/"), settingsFor([site]));
    expect(new TextDecoder().decode(bytes)).toBe("to the end");
  });
});

describe("reading a body", () => {
  it("notes every chunk that comes, so that a slow body is no silent one", async () => {
    const packed = gzipSync("some text");
    let notes = 0;
    const body = Readable.from([packed.subarray(0, 5), packed.subarray(5, 9), packed.subarray(9)]);
    const bytes = await readBody(body, "gzip", { most: 100, beyond: "cut" }, () => notes++);
    expect([new TextDecoder().decode(bytes), notes]).toEqual(["some text", 3]);
  });

  it("keeps the beginning where the rest may be cut", async () => {
    const limit = { most: 7, beyond: "cut" } as const;
    const read = (chunks: Uint8Array[], encoding = "") =>
      readBody(Readable.from(chunks), encoding, limit, () => {}).then((bytes) =>
        new TextDecoder().decode(bytes),
      );
    expect(await read([Buffer.from("abcd"), Buffer.from("efgh"), Buffer.from("ijkl")])).toBe("abcdefg");
    expect(await read([Buffer.from("abcdefg")])).toBe("abcdefg");
    expect(await read([])).toBe("");
  });
});
