/** Sentences and fragments in the manner of the field, put together from parts: the same list on every machine. */

type Parts = readonly (readonly string[])[];

const NAMES =
  "Nguyễn Phúc Cường|Đào Thành Trường|Trần Thị Bích Ngọc|Lê Minh Khôi|Phạm Quỳnh Anh|Benjamin Clarke|Maria Fernández|Park Ji-hoon".split(
    "|",
  );
const PLACES = "Hà Nội|Huế|Đà Nẵng|Quảng Ninh|Cần Thơ|Osaka|Seoul|Melbourne|Hải Phòng|Đắk Lắk".split("|");
const SCHOOLS =
  "USSH|HUST|Đại học Hạ Long|Osaka University|VNU-Hanoi|Trường Đại học Cần Thơ|RMIT|UNESCO|the University of Leeds|JICA".split(
    "|",
  );

const ENGLISH: readonly Parts[] = [
  [
    ["Dr. ", "Mr. ", "Prof. ", "On behalf of the board, "],
    NAMES,
    [" thanked ", " met ", " praised ", " wrote to ", " spoke with "],
    ["the partners in ", "colleagues from ", "students of ", "guests from "],
    [...PLACES, ...SCHOOLS],
    [".", " last week.", " about a new programme.", " and signed the minutes.", " on 5 May 2023."],
  ],
  [
    ["Both sides ", "The two universities ", "The partners ", "We ", "They "],
    ["agreed to ", "plan to ", "hope to ", "will ", "have decided to "],
    [
      "exchange ten lecturers a year",
      "hold a joint conference",
      "share laboratory equipment",
      "fund scholarships",
    ],
    [" in ", " with ", " near ", " for people in "],
    PLACES,
    [".", "; costs are shared.", ", if funds allow.", " by 2026."],
  ],
  [
    [
      "Annual report",
      "Meeting minutes",
      "Draft agenda",
      "Travel costs",
      "Mental health training",
      "Article 3. Payment",
    ],
    ["", " 2024", ", page 2", " (draft)", ": summary"],
  ],
  [
    ["Tuition", "Lunch", "Rooms", "Tickets", "Insurance", "Visas", "Language courses", "Libraries"],
    [" cost more this year.", " included", " cancelled", " paid by the host", ": see annex", " for guests"],
  ],
  [
    ["Please ", "Kindly ", "Do not ", "You may ", "Let us "],
    ["confirm", "attend", "sign here", "send copies", "book early", "bring a laptop"],
    [".", " today.", " before noon.", ", thank you."],
  ],
];

const VIETNAMESE: readonly Parts[] = [
  [
    ["Ông ", "Bà ", "TS. ", "Thay mặt nhà trường, ", "PGS.TS "],
    NAMES,
    [" đã cảm ơn ", " gặp gỡ ", " đánh giá cao ", " gửi thư cho ", " trao đổi với "],
    ["các đối tác tại ", "đồng nghiệp từ ", "sinh viên của ", "đoàn khách đến từ "],
    [...PLACES, ...SCHOOLS],
    [".", " tuần trước.", " về chương trình mới.", " và ký biên bản.", " vào ngày 5/5/2023."],
  ],
  [
    ["Hai bên ", "Hai trường ", "Các đối tác ", "Chúng tôi ", "Họ "],
    ["đồng ý ", "dự kiến ", "mong muốn ", "sẽ ", "đã quyết định "],
    ["trao đổi mười giảng viên mỗi năm", "tổ chức hội thảo chung", "dùng chung thiết bị", "cấp học bổng"],
    [" tại ", " cùng với ", " gần ", " cho người dân ở "],
    PLACES,
    [".", "; kinh phí chia đều.", ", nếu có nguồn vốn.", " trước năm 2026."],
  ],
  [
    [
      "Báo cáo thường niên",
      "Biên bản cuộc họp",
      "Dự thảo chương trình",
      "Chi phí đi lại",
      "Điều 3. Thanh toán",
      "Phụ lục",
    ],
    ["", " năm 2024", ", trang 2", " (dự thảo)", ": tóm tắt"],
  ],
  [
    ["Học phí", "Bữa trưa", "Phòng ở", "Vé máy bay", "Bảo hiểm", "Thị thực", "Khóa học tiếng", "Thư viện"],
    [" năm nay cao hơn.", " đã bao gồm", " bị hủy", " do bên mời chi trả", ": xem phụ lục", " cho khách mời"],
  ],
  [
    ["Xin ", "Đề nghị ", "Không ", "Quý vị có thể ", "Hãy "],
    ["xác nhận", "tham dự", "ký vào đây", "gửi bản sao", "đặt chỗ sớm", "mang theo máy tính"],
    [".", " hôm nay.", " trước buổi trưa.", ", cảm ơn."],
  ],
];

/** `count` different sentences of a language, spread over all that the parts make. */
export function makeSentences(language: "en" | "vi", count: number): string[] {
  const grammars = language === "en" ? ENGLISH : VIETNAMESE;
  const made = new Set<string>();
  // A linear congruential generator, whose high bits are good enough.
  let state = 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * limit);
  };
  while (made.size < count) {
    const parts = grammars[below(grammars.length)] ?? [];
    made.add(parts.map((choices) => choices[below(choices.length)]).join(""));
  }
  return [...made];
}

/** Names alone, which are no language; one syllable with diacritics may be a question ("Ngày?"), and is Vietnamese. */
export const NAMES_ONLY: readonly string[] = [
  ...NAMES,
  ...PLACES.filter((place) => place !== "Huế"),
  "UNESCO",
  "VNU-Hanoi",
  "JICA",
  "5/5/2023",
];

/** A text as it is typed without diacritics. */
export function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}
