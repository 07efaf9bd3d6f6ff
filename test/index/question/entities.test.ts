import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EntityKind, findEntities } from "../../../index/question/entities.ts";

const found = (text: string, kind: EntityKind): string[] =>
  findEntities(text, kind).map(({ start, end }) => text.slice(start, end));

describe("findEntities", () => {
  it.each<[EntityKind, string, string[]]>([
    ["day", "On March 5, 2021, in Hanoi", ["March 5, 2021"]],
    ["day", "From April 21st to 23rd, 2024, a delegation", ["April 21st to 23rd, 2024"]],
    ["day", "Labor Skills Day (October 4) and", ["October 4"]],
    ["day", "signed on 27 February 2024", ["27 February 2024"]],
    ["day", "page stamped 27/02/2024 here", ["27/02/2024"]],
    ["day", "diễn ra vào ngày 5 tháng 3 năm 2021", ["ngày 5 tháng 3 năm 2021"]],
    ["day", "the 2025 education exchange conference", []],
    ["year", "Established in 1991, the Department", ["1991"]],
    ["year", "scheduled for February 2023", ["February 2023"]],
    ["year", "will visit in late May to", ["late May"]],
    ["year", "about 1,453 hospitals", []],
    ["number", "about 1,453 hospitals and 22 papers", ["1,453", "22"]],
    ["number", "has five colleges, eight institutes", ["five", "eight"]],
    ["number", "Plan No. 850/KH-SGDĐT", []],
    ["amount", "a grant of USD 50,000 and 3 million euros", ["USD 50,000", "3 million euros"]],
    ["amount", "tài trợ 200 triệu đồng", ["200 triệu đồng"]],
    ["amount", "awarding 20 scholarships", []],
    ["amount", "to move NOK 150,000 from travel", ["NOK 150,000"]],
    ["amount", "mỗi suất trị giá 65 triệu đồng mỗi năm", ["65 triệu đồng"]],
    ["number", "2.2 Exchange students pay no tuition", []],
    ["number", "held on February 27, 2024 for 12 hospitals", ["12"]],
    ["number", "mỗi năm có 300 sinh viên", ["300"]],
    ["place", "hội nghị ở Hà Nội", ["Hà Nội"]],
    ["person", "Vice Rector Nguyen Van An and the Deputy Director", ["Nguyen Van An"]],
    ["percent", "approximately 70% of lecturers", ["70%"]],
    [
      "person",
      "Assoc. Prof. Dr. Dao Thanh Truong thanked Mr. Benjamin Hok Bun KU",
      ["Assoc. Prof. Dr. Dao Thanh Truong", "Mr. Benjamin Hok Bun KU"],
    ],
    ["person", "the Hanoi University of Science", []],
    ["place", "held in Ho Chi Minh City and Hanoi", ["Ho Chi Minh City and Hanoi"]],
  ])("finds as %s in %j: %j", (kind, text, expected) => {
    expect(found(text, kind)).toEqual(expected);
  });

  it("gives spans in order, inside the text and without overlap, whatever the text", () => {
    const kinds: EntityKind[] = ["person", "place", "day", "year", "number", "amount", "percent"];
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...kinds), (text, kind) => {
        let last = 0;
        for (const { start, end } of findEntities(text, kind)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
