import { describe, expect, it } from "vitest";
import { markPlainText } from "../../../index/read/plain-text.ts";

/** Each line of a plain text with its kind. */
function kindsOf(text: string): string[] {
  return markPlainText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("a line of a programme", () => {
  it.each([
    "08:00 Registration of participants",
    "09:00-10:00 Keynote by Prof. Anna Berg",
    "8h00 Bus leaves for Bat Trang",
    "7h30 - 8h00: Đón khách",
    "18:30 Gala dinner on the Perfume River, boat leaves from Toa Kham pier",
    "(14:00–15:30) Round table",
  ])("is an entry of a list: %s", (line) => {
    expect(kindsOf(`Programme\n\n${line}\n\nThe bus leaves from the hotel.`)).toContain(`item: ${line}`);
  });

  it.each([
    "10.5 credits for each course",
    "24 students of law",
    "2024: a year of exchange",
    "7:30 AM on Monday the delegation left for Hue.",
    "9:00, the committee met with the rector.",
    "24h Hotline",
  ])("is not every line with a number: %s", (line) => {
    expect(kindsOf(`Programme\n\n${line}\n\nThe bus leaves.`)).not.toContain(`item: ${line}`);
  });

  it("goes on in a sentence that is broken before an hour", () => {
    const text =
      "The bus with all the guests leaves the hotel at\n08:00 in the morning, whether all have come or not, and\ncomes back in the evening.";
    expect(kindsOf(text)).toEqual([`text: ${text}`]);
  });
});

describe("a line that names a day", () => {
  it.each([
    "Thứ Ba - 16/9/2025",
    "Thứ Hai, ngày 08/9/2025",
    "Monday, 15 September 2025",
    "**Wednesday, 17 September 2025**",
  ])("heads the entries of its day: %s", (day) => {
    expect(
      kindsOf(`Programme\n\nAll are welcome.\n\n${day}\n9h00: Làm việc với Công ty Hoya\n\nThey met.`),
    ).toContain(`heading: ${day}`);
  });

  it("heads nothing elsewhere", () => {
    expect(kindsOf("News\n\nMonday, 15 September 2025\n\nThey met.")).toContain(
      "text: Monday, 15 September 2025",
    );
  });
});

describe("a programme with lines below its entries", () => {
  it("has no headings of them", () => {
    const text =
      "Programme\n\n10:30 - 12:00  Parallel session 1\nRoom 201: Joint degrees\nRoom 202: Micro-credentials\n12:00 - 13:30  Lunch\n\nThey met.";
    expect(kindsOf(text).filter((kind) => kind.startsWith("heading"))).toEqual(["heading: Programme"]);
  });

  it("may begin with a number in its title", () => {
    const [first] = kindsOf("3rd Mekong Forum\nCan Tho, 16-17 October 2025\nProgramme\n\nThey met.");
    expect(first).toBe("heading: 3rd Mekong Forum");
  });
});
