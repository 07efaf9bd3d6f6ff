import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEB_LIMITS } from "../../../src/web/limits.ts";
import { parsePageUrl, portOf, withoutTracking } from "../../../src/web/page-url.ts";

const parse = (text: string, base?: URL) => parsePageUrl(text, WEB_LIMITS, base);

describe("the address of a page", () => {
  it.each([
    ["https://site.example/news/1?id=2#top", "https://site.example/news/1?id=2"],
    ["HTTP://Site.Example:80/A", "http://site.example/A"],
    ["https://site.example:8443", "https://site.example:8443/"],
    ["http://đại-học.example/tin tức", "http://xn--i-hc-zua2256b5ia.example/tin%20t%E1%BB%A9c"],
    ["http://93.184.216.34:8080/", "http://93.184.216.34:8080/"],
    ["https:\\\\site.example\\a", "https://site.example/a"],
    ["ht\ntps://site.\texample/", "https://site.example/"],
  ])("%j is read as %s", (text, href) => expect(parse(text).href).toBe(href));

  it.each([
    ["", "url-invalid"],
    ["site.example/page", "url-invalid"],
    ["https://", "url-invalid"],
    ["http://site.example:99999/", "url-invalid"],
    ["http://1.2.3.256/", "url-invalid"],
    ["http://site.example./", "url-invalid"],
    ["http://localhost./", "url-invalid"],
    [`https://site.example/${"a".repeat(2000)}`, "url-invalid"],
    [`https://site.example/${"ư".repeat(400)}`, "url-invalid"],
    ["ftp://site.example/a.pdf", "url-scheme"],
    ["file:///etc/passwd", "url-scheme"],
    ["javascript:alert(1)", "url-scheme"],
    ["data:text/html,hello", "url-scheme"],
    ["gopher://site.example:80/", "url-scheme"],
    ["constructor://site.example", "url-scheme"],
    ["http://name@site.example/", "url-credentials"],
    ["http://:secret@site.example/", "url-credentials"],
    ["http://site.example@10.0.0.1/", "url-credentials"],
    ["http://site.example:22/", "url-port"],
    ["http://site.example:25/", "url-port"],
    ["https://site.example:6379/", "url-port"],
    ["http://site.example:0/", "url-port"],
    ["http://localhost/", "address-private"],
    ["http://LOCALHOST:8080/", "address-private"],
    ["http://ｌｏｃａｌｈｏｓｔ/", "address-private"],
    ["http://a.localhost/", "address-private"],
    ["http://intranet/", "address-private"],
    ["http://printer.local/", "address-private"],
    ["http://metadata.google.internal/", "address-private"],
    ["http://router.home.arpa/", "address-private"],
  ])("%j is refused: %s", (text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: "WebError", code }));
  });

  it("never tells a password on", () => {
    expect(() => parse("http://name:hunter2@site.example/")).toThrow(
      expect.objectContaining({ values: {}, message: expect.not.stringContaining("hunter2") }),
    );
  });

  it.each([
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1./",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    "http://%31%32%37.0.0.1/",
  ])("%s is the dotted address for whoever checks it", (text) => {
    expect(parse(text).hostname).toBe("127.0.0.1");
  });

  it("may be relative to another, and is checked all the same", () => {
    const base = parse("https://site.example/a/b");
    expect(parse("../c?d", base).href).toBe("https://site.example/c?d");
    expect(parse("//other.example/", base).href).toBe("https://other.example/");
    expect(() => parse("//localhost/", base)).toThrow(expect.objectContaining({ code: "address-private" }));
    expect(() => parse("file:///etc/passwd", base)).toThrow(expect.objectContaining({ code: "url-scheme" }));
  });

  it("is refused with a reason, whatever the text is", () => {
    const parts = fc.constantFrom(
      "http:",
      "https:",
      "//",
      "@",
      ":",
      "[",
      "]",
      "::1",
      ".",
      "#",
      "?",
      "%",
      "a",
      "0x",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parts).map((list) => list.join("")),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let url: URL;
        try {
          url = parse(text);
        } catch (error) {
          expect(error).toMatchObject({ name: "WebError" });
          return;
        }
        expect(["http:", "https:"]).toContain(url.protocol);
        expect(WEB_LIMITS.ports).toContain(portOf(url));
        expect([url.username, url.password, url.hash]).toEqual(["", "", ""]);
        expect(parse(url.href).href).toBe(url.href);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("without tracking", () => {
  it.each([
    ["?utm_source=x&utm_medium=y", ""],
    ["?id=1&utm_source=x&page=2", "?id=1&page=2"],
    ["?fbclid=abc", ""],
    ["?gclid=1&a", "?a"],
    ["?UTM_Campaign=1&b=", "?b="],
    ["?%75tm_source=x&c=1", "?c=1"],
    ["?utm=1&my_utm_source=2&fbclids=3", "?utm=1&my_utm_source=2&fbclids=3"],
    ["?q=a+b%20c&&x=%zz", "?q=a+b%20c&&x=%zz"],
    ["", ""],
  ])("%j becomes %j, the rest as it was spelt", (search, expected) => {
    expect(withoutTracking(new URL(`https://site.example/p${search}`)).search).toBe(expected);
  });
});
