import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsSomething,
  createEntityFinder,
  type EntityKind,
  findEntities,
} from "../../../index/question/entities.ts";

const found = (text: string, kind: EntityKind): string[] =>
  findEntities(text, kind).map(({ start, end }) => text.slice(start, end));

describe("countsSomething", () => {
  it.each([
    ["four pages at most", 4, true],
    ["54 of the 120 credits", 2, true],
    ["120 credits", 3, true],
    ["45 in 2024", 2, false],
    ["45 người", 2, false],
    ["16 more", 2, false],
    ["45.", 2, false],
    ["45", 2, false],
  ])("of the number in %j up to %i: %s", (text, end, expected) => {
    expect(countsSomething(text, end)).toBe(expected);
  });
});

describe("createEntityFinder", () => {
  it("finds the same as a search each time, and looks once", () => {
    const find = createEntityFinder("12 nurses came to Hue on 5 May 2024.");
    expect(find("number")).toEqual(findEntities("12 nurses came to Hue on 5 May 2024.", "number"));
    expect(find("number")).toBe(find("number"));
    expect(find("day")).not.toEqual(find("number"));
  });
});

describe("findEntities", () => {
  it.each<[string, EntityKind, string[]]>([
    ["They meet on the first Tuesday of each month.", "frequency", ["each month"]],
    ["Hai bên họp hai lần mỗi năm.", "frequency", ["hai lần mỗi năm"]],
    ["The course lasts 3 days.", "frequency", []],
    ["The talk is at 14:00, the dinner at 6 pm.", "hour", ["14:00", "6 pm"]],
    ["Họp lúc 8 giờ 30.", "hour", ["8 giờ 30"]],
    ["It costs 3.50 euros in 2024.", "hour", []],
    ["The lodging is free of charge.", "amount", ["free of charge"]],
    ["There is no fee.", "amount", ["no fee"]],
    ["Khóa học miễn phí.", "amount", ["miễn phí"]],
    ["A ticket is 38 euros.", "number", []],
    ['The "3+1" plan has 12 places.', "number", ["12"]],
    ["They came to Bình Minh and Ba Thắc.", "person", []],
    ["The Provincial People's Committee approved it.", "person", []],
    [
      "Linh Tran met Bành Thị Lan and sinh viên Khánh Linh.",
      "person",
      ["Linh Tran", "Bành Thị Lan", "Khánh Linh"],
    ],
    ["The fair drew 500+ graduates.", "number", ["500"]],
    ["Hai tuần một lần, 2 lần/năm, on Mondays", "frequency", ["Hai tuần một lần", "2 lần/năm", "on Mondays"]],
    ["Bà Bình Minh met Trần Thu Hà.", "person", ["Bà Bình Minh", "Trần Thu Hà"]],
    ["Kim Soo-jin met Jane Roe.", "person", ["Kim Soo-jin", "Jane Roe"]],
  ])("finds in %j as %s: %j", (text, kind, expected) => {
    expect(found(text, kind)).toEqual(expected);
  });

  it("looks at the first four thousand characters of a sentence: patterns take the square of its length", () => {
    const text = `${"word ".repeat(790)}by 5 May 2024, ${"word ".repeat(100)}and by 6 June 2025`;
    expect(found(text, "day")).toEqual(["5 May 2024"]);
  });

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
    ["post", "Mr. Lee, Head of the office, in charge of training", ["Head", "in charge of"]],
    [
      "post",
      "the former Vice-President and the Deputy Director",
      ["former Vice-President", "Deputy Director"],
    ],
    ["post", "Mrs. Kim (ambassador) and Chairwoman Park", ["ambassador", "Chairwoman"]],
    ["post", "PGS.TS. Đào Thanh Trường, Phó Hiệu trưởng Nhà trường", ["Phó Hiệu trưởng"]],
    ["post", "Phó trưởng phòng Hợp tác và Trưởng khoa Xã hội học", ["Phó trưởng phòng", "Trưởng khoa"]],
    ["post", "leadership courses at the headquarters; she heads and directs it", []],
    ["post", "the Ministry of Education in Hanoi", []],
    ["duration", "a four-year programme that lasts two weeks longer", ["four-year", "two weeks"]],
    [
      "duration",
      "valid for two and a half years, or three to five years",
      ["two and a half years", "three to five years"],
    ],
    ["duration", "half a year, an hour, several days", ["half a year", "an hour", "several days"]],
    ["duration", "a one-semester exchange of 1,200 hours", ["one-semester", "1,200 hours"]],
    ["duration", "open from 5 May to 7 May 2024.", ["from 5 May to 7 May 2024"]],
    ["duration", "kéo dài 3 tháng, có thể thêm hai năm", ["3 tháng", "hai năm"]],
    ["duration", "trong nửa năm hoặc một học kỳ", ["nửa năm", "một học kỳ"]],
    ["duration", "diễn ra ngày 5 tháng 3 năm 2021 trong 2 ngày", ["2 ngày"]],
    ["duration", "Tháng 3 năm 2021 ký cho 3 năm", ["3 năm"]],
    ["duration", "giai đoạn 5 năm 2021-2025, học 3 tháng 6 ngày", ["5 năm", "3 tháng", "6 ngày"]],
    ["duration", "the 2023-2024 academic year and the 2024 term", []],
    ["duration", "2000 hours of practice", ["2000 hours"]],
    [
      "duration",
      "valid for five (5) years, then 2 (two) months and năm (05) năm",
      ["five (5) years", "2 (two) months", "năm (05) năm"],
    ],
    ["duration", "in the year 2024, every day, over the years", []],
    ["place", "held in Ho Chi Minh City and Hanoi", ["Ho Chi Minh City and Hanoi"]],
    [
      "number",
      "Seventeen left, twenty-four came, and 28 000 read of it",
      ["Seventeen", "twenty-four", "28 000"],
    ],
    ["place", "used in Vietnamese waters, funded by Germany", ["Germany"]],
    ["place", "do Hàn Quốc tài trợ, anh Đức cho biết", ["Hàn Quốc"]],
    [
      "place",
      "by the Republic of Korea and the European Union",
      ["the Republic of Korea", "the European Union"],
    ],
    ["number", "a hatchery of 3.5 hectares", ["3.5"]],
    ["number", "in 2024 118 students came", ["118"]],
    ["amount", "paid 28 000 dong in spring", ["28 000 dong"]],
    ["amount", "640 million won, 9,000 baht and 500 đô la", ["640 million won", "9,000 baht", "500 đô la"]],
    ["amount", "a grant of USD\u00a050,000", ["USD\u00a050,000"]],
    [
      "amount",
      "240,000 Australian dollars, 3 million Swiss francs",
      ["240,000 Australian dollars", "3 million Swiss francs"],
    ],
    [
      "amount",
      "hỗ trợ 80.000 yên một tháng, 5.000 tệ, 900 bảng Anh",
      ["80.000 yên", "5.000 tệ", "900 bảng Anh"],
    ],
    ["amount", "vé 250.000đ, lệ phí 500k, 1.2tr một lượt", ["250.000đ", "500k", "1.2tr"]],
    [
      "amount",
      "trợ cấp 2 triệu một tháng, 3 nghìn đô, 15 triệu kíp",
      ["2 triệu", "3 nghìn đô", "15 triệu kíp"],
    ],
    ["amount", "2 triệu người, 5 nghìn cây, yên tâm, 3 tr.", []],
    ["amount", "Hai đô thị, 3 đô đốc, hai tệ nạn, ba kíp trực, 5 kíp mổ, khoản 2 đ, 10 yên xe", []],
    ["amount", "a 4K screen, 10k steps, 50.000 đ, 5000đ, 1tr2", ["50.000 đ", "5000đ", "1tr2"]],
    ["contact", "see https://a.b/c_(d).", ["https://a.b/c_(d)"]],
    ["amount", "1.1 million won a month, A$900, HUF 43,700", ["1.1 million won", "A$900", "HUF 43,700"]],
    ["amount", "43,700 forints, ₩1,100,000, 900 đô la Úc", ["43,700 forints", "₩1,100,000", "900 đô la Úc"]],
    ["number", "09:30 Poster session (42 posters), call +84 24 5555 0199", ["42"]],
    ["number", "20 | Công nghệ gỗ | 33", ["33"]],
    ["number", "two of the four greenhouses are finished", ["two"]],
    ["number", "12 of 15 universities", ["12"]],
    [
      "contact",
      "Write to a.b@vlit.edu.vn. Or see https://vlit.edu.vn/a.",
      ["a.b@vlit.edu.vn", "https://vlit.edu.vn/a"],
    ],
    ["amount", "20 won a scholarship, 40 pounds of rice for 2.000 đồng bào", []],
    ["number", "the two sides spoke of three rooms, hai bên", ["three"]],
    ["figure", "6.000 cuốn sách, 24,000 students, 2.5 hectares at 22:00", []],
    ["figure", "of which Norway has indicated 900,000, subject to approval", ["900,000"]],
    ["figure", "| 2025 | 620,000 | 275 |", ["620,000", "275"]],
    ["figure", "costs 40 per person and 1.2 million in all", ["40", "1.2"]],
    ["figure", "tanks of 60 cubic metres for 12 workers, 30 % of 3rd rank", []],
    ["day", "ngày 30.4 và 2.9.2025", ["30.4", "2.9.2025"]],
    ["duration", "from Hanoi to the sea", []],
    ["name", "by two museums in Ninh Binh, of May", ["Ninh Binh"]],
    [
      "name",
      "The programme is “Green Roads”, run by the Lotus Foundation for Youth and IOM.",
      ["“Green Roads”", "Lotus Foundation for Youth and IOM"],
    ],
    ["name", "Reasons: two firms closed.", []],
    [
      "contact",
      "write to info@school.edu.vn or call (+84) 28 3829 2222",
      ["info@school.edu.vn", "(+84) 28 3829 2222"],
    ],
    ["contact", "1,453 hospitals since 2021 2022", []],
    ["person", "Trường Cao đẳng Sư phạm Cần Hải, huyện Tháp Mười, ở Hoa Lư", []],
    ["person", "do Đỗ Ngọc Lan và Đặng Văn Lâm ký", ["Đỗ Ngọc Lan", "Đặng Văn Lâm"]],
    ["contact", "Guest House: extension 330; máy lẻ 12", ["extension 330", "máy lẻ 12"]],
    [
      "place",
      "the survey in the districts of Kon Plông, the island Hon Dua, huyện Tháp Mười",
      ["Kon Plông", "Hon Dua", "Tháp Mười"],
    ],
    ["day", "họp ngày thứ Năm đầu tiên, on Mondays", ["thứ Năm", "Mondays"]],
    ["day", "giải thứ ba, lần thứ hai", []],
    ["name", "said the University, then the Ministry, cùng Trường", []],
    ["figure", "| 5 | Purchase of pumps | 800 |", ["800"]],
    ["figure", "54 of the 120 credits", []],
  ])("finds as %s in %j: %j", (kind, text, expected) => {
    expect(found(text, kind)).toEqual(expected);
  });

  it("gives spans in order, inside the text and without overlap, whatever the text", () => {
    const kinds: EntityKind[] = [
      "person",
      "post",
      "place",
      "day",
      "year",
      "duration",
      "number",
      "amount",
      "figure",
      "percent",
      "name",
      "contact",
    ];
    const words =
      "from to 5 1,200 two half a year May 2024 ngày 3 tháng năm 50% USD in Hanoi Dr. Park Vice Rector".split(
        " ",
      );
    const sentence = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(sentence, fc.constantFrom(...kinds), (text, kind) => {
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

describe("a day in a form that documents have", () => {
  it.each([
    "5th day of May 2023",
    "23-Apr-2024",
    "5/27/2021",
    "23 / 4 / 2024",
    "23. 4. 2024",
    "ngay 23 thang 4 nam 2024",
  ])("is found: %s", (date) => {
    const text = `It was signed in Hue, ${date}, by both.`;
    const [found] = findEntities(text, "day");
    expect(found && date.endsWith(text.slice(found.start, found.end))).toBe(true);
  });
});
