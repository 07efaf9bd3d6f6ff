import { describe, expect, it } from "vitest";
import { isDetail } from "../../../index/read/detail-lines.ts";
import { markPlainText } from "../../../index/read/plain-text.ts";

describe("a short line without a full stop", () => {
  it.each([
    "Posted on 12 October 2022",
    "Ngày ban hành: 18/9/2001",
    "Cần Hải, ngày 4 tháng 11 năm 1999",
    "*Ha Lam, 4 November 2024*",
    "4 November 2024",
    "Venue: Room 2",
    "Tel. 024 5550 111",
    "(Từ ngày 08/9/2025 đến ngày 14/9/2025)",
    "office@vlit.edu.vn",
    "Thời gian: 14 giờ ngày 8 tháng 8 năm 2023",
    "Kính gửi: Phòng Hợp tác quốc tế",
    "Tháng 7   mua máy",
    "**Held:** Thursday, 6 June",
    "Minutes taken by: Bui Thanh Nga",
    "THƯ KÝ ĐOÀN: Bùi Khánh Vy",
    "For RULE: Dr. Sok Vannarith, Vice-Rector",
    "FOR THE UNIVERSITY OF OTAGO: (signed) Professor Margaret Ellison",
    "Ghent University, Belgium (UGent): Prof. Pieter Van Acker, promoter",
    "TM. Đoàn: TS. Lê Văn C",
    "Tags: pepper, Netherlands",
    "Signed at Soc Trang on 9 January 2024",
    "Đăng lúc 06:45 | Lượt xem: 3.412 | Cỡ chữ: A- A A+",
    "Name\tUniversity",
  ])("states something itself: %s", (line) => {
    expect(isDetail(line)).toBe(true);
  });

  it.each([
    "Article 3: Cooperation",
    "Phần 2: Nội dung hợp tác",
    "Plan for 2024",
    "Kế hoạch năm 2024",
    "Thursday, 6 June 2024: the second day",
    "Time and place",
    "Venue:",
    "About the University:",
    "Ngày hội việc làm",
    "Nghe An: Song Lam college receives a welding workshop",
    "Project goals: from plans to boats",
    "For students: how to apply",
    "For the host family: what to bring",
    "Made in Vietnam",
    "Nghệ An: Bà con vùng lũ nhận máy bơm",
    "Hue: Dr. Lan receives the Otago prize of the year",
    "Project: Clean water for Hue",
  ])("heads what follows: %s", (line) => {
    expect(isDetail(line)).toBe(false);
  });

  it("goes on behind a comma, and heads nothing", () => {
    expect(markPlainText("Dear Professor Repetto,\n\nThe rooms are booked.").map(({ kind }) => kind)).toEqual(
      ["text", "text"],
    );
  });

  it("does not become the section of what stands below it", () => {
    const text = "A visit\n\nPosted on 12 October 2022\n\nThe guests came by train.";
    expect(markPlainText(text).map(({ kind }) => kind)).toEqual(["heading", "text", "text"]);
  });
});
