import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../index/read/html.ts";
import type { Reading } from "../../../index/read/reader.ts";
import { blocksOf, checkReading, contentOf, problemOf, readFixture, readMutations } from "./check-reading.ts";
import { asCharacters, encodeTcvn3, encodeVni } from "./encodings/encode-vietnamese.ts";
import { VIETNAMESE_SENTENCES } from "./encodings/sentences.ts";

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);
const read = (source: string): Promise<Reading> => readHtml(bytes(source));
const blocks = async (source: string): Promise<[string, string][]> => blocksOf(await read(source));

describe("a page that does not say its encoding", () => {
  it("is read in the one that it was served with", async () => {
    const words = [0x83, 0x6e, 0x83, 0x6d, 0x83, 0x43, 0x91, 0xe5, 0x8a, 0x77];
    const page = Uint8Array.from([...bytes("<html><body><p>"), ...words, ...bytes("</p></body></html>")]);
    expect((await readHtml(page, "shift_jis")).text).toBe("ハノイ大学");
  });
});

describe("a page with letters and accents apart", () => {
  it("is read as one with whole letters", async () => {
    const page = "<html><body><h1>Biên bản</h1><p>Hiệu trưởng đã ký.</p></body></html>";
    expect(await read(page.normalize("NFD"))).toEqual(await read(page));
  });
});

describe("a page of news with much around it", () => {
  it("keeps what was written, with its kinds", async () => {
    const reading = await readHtml(readFixture("visit-news-en.html"));
    checkReading(reading);
    const found = blocksOf(reading);
    expect(found).toContainEqual(["heading", "Delegation of Marlow Bay University visits Ha Lam University"]);
    expect(found).toContainEqual([
      "caption",
      "Dr Helen Ashby (left) and Professor Tran Minh Chau sign the minutes of the meeting",
    ]);
    expect(found).toContainEqual(["heading", "Costs"]);
    expect(found).toContainEqual(["item", "four weeks a year in Marlow Bay"]);
    expect(found).toContainEqual(["item", "Scholarships | Marlow Bay University | 180,000 USD"]);
    expect(contentOf(reading)).toContain(
      "said that the two universities had worked together since 2016 and that forty-two lecturers",
    );
    expect(contentOf(reading)).toContain("“The sea does not know borders");
    expect(contentOf(reading)).toContain("Dr Helen Ashby, visited");
  });

  it("marks as furniture what belongs to the site", async () => {
    const reading = await readHtml(readFixture("visit-news-en.html"));
    const content = contentOf(reading);
    for (const around of [
      "We use cookies",
      "About us",
      "Rectorate",
      "Share on Facebook",
      "Views: 1,204",
      "Tags:",
      "Forty students leave",
      "Nguyen: I hope",
      "Timetable of the second semester",
      "12 Harbour Road",
      "Source: Office",
    ]) {
      expect(content).not.toContain(around);
      expect(reading.text).toContain(around);
    }
  });

  it("leaves out what nobody sees", async () => {
    const { text } = await readHtml(readFixture("visit-news-en.html"));
    expect(text).not.toMatch(
      /not a paragraph|color: red|Draft: do not|switch on|Template text|shake hands|write here|type here/,
    );
  });

  it("gives the facts of its head", async () => {
    expect((await readHtml(readFixture("visit-news-en.html"))).facts).toEqual({
      title: "Delegation of Marlow Bay University visits Ha Lam University",
      date: "2024-03-15",
      url: "https://halam.example/en/news/marlow-bay-visit",
      publisher: "Ha Lam University",
      language: "en",
    });
  });

  it("is read the same way each time", async () => {
    const file = readFixture("visit-news-vi.html");
    expect(await readHtml(file)).toEqual(await readHtml(file));
  });
});

