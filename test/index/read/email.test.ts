import { describe, expect, it } from "vitest";
import { readEmail } from "../../../index/read/email.ts";
import { blocksOf, checkReading, contentOf, problemOf, readFixture, readMutations } from "./check-reading.ts";
import { asCharacters, encodeTcvn3 } from "./encodings/encode-vietnamese.ts";
import { VIETNAMESE_SENTENCES } from "./encodings/sentences.ts";

const HEAD = "From: Ha <ha@halam.example>\nSubject: Visit\nMIME-Version: 1.0\n";
const mail = (rest: string): Uint8Array => new TextEncoder().encode(`${HEAD}${rest}`);
const blocks = async (rest: string): Promise<[string, string][]> => blocksOf(await readEmail(mail(rest)));
const plain = (body: string): Promise<[string, string][]> =>
  blocks(`Content-Type: text/plain; charset=utf-8\n\n${body}`);

describe("a mail with letters and accents apart", () => {
  it("is read as one with whole letters", async () => {
    const body = "Kính gửi quý thầy cô,\n\nHiệu trưởng đã ký biên bản.\n";
    expect(await plain(body.normalize("NFD"))).toEqual(await plain(body));
  });
});

describe("a mail in a thread", () => {
  it("keeps its message, and marks quotations, signature and notice", async () => {
    const reading = await readEmail(readFixture("mail-thread-en.eml"));
    checkReading(reading);
    const found = blocksOf(reading);
    expect(found.filter(([kind]) => kind !== "furniture")).toEqual([
      ["heading", "Re: Draft of the exchange agreement"],
      ["text", "Dear Dr Ashby,"],
      [
        "text",
        expect.stringMatching(
          /^thank you for the draft\. The Rectorate of Ha Lam University has read it and agrees to/,
        ),
      ],
      ["item", "The tuition fee is waived for at most ten students a year."],
      ["item", expect.stringMatching(/^Health insurance is paid by the sending university[\s\S]*stay\.$/)],
      ["text", "The signing can take place in Hạ Lâm on 14 May 2024."],
    ]);
    expect(reading.text).toContain("> period of three years.");
    expect(found.at(-1)).toEqual(["furniture", "draft-2.pdf"]);
  });

  it("has the day of its own time zone, its subject and its sender's name as facts", async () => {
    expect((await readEmail(readFixture("mail-thread-en.eml"))).facts).toEqual({
      title: "Re: Draft of the exchange agreement",
      date: "2024-04-23",
      publisher: "Lê Minh",
    });
  });

  it("is read the same way each time", async () => {
    const file = readFixture("mail-thread-en.eml");
    expect(await readEmail(file)).toEqual(await readEmail(file));
  });
});

describe("a mail in an old code of Vietnamese that was saved as Unicode letter by letter", () => {
  const code = (words: string): string => asCharacters(encodeTcvn3(words));
  const text = VIETNAMESE_SENTENCES.join(" ");

  it.each([
    ["plain", code(text)],
    ["html", `<p>${code(text)}</p>`],
  ])("is Unicode with its subject and its sender: text/%s", async (type, body) => {
    const source = `From: "${code("Phòng hợp tác")}" <a@halam.example>\nSubject: ${code("Kế hoạch công tác")}\nContent-Type: text/${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}`;
    const reading = await readEmail(new TextEncoder().encode(source));
    expect(reading.text).toBe(`Kế hoạch công tác\n\n${text}`);
    expect(reading.facts).toEqual({ title: "Kế hoạch công tác", publisher: "Phòng hợp tác" });
  });
});

describe("a mail in HTML", () => {
  it("is read with its tables, without what it quotes", async () => {
    const reading = await readEmail(readFixture("invitation-vi.eml"));
    checkReading(reading);
    expect(blocksOf(reading).filter(([kind]) => kind !== "furniture")).toEqual([
      ["heading", "Thư mời dự lễ ký kết thỏa thuận hợp tác"],
      ["text", "Kính gửi Quý đối tác,"],
      [
        "text",
        "Trường Đại học Hạ Lâm trân trọng kính mời Quý vị dự lễ ký kết thỏa thuận hợp tác về trao đổi sinh viên.",
      ],
      ["item", "Thời gian | 9 giờ, thứ Ba, ngày 14/5/2024"],
      ["item", "Địa điểm | Hội trường A, số 12 đường Bến Cảng, Hạ Lâm"],
      ["text", "Xin vui lòng xác nhận trước ngày 10/5/2024."],
    ]);
    expect(reading.facts).toEqual({
      title: "Thư mời dự lễ ký kết thỏa thuận hợp tác",
      date: "2024-05-02",
      publisher: "Phòng Hợp tác quốc tế",
    });
  });

  it("in Windows-1258 has its letters composed", async () => {
    const head = Buffer.from(`${HEAD}Content-Type: text/plain; charset=windows-1258\n\n`);
    const body = Buffer.from([0x48, 0x6f, 0xf2, 0x63, 0x20, 0x62, 0xf4, 0xd2, 0x6e, 0x67, 0x2e]);
    expect(contentOf(await readEmail(Buffer.concat([head, body])))).toBe("Visit\nHọc bổng.");
  });
});

describe("a mail that passes on another", () => {
  it("keeps the other's message, and marks its headers", async () => {
    const reading = await readEmail(readFixture("forwarded-en.eml"));
    checkReading(reading);
    expect(contentOf(reading)).toContain("has granted 250,000 EUR");
    expect(contentOf(reading)).not.toMatch(/Ingrid Solberg|Sent from my iPhone/);
    expect(reading.facts.date).toBe("2024-06-05");
  });

  it("as an attachment is read with it", async () => {
    const found = await blocks(
      "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\nSubject: Grant\nContent-Type: text/plain\n\nThe money is paid in May.\n--b--\n",
    );
    expect(found).toEqual([
      ["heading", "Visit"],
      ["text", "See below."],
      ["heading", "Grant"],
      ["text", "The money is paid in May."],
    ]);
  });
});

