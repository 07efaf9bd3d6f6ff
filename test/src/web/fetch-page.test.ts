import { connect } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchPage } from "../../../src/web/fetch-page.ts";
import { WEB_LIMITS } from "../../../src/web/limits.ts";
import { createWebSettings } from "../../../src/web/settings.ts";
import { createIdentity } from "./identity.ts";
import { openRawSite, openSite, type Site, type SiteOptions, settingsFor } from "./loopback-site.ts";

const open: Site[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const site of open.splice(0)) await site.close();
});

async function serve(pages: Parameters<typeof openSite>[0], options: SiteOptions = {}): Promise<Site> {
  const site = await openSite(pages, options);
  open.push(site);
  return site;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const redirectTo =
  (location: string, status = 302): Parameters<typeof openSite>[0][string] =>
  (_request, response) =>
    response.writeHead(status, { location }).end("moved");

describe("a page", () => {
  it("comes as a snapshot with what is known of it", async () => {
    const site = await serve({
      "/news/visit?id=7": (_request, response) => {
        response.writeHead(200, { "content-type": 'Text/HTML; Charset="Windows-1258"' });
        response.end("<p>The delegation arrived.</p>");
      },
    });
    const date = () => new Date("2026-03-01T09:30:00Z");
    const snapshot = await fetchPage(
      `  ${site.url("/news/visit?utm_source=mail&id=7&fbclid=x#top")} `,
      settingsFor([site], { date }),
    );
    expect({ ...snapshot, bytes: text(snapshot.bytes) }).toEqual({
      url: site.url("/news/visit?id=7"),
      finalUrl: site.url("/news/visit?id=7"),
      contentType: "text/html",
      charset: "windows-1258",
      bytes: "<p>The delegation arrived.</p>",
      retrievedAt: "2026-03-01T09:30:00.000Z",
      fileName: "visit",
    });
    expect(site.hits).toEqual(["site.example /robots.txt", "site.example /news/visit?id=7"]);
  });

  it("is asked for politely: by name, without cookies, without a referrer, and with GET", async () => {
    const seen: unknown[] = [];
    const site = await serve({
      "/1": (request, response) => {
        seen.push(request.headers, request.method);
        response.writeHead(302, { location: "/2", "set-cookie": "a=1" }).end();
      },
      "/2": (request, response) => {
        seen.push(request.headers, request.method);
        response.writeHead(200, { "content-type": "text/plain", "set-cookie": "b=2" }).end("ok");
      },
    });
    await fetchPage(site.url("/1"), settingsFor([site], { userAgent: "Accord/9.9 (testing)" }));
    const headers = {
      host: `site.example:${site.port}`,
      connection: "close",
      "user-agent": "Accord/9.9 (testing)",
      accept: expect.stringContaining("text/html"),
      "accept-encoding": "gzip, br",
    };
    expect(seen).toEqual([headers, "GET", headers, "GET"]);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["GZIP, identity", gzipSync],
    ["gzip, br", (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
  ])("is unpacked: %s", async (encoding, pack) => {
    const body = "Thỏa thuận hợp tác. ".repeat(5000);
    const site = await serve({
      "/": (_request, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding });
        response.end(pack(Buffer.from(body)));
      },
    });
    expect(text((await fetchPage(site.url("/"), settingsFor([site]))).bytes)).toBe(body);
  });

  it.each([
    ["text/html", "text/html", null],
    ["text/html;charset=UTF-8", "text/html", "utf-8"],
    ["text/html; charset=<script>", "text/html", null],
    ["text/plain; format=flowed; charset=us-ascii", "text/plain", "us-ascii"],
    ["application/pdf", "application/pdf", null],
    ["application/xhtml+xml", "application/xhtml+xml", null],
    ["text/markdown", "text/markdown", null],
    ["message/rfc822", "message/rfc822", null],
    ["application/octet-stream", "application/octet-stream", null],
    ["nonsense", "application/octet-stream", null],
  ])("of type %j is taken as %s, charset %s", async (header, contentType, charset) => {
    const site = await serve({
      "/": (_request, response) => response.writeHead(200, { "content-type": header }).end("x"),
    });
    expect(await fetchPage(site.url("/"), settingsFor([site]))).toMatchObject({ contentType, charset });
  });

  it("without a type is bytes of an unknown kind", async () => {
    const site = await serve({ "/": (_request, response) => response.writeHead(200).end("x") });
    expect(await fetchPage(site.url("/"), settingsFor([site]))).toMatchObject({
      contentType: "application/octet-stream",
    });
  });

  it.each(["", "content-length: 1\r\n"])("is called as its header says, in UTF-8 too: %j", async (more) => {
    const name = 'content-disposition: attachment; filename="../Thỏa thuận.pdf"\r\n';
    const site = await openRawSite((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/pdf\r\n${name}${more}\r\nx`);
    });
    open.push(site);
    expect(await fetchPage(site.url("/file"), settingsFor([site]))).toMatchObject({
      fileName: "Thỏa thuận.pdf",
    });
  });

  it.each(["image/png", "video/mp4", "application/zip", "application/json", "toString/constructor"])(
    "of type %s is refused, and nothing of it is read",
    async (type) => {
      const site = await serve({
        "/": (_request, response) =>
          response.writeHead(200, { "content-type": `${type}; a=b` }).write("endless"),
      });
      await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({
        code: "type-unsupported",
        values: { host: "site.example", type: type.toLowerCase() },
      });
    },
  );

  it.each([
    [404, "not-found"],
    [410, "not-found"],
    [401, "forbidden"],
    [403, "forbidden"],
    [451, "forbidden"],
    [429, "server-busy"],
    [503, "server-busy"],
    [500, "server-error"],
    [502, "server-error"],
    [204, "server-error"],
    [206, "server-error"],
    [302, "server-error"],
    [418, "server-error"],
  ])("answered with %d is %s", async (status, code) => {
    const site = await serve({
      "/": (_request, response) => response.writeHead(status, { "content-type": "text/html" }).end(),
    });
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({
      code,
      values: { status },
    });
  });

  it("leaves no connection behind, read or not", async () => {
    const closed: Promise<unknown>[] = [];
    const note: Parameters<typeof openSite>[0][string] = (request, response) => {
      closed.push(new Promise((resolve) => request.socket.once("close", resolve)));
      response.writeHead(request.url === "/a" ? 200 : 403, { "content-type": "text/html" });
      response.write("begun");
      if (request.url === "/a") response.end();
    };
    const site = await serve({ "/a": note, "/b": note });
    const settings = settingsFor([site]);
    await fetchPage(site.url("/a"), settings);
    await expect(fetchPage(site.url("/b"), settings)).rejects.toMatchObject({ code: "forbidden" });
    await Promise.all(closed);
    expect(closed).toHaveLength(2);
  });

  it("is given up when its asker gives up", async () => {
    const controller = new AbortController();
    const site = await serve({ "/": () => controller.abort(new Error("enough waited")) });
    await expect(fetchPage(site.url("/"), settingsFor([site]), controller.signal)).rejects.toThrow(
      "enough waited",
    );
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("with %d is followed, to another site too", async (status) => {
    const other = await serve({ "/there?utm_source=x": "arrived" });
    const way = await serve({
      "/": redirectTo(other.url("/there?utm_source=x#part", "other.example"), status),
    });
    const snapshot = await fetchPage(way.url("/"), settingsFor([way, other]));
    expect(snapshot).toMatchObject({
      url: way.url("/"),
      finalUrl: other.url("/there", "other.example"),
    });
    expect(text(snapshot.bytes)).toBe("arrived");
  });

  it("may be relative", async () => {
    const site = await serve({ "/a/b": redirectTo("../c"), "/c": "here" });
    expect(await fetchPage(site.url("/a/b"), settingsFor([site]))).toMatchObject({
      finalUrl: site.url("/c"),
    });
  });

  it("is followed five times and no more", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`/${index}`, redirectTo(`/${index + 1}`)]),
    );
    const site = await serve({ ...chain, "/7": "the end" });
    const settings = settingsFor([site]);
    expect(text((await fetchPage(site.url("/2"), settings)).bytes)).toBe("the end");
    await expect(fetchPage(site.url("/1"), settings)).rejects.toMatchObject({
      code: "redirects",
      values: { most: 5 },
    });
  });

  it("to itself ends", async () => {
    const site = await serve({ "/": redirectTo("/") });
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({ code: "redirects" });
    expect(site.hits.filter((hit) => hit.endsWith(" /"))).toHaveLength(6);
  });

  it.each([
    ["http://127.0.0.2:PORT/", "address-private"],
    ["http://[::1]:PORT/", "address-private"],
    ["http://[::ffff:127.0.0.1]:PORT/", "address-private"],
    ["http://169.254.169.254:PORT/latest/meta-data/", "address-private"],
    ["http://2852039166:PORT/", "address-private"],
    ["http://localhost:PORT/", "address-private"],
    ["//inside.example:PORT/", "address-private"],
    ["http://site.example:22/", "url-port"],
    ["file:///etc/passwd", "url-scheme"],
    ["http://a:b@site.example:PORT/", "url-credentials"],
    ["http://", "url-invalid"],
  ])("to %s is refused: %s", async (location, code) => {
    const inside = await serve({ "/": "secret" }, { address: "127.0.0.2" });
    const site = await serve({ "/": redirectTo(location.replace("PORT", String(inside.port))) });
    const settings = settingsFor([site, inside], {
      resolve: async (host) => [host === "inside.example" ? "127.0.0.2" : "127.0.0.1"],
    });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({ code });
    expect(inside.hits).toEqual([]);
  });
});

describe("a connection", () => {
  it.each([
    "http://127.0.0.1:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f.1:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://127.1:PORT/",
    "http://[::1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://[::127.0.0.1]:PORT/",
    "http://0.0.0.0:PORT/",
    "http://0:PORT/",
    "http://10.0.0.1:PORT/",
    "http://192.168.1.1:PORT/",
    "http://100.64.0.1:PORT/",
    "http://169.254.169.254:PORT/",
    "http://[fd00:ec2::254]:PORT/",
    "http://[64:ff9b::a9fe:a9fe]:PORT/",
    "http://[2002:7f00:1::]:PORT/",
    "http://224.0.0.1:PORT/",
  ])("is not made to %s", async (address) => {
    const site = await serve({ "/": "secret" });
    const { ports } = settingsFor([site]).limits;
    const publicOnly = createWebSettings({ limits: { ...WEB_LIMITS, ports } });
    await expect(fetchPage(address.replace("PORT", String(site.port)), publicOnly)).rejects.toMatchObject({
      code: "address-private",
    });
    expect(site.hits).toEqual([]);
  });

  it.each([
    ["a private one", ["10.0.0.1"]],
    ["a private one among public ones", ["127.0.0.1", "192.168.0.1"]],
    ["IPv6 loopback beside a public one", ["127.0.0.1", "::1"]],
    ["what is no address", ["site.example"]],
    ["an address in another spelling", ["2130706433"]],
  ])("is not made where a name leads to %s", async (_what, addresses) => {
    const site = await serve({ "/": "secret" });
    const settings = settingsFor([site], { resolve: async () => addresses });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({
      code: "address-private",
      values: { host: "site.example" },
    });
    expect(site.hits).toEqual([]);
  });

  it("goes to the address that was checked, whatever the name says next (DNS rebinding)", async () => {
    const inside = await serve({ "/": "secret", "/robots.txt": "" }, { address: "127.0.0.2" });
    const site = await serve({ "/": "public" });
    const answers = ["127.0.0.1", "127.0.0.2"];
    const resolve = vi.fn(async () => [answers.shift() ?? "127.0.0.2"]);
    const settings = settingsFor([site, inside], { resolve });
    // The first answer serves robots.txt; the page asks anew, and the new answer is refused.
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({ code: "address-private" });
    expect(resolve).toHaveBeenCalledTimes(2);
    expect(site.hits).toEqual(["site.example /robots.txt"]);
    expect(inside.hits).toEqual([]);
  });

  it("asks a name once, and gives the socket nothing but the answer", async () => {
    const site = await serve({ "/": "public" });
    const resolve = vi.fn(async () => ["127.0.0.1"]);
    const checked: string[] = [];
    const settings = settingsFor([site], {
      resolve,
      allowAddress: (address) => checked.push(address) > 0,
    });
    await fetchPage(site.url("/", "no-such-name.invalid"), settings);
    // Two connections, each looked up once, and checked before and after.
    expect(resolve.mock.calls).toEqual([["no-such-name.invalid"], ["no-such-name.invalid"]]);
    expect(checked).toEqual(Array(4).fill("127.0.0.1"));
  });

  it("is closed before anything is sent where it leads elsewhere than was checked", async () => {
    const site = await serve({ "/": "secret" });
    let asked = 0;
    const settings = settingsFor([site], { allowAddress: () => asked++ === 0 });
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({ code: "address-private" });
    expect(site.hits).toEqual([]);
  });

  it("takes no notice of a proxy in the environment", async () => {
    const proxy = await serve({});
    const site = await serve({ "/": "direct" });
    for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) {
      vi.stubEnv(name, proxy.url("", "127.0.0.1"));
    }
    expect(text((await fetchPage(site.url("/"), settingsFor([site]))).bytes)).toBe("direct");
    expect(proxy.hits).toEqual([]);
  });

  it.each([
    ["ENOTFOUND", "host-unknown"],
    ["ENODATA", "host-unknown"],
    ["EAI_AGAIN", "unreachable"],
    ["ESERVFAIL", "unreachable"],
  ])("is not made where looking the name up ends in %s: %s", async (reason, code) => {
    const site = await serve({});
    const resolve = () => Promise.reject(Object.assign(new Error("no"), { code: reason }));
    await expect(fetchPage(site.url("/"), settingsFor([site], { resolve }))).rejects.toMatchObject({ code });
  });

  it("is not made where a name has no address", async () => {
    const site = await serve({});
    await expect(
      fetchPage(site.url("/"), settingsFor([site], { resolve: async () => [] })),
    ).rejects.toMatchObject({ code: "host-unknown" });
  });

  it("that is refused says so", async () => {
    const site = await openSite({});
    await site.close();
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({
      code: "unreachable",
      values: { host: "site.example", reason: "ECONNREFUSED" },
    });
  });

  it("tries every checked address of a name", async () => {
    const site = await serve({ "/": "found" });
    const settings = settingsFor([site], {
      resolve: async () => ["127.0.0.3", "127.0.0.1"],
      allowAddress: (address) => address === "127.0.0.1" || address === "127.0.0.3",
    });
    // Refused on 127.0.0.3, where nobody listens.
    await new Promise<void>((resolve, reject) => {
      const probe = connect(site.port, "127.0.0.3");
      probe.on("error", () => resolve());
      probe.on("connect", () => reject(new Error("somebody listens on 127.0.0.3")));
    });
    expect(text((await fetchPage(site.url("/"), settings)).bytes)).toBe("found");
  });

  it.each([1, 2])("gives a bug's error back as it is, at check %d", async (check) => {
    const site = await serve({ "/": "x" });
    let asked = 0;
    const settings = settingsFor([site], {
      allowAddress: () => {
        if (++asked === check) throw new TypeError("a bug");
        return true;
      },
    });
    await expect(fetchPage(site.url("/"), settings)).rejects.toThrow(TypeError);
  });
});

describe("TLS", () => {
  it("is spoken to the host by its name, at the checked address", async () => {
    const identity = createIdentity("site.example");
    const site = await serve({ "/": "secure" }, { identity });
    const settings = settingsFor([site], { authorities: identity.cert });
    const snapshot = await fetchPage(site.url("/"), settings);
    expect(text(snapshot.bytes)).toBe("secure");
    expect(snapshot.url).toMatch(/^https:/);
  });

  it.each([
    ["that nobody vouches for", "site.example", undefined, false, "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["of another host", "other.example", undefined, true, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["that is over", "site.example", "210101000000Z", true, "CERT_HAS_EXPIRED"],
  ])("with a certificate %s is refused", async (_what, host, until, isTrusted, reason) => {
    const identity = createIdentity(host, until);
    const site = await serve({ "/": "secure" }, { identity });
    const settings = settingsFor([site], isTrusted ? { authorities: identity.cert } : {});
    await expect(fetchPage(site.url("/"), settings)).rejects.toMatchObject({
      code: "certificate",
      values: { host: "site.example", reason },
    });
    expect(site.hits).toEqual([]);
  });

  it("is verified, whatever the environment says", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const site = await serve({ "/": "secure" }, { identity: createIdentity("site.example") });
    await expect(fetchPage(site.url("/"), settingsFor([site]))).rejects.toMatchObject({
      code: "certificate",
    });
  });

  it("that a server does not speak is a connection that was never made", async () => {
    const site = await serve({ "/": "plain" });
    await expect(
      fetchPage(site.url("/").replace("http:", "https:"), settingsFor([site])),
    ).rejects.toMatchObject({ code: "unreachable" });
  });
});