describe("a Vietnamese page without <article>", () => {
  it("is divided at double line breaks, and lists typed with dashes are lists", async () => {
    const reading = await readHtml(readFixture("visit-news-vi.html"));
    checkReading(reading);
    const content = blocksOf(reading).filter(([kind]) => kind !== "furniture");
    expect(content.map(([kind]) => kind)).toEqual([
      "heading",
      ...["text", "text", "text", "caption", "text"],
      ...["item", "item", "item", "text"],
    ]);
    expect(content[4]).toEqual(["caption", "Toàn cảnh buổi làm việc giữa hai trường"]);
    expect(content.at(-1)).toEqual(["text", "Dự kiến khóa đầu tiên nhập học vào tháng 9/2025."]);
    expect(reading.facts).toEqual({
      title: "Đoàn công tác Đại học Marlow Bay thăm và làm việc tại Trường Đại học Hạ Lâm",
      date: "2024-03-16",
      publisher: "Cổng thông tin Trường Đại học Hạ Lâm",
      language: "vi",
    });
  });

  it("is read from Windows-1258, with letters composed", async () => {
    const reading = await readHtml(readFixture("notice-windows-1258.html"));
    checkReading(reading);
    expect(contentOf(reading)).toContain("cấp mười hai suất học bổng thạc sĩ ngành kỹ thuật ven biển.");
    expect(reading.text).toBe(reading.text.normalize("NFC"));
    expect(reading.facts).toEqual({ title: "Thông báo về học bổng Marlow Bay" });
  });

  it("is read when it has no structure at all", async () => {
    const reading = await readHtml(readFixture("plain-page-vi.html"));
    checkReading(reading);
    const found = blocksOf(reading);
    expect(found[0]).toEqual(["heading", "Biên bản họp Ban điều phối"]);
    expect(found).toContainEqual(["item", "Giáo sư Karel Novotny"]);
    expect(contentOf(reading)).toContain("trị giá 1,2 tỷ đồng và cử ba điều dưỡng");
    expect(reading.text).toContain("Tháng 7   mua máy\nTháng 9   cử điều dưỡng");
  });
});

describe("a programme in a page laid out with tables", () => {
  it("has a line for each row, and menus are furniture", async () => {
    const reading = await readHtml(readFixture("programme-en.html"));
    checkReading(reading);
    const found = blocksOf(reading);
    expect(found).toContainEqual([
      "item",
      "10:30 | Training of nurses in rural districts | Prof. Karel Novotny, Morava Medical School | Room 2",
    ]);
    expect(found).toContainEqual(["item", "08:30 | Registration and coffee | | Foyer"]);
    expect(found).toContainEqual(["heading", "Friday, 7 June 2024"]);
    expect(reading.text).toContain("Time | Session | Speaker | Room\n08:30 |");
    expect(contentOf(reading)).not.toMatch(/Speakers|Hotels|©/);
    expect(reading.facts).toMatchObject({ date: "2024-05-02" });
  });
});