describe("what is not the writer's message", () => {
  it.each([
    [
      "a quotation that is announced over two lines",
      "It is agreed.\n\nOn Mon, 22 Apr 2024 at 16:02, Helen Ashby\n<h@marlow.example> wrote:\n\n> Is it?\n",
    ],
    [
      "a Vietnamese quotation",
      "It is agreed.\n\nVào Th 2, 22 thg 4, 2024 lúc 16:02 Helen <h@marlow.example> đã viết:\n> Is it?\n",
    ],
    [
      "what Outlook puts below",
      "It is agreed.\n\n-----Original Message-----\nFrom: Helen\nSent: Monday\nTo: Ha\nSubject: Visit\n\nIs it? I would like to know it.\n",
    ],
    [
      "an older mail without dashes",
      "It is agreed.\n\nFrom: Helen Ashby\nSent: Monday, 22 April 2024\nTo: Ha\n\nIs it? I would like to know it.\n",
    ],
    ["a signature", "It is agreed.\n\n-- \nHa\nOffice of International Relations\n"],
    ["a closing with a name", "It is agreed.\n\nTrân trọng,\nNguyễn Thu Hà\nPhòng Hợp tác\n"],
    [
      "a legal notice",
      "It is agreed.\n\nThis message is confidential and intended only for the person named in it.\n",
    ],
    ["what a telephone adds", "It is agreed.\n\nGửi từ iPhone của tôi\n"],
  ])("is furniture: %s", async (_, body) => {
    const found = await plain(body);
    expect(found.filter(([kind]) => kind !== "furniture")).toEqual([
      ["heading", "Visit"],
      ["text", "It is agreed."],
    ]);
    expect(found.length).toBeGreaterThan(2);
  });

  it("answers between quoted lines stay", async () => {
    expect(await plain("> When is it?\nIt is on 14 May.\n> Who pays for it?\nThe guests pay.\n")).toEqual([
      ["heading", "Visit"],
      ["furniture", "> When is it?"],
      ["text", "It is on 14 May."],
      ["furniture", "> Who pays for it?"],
      ["text", "The guests pay."],
    ]);
  });

  it("a mail that is nothing but a quotation stays", async () => {
    expect(await plain("> The money is paid in May.\n")).toEqual([
      ["heading", "Visit"],
      ["text", "The money is paid in May."],
    ]);
  });

  it("a sentence that begins like an announcement stays", async () => {
    const [, text] = await plain(
      "On 22 April 2024 the rector wrote:\n\nWe agree to all of it, and gladly so.\n",
    );
    expect(text?.[0]).not.toBe("furniture");
  });

  it.each([
    ["hyphens and spaces", `--${" ".repeat(100_000)}x`],
    ["spaces after an announcement", `---- Original Message ${" ".repeat(100_000)}x`],
    ["addresses", `Lan <${"a@".repeat(200_000)}`],
  ])("a line of a hundred thousand %s is read as text", async (_, line) => {
    const pieces = await plain(`Good news.\n\n${line}\n\nWe shall come in May.\n`);
    expect(pieces.at(-1)).toEqual(["text", "We shall come in May."]);
  });
});

describe("a hostile mail", () => {
  const nested = (levels: number): string =>
    `${Array.from({ length: levels }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`).join("")}Content-Type: text/plain\n\nText.`;

  it.each([
    ["with a thousand parts inside each other", mail(nested(1_000)), "parts"],
    ["with a hundred parts inside each other", mail(nested(100)), "damaged"],
    ["with endless headers", new TextEncoder().encode(`${"X-A: b\n".repeat(200_000)}\nText.`), "damaged"],
    [
      "with a body that is nested without end",
      mail(`Content-Type: text/html\n\n${"<div>".repeat(10_000)}`),
      "nested",
    ],
    ["with a million lines", mail(`\n${"a\n".repeat(1_000_000)}`), "parts"],
    ["without anything", new Uint8Array(0), "no-text"],
    [
      "with a picture only",
      mail("Content-Type: image/png\nContent-Transfer-Encoding: base64\n\naaaa\n").slice(
        "From: Ha <ha@halam.example>\nSubject: Visit\n".length,
      ),
      "no-text",
    ],
  ])("%s has a named problem", async (_, bytes, code) => {
    expect((await problemOf(readEmail, bytes)).code).toBe(code);
  });

  it.each([
    [
      "without the end of its parts",
      mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nText."),
    ],
    [
      "with thousands of parts",
      mail(
        `Content-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: text/plain\n\nText.\n".repeat(3_000)}`,
      ),
    ],
    [
      "with mails inside each other",
      mail(`${"Content-Type: message/rfc822\n\nSubject: Text.\n".repeat(40)}\nText.`),
    ],
    ["with an unknown charset", mail("Content-Type: text/plain; charset=__proto__\n\nText.")],
    [
      "with broken encodings",
      mail("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nText.=ZZ="),
    ],
  ])("%s is read", async (_, bytes) => {
    const reading = await readEmail(bytes);
    checkReading(reading);
    expect(reading.text).toContain("Text.");
  });

  it("gives a reading or a named problem, whatever the damage", { timeout: 120_000 }, async () => {
    expect(await readMutations(readEmail, readFixture("mail-thread-en.eml"), 200)).toBeGreaterThan(100);
    expect(await readMutations(readEmail, readFixture("invitation-vi.eml"), 200)).toBeGreaterThan(100);
  });
});
