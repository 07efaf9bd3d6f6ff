import type { ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  type DownloadError,
  downloadAttachment,
} from "../../../../src/discord/corpus/download-attachment.ts";
import { openSite } from "../../../src/web/loopback-site.ts";
import { createManualClock, settle } from "../../fixtures/manual-clock.ts";

async function download(page: (response: ServerResponse) => void, signal = new AbortController().signal) {
  const clock = createManualClock();
  const site = await openSite({ "/a.txt": (_request, response) => page(response) });
  onTestFinished(() => site.close());
  const seen: number[] = [];
  const result = downloadAttachment(`http://127.0.0.1:${site.port}/a.txt`, {
    clock,
    limits: { bytes: 1_000, whole: 120_000, idle: 20_000 },
    signal,
    onProgress: (bytes) => seen.push(bytes),
  });
  const fault = result.then(
    () => null,
    (error: DownloadError) => error.fault,
  );
  return { clock, site, seen, result, fault };
}

describe("a file that somebody sent", () => {
  it("is downloaded, and told how far", async () => {
    const { result, seen, clock } = await download((response) => response.end("x".repeat(1_000)));
    expect(Buffer.from(await result).toString()).toBe("x".repeat(1_000));
    expect(seen.at(-1)).toBe(1_000);
    expect(clock.pending()).toEqual([]);
  });

  it("is given up when it is larger than it may be", async () => {
    const { fault, clock } = await download((response) => response.end("x".repeat(1_001)));
    expect(await fault).toBe("large");
    expect(clock.pending()).toEqual([]);
  });

  it.each([
    [403, "gone"],
    [404, "gone"],
    [410, "gone"],
    [429, "broken"],
    [500, "broken"],
    [302, "broken"],
  ])("answered with %i is %s", async (status, expected) => {
    const { fault, site } = await download((response) =>
      response.writeHead(status, { location: "/other" }).end(),
    );
    expect(await fault).toBe(expected);
    expect(site.hits).toHaveLength(1);
  });

  it("that is silent for too long is too slow, also where it has begun", async () => {
    const { fault, clock, seen } = await download((response) => response.write("x"));
    await expect.poll(() => seen).toEqual([1]);
    await clock.advance(20_000);
    expect(await fault).toBe("slow");
  });

  it("that comes drop by drop is too slow as a whole", async () => {
    let open: ServerResponse | undefined;
    const { fault, clock, seen } = await download((response) => {
      open = response;
    });
    await expect.poll(() => open).toBeDefined();
    for (let drop = 1; drop <= 12; drop++) {
      open?.write("x");
      if (drop < 12) await expect.poll(() => seen.length).toBe(drop);
      await clock.advance(10_000);
    }
    expect(await fault).toBe("slow");
  });

  it.each(["before", "while"])("is given up when the bot stops %s it comes", async (when) => {
    const stopping = new AbortController();
    if (when === "before") stopping.abort();
    const { fault } = await download((response) => response.write("x"), stopping.signal);
    await settle();
    stopping.abort();
    expect(await fault).toBe("stopping");
  });

  it("that breaks off is broken", async () => {
    const { fault } = await download((response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("x", () => response.destroy());
    });
    expect(await fault).toBe("broken");
  });
});
