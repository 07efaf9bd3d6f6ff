import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPage } from "../../../src/web/fetch-page.ts";
import { createManualClock, openSite, type Site, settingsFor } from "./loopback-site.ts";

const open: Site[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

type Pages = Parameters<typeof openSite>[0];

async function serve(pages: Pages): Promise<Site> {
  const site = await openSite({ "/": "page", "/a": "page", "/a/b?c=1": "page", ...pages });
  open.push(site);
  return site;
}

const status =
  (code: number): Pages[string] =>
  (_request, response) =>
    response.writeHead(code).end();

const redirectTo =
  (location: string): Pages[string] =>
  (_request, response) =>
    response.writeHead(301, { location }).end();

/** What becomes of a page under this robots.txt: `allowed`, or the error's code. */
async function ask(robots: Pages[string], path = "/a"): Promise<string> {
  const site = await serve({ "/robots.txt": robots });
  return outcome(site, path);
}

function outcome(site: Site, path = "/a", settings = settingsFor([site])): Promise<string> {
  return fetchPage(site.url(path), settings).then(
    () => "allowed",
    (error: { code: string }) => error.code,
  );
}

describe("robots.txt", () => {
  it.each([
    ["everything", "User-agent: *\nDisallow: /", "robots-refused"],
    ["nothing", "User-agent: *\nDisallow:", "allowed"],
    ["another folder", "User-agent: *\nDisallow: /b", "allowed"],
    ["this folder", "User-agent: *\nDisallow: /a", "robots-refused"],
    [
      "this folder, Windows lines and a byte-order mark",
      "\uFEFFUser-Agent: *\r\nDISALLOW: /a\r\n",
      "robots-refused",
    ],
    ["all but this", "User-agent: *\nDisallow: /\nAllow: /a", "allowed"],
    ["somebody else", "User-agent: Other\nDisallow: /", "allowed"],
    ["us by name", "User-agent: accord\nDisallow: /\n\nUser-agent: *\nDisallow:", "robots-refused"],
    ["everybody but us", "User-agent: *\nDisallow: /\n\nUser-agent: Accord\nDisallow:", "allowed"],
    ["by a pattern", "User-agent: *\nDisallow: /*a$", "robots-refused"],
    ["what is no rule", "<html><body>Not a robots.txt</body></html>", "allowed"],
    ["nothing at all", "", "allowed"],
    [
      "a name of objects",
      "User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /",
      "allowed",
    ],
  ])("that refuses %s", async (_what, robots, expected) => expect(await ask(robots)).toBe(expected));

  it("is held against the query as well", async () => {
    expect(await ask("User-agent: *\nDisallow: /*?c=", "/a/b?c=1")).toBe("robots-refused");
  });

  it("keeps us from asking for the page at all", async () => {
    const site = await serve({ "/robots.txt": "User-agent: *\nDisallow: /a" });
    await outcome(site);
    expect(site.hits).toEqual(["site.example /robots.txt"]);
  });

  it.each([
    [401, "allowed"],
    [403, "allowed"],
    [404, "allowed"],
    [410, "allowed"],
    [429, "allowed"],
    [500, "robots-unknown"],
    [502, "robots-unknown"],
    [503, "robots-unknown"],
  ])("that is answered with %d means: %s", async (code, expected) => {
    expect(await ask(status(code))).toBe(expected);
  });

  it("that cannot be had for the network's fault allows nothing", async () => {
    expect(await ask((request) => request.socket.destroy())).toBe("broken");
  });

  it("may lie behind redirects, on another site too", async () => {
    const other = await serve({ "/rules": "User-agent: *\nDisallow: /a" });
    const site = await serve({
      "/robots.txt": redirectTo("/2"),
      "/2": redirectTo(other.url("/rules", "other.example")),
    });
    expect(await outcome(site, "/a", settingsFor([site, other]))).toBe("robots-refused");
  });

  it("behind six redirects is taken for none", async () => {
    const way = Object.fromEntries([1, 2, 3, 4, 5].map((step) => [`/${step}`, redirectTo(`/${step + 1}`)]));
    const site = await serve({ ...way, "/robots.txt": redirectTo("/1"), "/6": "User-agent: *\nDisallow: /" });
    expect(await outcome(site)).toBe("allowed");
  });

  it.each(["http://localhost/", "http://10.0.0.1:PORT/", "file:///etc/passwd", "http://site.example:22/"])(
    "that leads to %s is not followed, and allows nothing",
    async (location) => {
      const pages: Record<string, Pages[string]> = {};
      const site = await serve(pages);
      const target = await serve({
        "/robots.txt": redirectTo(location.replace("PORT", String(site.port))),
      });
      expect(await outcome(target, "/a", settingsFor([site, target]))).toBe("robots-unknown");
    },
  );

  it("is read for 500 KiB, to its last whole line", async () => {
    const fill = "# a comment line of 32 characters\n".repeat(20_000).slice(0, 500 * 1024);
    const rules = "User-agent: *\nDisallow: /a\n";
    expect(await ask(`${rules}${fill}`)).toBe("robots-refused");
    expect(await ask(`${fill}${rules}`)).toBe("allowed");
    const upTo = "User-agent: *\nDisallow: /";
    const cut = `${fill.slice(0, 500 * 1024 - upTo.length - 1)}\n${upTo}`;
    expect(cut.length).toBe(500 * 1024);
    expect(await ask(`${cut}private`)).toBe("allowed");
  });

  it("may come packed, and be a bomb", async () => {
    const packed =
      (text: Buffer): Pages[string] =>
      (_request, response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text));
    expect(await ask(packed(Buffer.from("User-agent: *\nDisallow: /a")))).toBe("robots-refused");
    const bomb = Buffer.alloc(50_000_000, "#\n");
    bomb.write("User-agent: *\nDisallow: /a\n");
    expect(await ask(packed(bomb))).toBe("robots-refused");
  });

  it("whose patterns would take seconds allows nothing", async () => {
    const line = `Disallow: /*${"a*".repeat(500)}\n`;
    const path = `/${"a".repeat(1_900)}`;
    expect(await ask(`User-agent: *\n${line.repeat(490)}`, path)).toBe("robots-long");
  });

  it("is asked for each site on the way", async () => {
    const other = await serve({ "/robots.txt": "User-agent: *\nDisallow: /a" });
    const site = await serve({ "/a": redirectTo(other.url("/a", "other.example")) });
    expect(await outcome(site, "/a", settingsFor([site, other]))).toBe("robots-refused");
    expect(other.hits).toEqual(["other.example /robots.txt"]);
  });

  it("is remembered for an hour", async () => {
    const clock = createManualClock();
    const site = await serve({ "/robots.txt": "User-agent: *\nDisallow: /b" });
    const settings = settingsFor([site], { clock });
    const asked = (): number => site.hits.filter((hit) => hit.endsWith("/robots.txt")).length;
    await outcome(site, "/a", settings);
    clock.pass(3_599_999);
    await outcome(site, "/", settings);
    expect(asked()).toBe(1);
    clock.pass(1);
    await outcome(site, "/a", settings);
    expect(asked()).toBe(2);
  });

  it("is asked for once by all who wait for it", async () => {
    const site = await serve({ "/robots.txt": "User-agent: *\nDisallow: /b" });
    const settings = settingsFor([site]);
    const outcomes = await Promise.all(["/a", "/", "/a/b?c=1"].map((path) => outcome(site, path, settings)));
    expect(outcomes).toEqual(["allowed", "allowed", "allowed"]);
    expect(site.hits.filter((hit) => hit.endsWith("/robots.txt"))).toHaveLength(1);
  });

  it("that could not be had is asked for again", async () => {
    const answers = [500, 404];
    const site = await serve({
      "/robots.txt": (_request, response) => response.writeHead(answers.shift() ?? 404).end(),
    });
    const settings = settingsFor([site]);
    expect(await outcome(site, "/a", settings)).toBe("robots-unknown");
    expect(await outcome(site, "/a", settings)).toBe("allowed");
  });

  it("is one for each name, and only so many are remembered", async () => {
    const site = await serve({});
    const settings = settingsFor([site], { limits: { robotsHosts: 2 } });
    for (const host of ["a.example", "b.example", "c.example", "b.example", "a.example"]) {
      await fetchPage(site.url("/a", host), settings);
    }
    const asked = site.hits.filter((hit) => hit.endsWith("/robots.txt")).map((hit) => hit.split(" ")[0]);
    expect(asked).toEqual(["a.example", "b.example", "c.example", "a.example"]);
    expect(settings.robots.size).toBe(2);
  });
});