describe("the text of inline elements", () => {
  it.each([
    ["joins without a space", "<p>inter<b>nation</b>al and <i>so</i>on.</p>", "international and soon."],
    ["joins with the spaces that there are", "<p>one <b> two</b>\n\n <i>three</i> .</p>", "one two three ."],
    [
      "has its entities decoded",
      "<p>R&amp;D &lt;5&gt; &#7879; &#x1EC7; caf&eacute;&nbsp;1</p>",
      "R&D <5> ệ ệ café 1",
    ],
    ["loses soft hyphens and spaces without width", "<p>part&shy;ner&#8203;ship<wbr>s</p>", "partnerships"],
    [
      "keeps powers apart from numbers",
      "<p>10<sup>6</sup> m<sup>2</sup>, CO<sub>2</sub>, 21<sup>st</sup></p>",
      "10⁶ m², CO₂, 21st",
    ],
    [
      "loses marks of footnotes",
      '<p>It pays.<sup><a href="#fn1">1</a></sup> Always.</p>',
      "It pays. Always.",
    ],
    ["has quotation marks where a browser shows them", "<p>She said <q>yes</q>.</p>", "She said “yes”."],
    [
      "has nothing that is struck out",
      "<p>It costs <s>10</s><del>11</del><span style='text-decoration: line-through'>12</span> 13 USD.</p>",
      "It costs 13 USD.",
    ],
    ["has no alternative text", '<p>See <img alt="a map"> here.</p>', "See here."],
    [
      "goes on after a line break",
      "<p>Ha Lam University<br>is in the north of the country.</p>",
      "Ha Lam University\nis in the north of the country.",
    ],
  ])("%s", async (_, source, text) => {
    expect((await read(`<body>${source}</body>`)).text).toBe(text);
  });

  it("in the legacy fonts of Vietnamese becomes Unicode, once", async () => {
    const legacy =
      '<meta charset="utf-8"><p><font face=".VnTime">Tr­êng §¹i häc</font> <font face="Arial">Hạ Lâm</font></p>';
    expect((await read(legacy)).text).toBe("Trường Đại học Hạ Lâm");
    const converted = '<meta charset="utf-8"><p><font face=".VnTime">Trường Đại học Hà Nội</font></p>';
    expect((await read(converted)).text).toBe("Trường Đại học Hà Nội");
  });

  it.each([
    ["TCVN3", encodeTcvn3],
    ["VNI", encodeVni],
  ])(
    "in %s whose font nobody names becomes Unicode, with the page's title, also in entities",
    async (_, encode) => {
      const text = VIETNAMESE_SENTENCES.join(" ");
      const title = "Kế hoạch công tác";
      const code = (words: string): string => asCharacters(encode(words));
      const inEntities = (words: string): string =>
        code(words).replace(/[^\x00-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`);
      for (const write of [code, inEntities]) {
        const reading = await read(
          `<html><head><meta charset="utf-8"><title>${write(title)}</title><style>p { margin: 0 }</style></head><body><p>${write(text)}</p></body></html>`,
        );
        expect(reading.text).toBe(text);
        expect(reading.facts.title).toBe(title);
      }
    },
  );

  it("in pairs of entities that a legacy font shows as one letter becomes Unicode", async () => {
    const page = '<p><font face="VNI-Times">Tr&ouml;&ocirc;&oslash;ng</font> of the north</p>';
    expect((await read(page)).text).toBe("Trường of the north");
  });
});

describe("the blocks of a page", () => {
  it("are paragraphs, headings and lists, however they are nested", async () => {
    expect(
      await blocks(
        "<h2>Aims</h2>Bare text stands here.<div>A second one.</div><ol><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ol>",
      ),
    ).toEqual([
      ["heading", "Aims"],
      ["text", "Bare text stands here."],
      ["text", "A second one."],
      ["item", "One"],
      ["item", "Two"],
      ["item", "Three"],
    ]);
  });

  it("take no bold line for a heading that leads in what follows, or stands between two names", async () => {
    const lines = [
      "The Parties agree to the following:",
      "between",
      "AND",
      "giữa Trường Đại học Hạ Lâm",
      "Objectives of the programme:",
    ];
    const found = await blocks(`${lines.map((line) => `<p><b>${line}</b></p>`).join("")}<p>They met.</p>`);
    expect(found.slice(0, -1).map(([kind]) => kind)).toEqual(["text", "text", "text", "text", "heading"]);
  });

  it("take short bold lines and the names of articles for headings, but no bold sentences", async () => {
    expect(
      await blocks(
        "<p><b>Costs</b></p><p><b>The guests pay.</b></p><p>Article 3. Duration</p><p>Article 3 says that the agreement ends.</p>",
      ),
    ).toEqual([
      ["heading", "Costs"],
      ["text", "The guests pay."],
      ["heading", "Article 3. Duration"],
      ["text", "Article 3 says that the agreement ends."],
    ]);
  });

  it("take no bold line for a heading that says who signs", async () => {
    const [signature, title] = await blocks(
      "<p><b>For RULE: Dr. Sok Vannarith, Vice-Rector</b></p><p><b>Costs</b></p><p>They are shared.</p>",
    );
    expect(signature).toEqual(["text", "For RULE: Dr. Sok Vannarith, Vice-Rector"]);
    expect(title).toEqual(["heading", "Costs"]);
  });

  it("divide long cells into paragraphs, as of a treaty in two columns", async () => {
    const long = "The parties agree on many things. ".repeat(12).trim();
    expect(await blocks(`<table><tr><td>${long}</td><td>${long}</td></tr></table>`)).toEqual([
      ["text", long],
      ["text", long],
    ]);
  });

  it("stay when the page is hidden until its script has run", async () => {
    expect(
      (await read('<body style="display:none"><div aria-hidden="true"><p>It is all here.</p></div></body>'))
        .text,
    ).toBe("It is all here.");
  });

  it("stay when a list of links is all there is", async () => {
    const found = await blocks(
      `<h1>Partner institutions</h1><ul>${["Marlow Bay University", "Morava Medical School", "Port of Ha Lam"].map((name) => `<li><a href="#">${name}</a></li>`).join("")}</ul>`,
    );
    expect(found).toContainEqual(["item", "Morava Medical School"]);
  });
});

describe("the facts of a page", () => {
  it.each<[string, string, object]>([
    [
      "the title of the browser's window, without the site",
      "<title>A visit to Ha Lam | News</title><h1>A visit to Ha Lam</h1>",
      { title: "A visit to Ha Lam" },
    ],
    ["its first heading", "<h1>A visit</h1>", { title: "A visit" }],
    [
      "dashes in a title stay",
      "<title>Ha Lam - Marlow Bay partnership</title>",
      { title: "Ha Lam - Marlow Bay partnership" },
    ],
    [
      "a date of RFC 2822",
      '<meta name="date" content="Tue, 23 Apr 2024 23:00:00 GMT">',
      { date: "2024-04-23" },
    ],
    ["a date with slashes", '<meta name="date" content="2024/04/23">', { date: "2024-04-23" }],
    ["a date with dots", '<meta name="date" content="2024.04.23">', { date: "2024-04-23" }],
    ["a date without hyphens", '<meta name="date" content="20240423T100000Z">', { date: "2024-04-23" }],
    ["a month", '<meta name="date" content="2024-04">', { date: "2024-04" }],
    ["a year", '<meta name="date" content="2024">', { date: "2024" }],
    ["no date of two years", '<meta name="date" content="2024-2025">', {}],
    ["a date in English words", '<meta name="date" content="April 23, 2024">', { date: "2024-04-23" }],
    [
      "a date in Vietnamese words",
      '<meta name="date" content="ngày 23 tháng 4 năm 2024">',
      { date: "2024-04-23" },
    ],
    [
      "figures of which one can only be a day",
      '<html lang="en"><meta name="date" content="4/23/2024">',
      { date: "2024-04-23", language: "en" },
    ],
    [
      "figures on a Vietnamese page, day first",
      '<html lang="vi"><meta name="date" content="04/05/2024">',
      { date: "2024-05-04", language: "vi" },
    ],
    ["no stretch of time", '<meta name="date" content="21-23 April 2024">', {}],
    [
      "no date that may be two",
      '<html lang="en"><meta name="date" content="04/05/2024">',
      { language: "en" },
    ],
    ["no date that no calendar has", '<meta name="date" content="2024-02-30">', {}],
    [
      "the time of an article",
      '<article><time datetime="2024-04-23T10:00">yesterday</time></article>',
      { date: "2024-04-23" },
    ],
    [
      "structured data",
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-04-23","publisher":[{"name":"The Port"}]}]}</script>',
      { date: "2024-04-23", publisher: "The Port" },
    ],
    ["its author", '<meta name="author" content="Tran Lan">', { publisher: "Tran Lan" }],
    [
      "its author and its site",
      '<meta property="og:site_name" content="The Port"><meta name="author" content=" By  Tran Lan ">',
      { publisher: "Tran Lan, The Port" },
    ],
    [
      "its authors in structured data before others",
      '<meta name="author" content="desk"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Tran Lan"},"Le Binh",{"name":"Tran Lan"},{}]}</script>',
      { publisher: "Tran Lan, Le Binh" },
    ],
    [
      "the first of many authors",
      '<script type="application/ld+json">{"@type":"Report","author":["A","B","C","D"]}</script>',
      { publisher: "A" },
    ],
    [
      "no site as its own author",
      '<meta property="og:site_name" content="The Port"><meta name="author" content="the port">',
      { publisher: "the port" },
    ],
    [
      "no account and no address as an author",
      '<meta name="author" content="admin"><meta property="article:author" content="https://www.facebook.com/theport"><meta name="dc.creator" content="a@b.example">',
      {},
    ],
    [
      "no address but those of the web",
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/a">',
      {},
    ],
    ["no other language", '<html lang="fr">', {}],
    ["nothing from broken data", '<script type="application/ld+json">{"@type":"NewsArticle",</script>', {}],
    [
      "nothing from hostile data",
      '<script type="application/ld+json">{"__proto__":{"@type":"NewsArticle","headline":"x"},"constructor":1}</script>',
      {},
    ],
  ])("are %s", async (_, head, facts) => {
    expect((await read(`${head}<p>The text of the page stands here.</p>`)).facts).toEqual(facts);
  });
});

describe("a hostile page", () => {
  it.each([
    ["nested without end", "<div>".repeat(100_000), "nested"],
    ["of endless elements", "<i></i>".repeat(200_000), "parts"],
    ["of endless closing tags", `<b>${"</x>".repeat(700_000)}`, "parts"],
    ["of endless entities", "&amp;".repeat(700_000), "parts"],
    ["without text", "<html><body><img src=a.png></body></html>", "no-text"],
    ["of scripts only", "<script>".repeat(1_000), "no-text"],
    ["with an empty body", "", "no-text"],
  ])("%s has a named problem", async (_, source, code) => {
    expect((await problemOf(readHtml, bytes(source))).code).toBe(code);
  });

  it.each([
    [
      "attributes without end",
      `<p ${Array.from({ length: 20_000 }, (_, name) => `a${name}=1`).join(" ")}>Text.</p>`,
    ],
    ["deep nesting below the limit", `${"<div>".repeat(380)}${"<p>Text.</p>".repeat(500)}`],
    ["tables in tables", `${"<table><tr><td>a</td><td>".repeat(90)}Text.`],
    [
      "names of prototypes",
      '<p id="__proto__" class="constructor" name="toString"><meta name="__proto__" content="x">Text.</p>',
    ],
    ["endless menus", `<ul>${"<li><a href=x>Text.</a></li>".repeat(5_000)}</ul>`],
  ])("with %s is read", async (_, source) => {
    const reading = await read(source);
    checkReading(reading);
    expect(reading.text).toContain("Text.");
  });

  it("gives a reading or a named problem, whatever the damage", { timeout: 120_000 }, async () => {
    expect(await readMutations(readHtml, readFixture("visit-news-en.html"), 200)).toBeGreaterThan(100);
  });

  it("gives blocks in order, whatever the markup", { timeout: 60_000 }, async () => {
    const part = fc.constantFrom(
      ..."<p>,</p>,<div>,</div>,<table>,<tr>,<td>,</td>,</table>,<ul>,<li>,</ul>,<b>,</b>,<br>,<pre>,</pre>,<h2>,</h2>,<svg>,<sup>,</sup>,<a href=x>,</a>,<nav>,<form>,text one. , - two , | ,3. ,\n,&nbsp;,&#0;,<!--,-->,<figure>,<figcaption>".split(
        ",",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => {
        const reading = await read(`<p>Begin.</p>${parts.join("")}`);
        checkReading(reading);
      }),
      { numRuns: 300 },
    );
  });
});
