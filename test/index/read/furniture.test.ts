import { describe, expect, it } from "vitest";
import { isCaption, isFurniture } from "../../../index/read/furniture.ts";

describe("page furniture", () => {
  it.each([
    ...[
      "Visitor Counter",
      "Online : 5",
      "Hit Counter : 2830611",
      "Views: 1,204",
      "Thứ Sáu, 12/04/2024 10:05 | Lượt xem: 2.655 | Chia sẻ | In bài viết",
      "Lượt xem: 12",
      "Số lượt truy cập (34)",
    ],
    ...["Comment (0)", "Comments", "Leave a comment", "Replies", "Bình luận (2)", "Ý kiến"],
    ...[
      "Share",
      "Share this",
      "Share on Facebook",
      "Share via e-mail",
      "Print this page",
      "Chia sẻ:",
      "In bài",
      "Tweet",
    ],
    ...[
      "Home",
      "Search",
      "Contact us",
      "Read more...",
      "Back to top",
      "Related news",
      "Trang chủ",
      "Tin liên quan",
      "Xem thêm »",
    ],
    ...["Home > News > International", "Trang chủ » Tin tức"],
    ...[
      "The site is currently under configuration",
      "Will be available soon......",
      "We use cookies to improve this site.",
    ],
    ...[
      "© 2024 UNESCO-ICHEI",
      "© Hue Central School of Nursing. All rights reserved.",
      "Copyright Hue Central School of Nursing. All rights reserved.",
      "Hue Central School of Nursing © 2024",
      "Page top  |  Site policy  |  Access  |  © Minato Bay University",
      "(c) 2024 DVET",
      "Copyright 2021 DVET",
      "Copyright © DVET. All rights reserved.",
      "Bản quyền thuộc về Báo Quảng Ninh",
    ],
    ...[
      "E-Publication :",
      "Source: https://baoquangninh.vn/a.html",
      "Photo: Provided by the Department",
      "Nguồn: Báo Quảng Ninh",
      "Ảnh: Thanh Hằng",
      "By: Nguyen Van A",
      "Text and photos: MINH TUE",
      "Tin, ảnh: Thanh Nhàn",
    ],
    ...["https://example.org/a", "www.example.org", "2024.04.23", "14:8' 5/27/2021", "10:30 AM | 23/4/2024"],
    ...["Share:   Facebook   Zalo   Print", "Bản in | Gửi email | Quay lại", "[In trang]  [Quay lại]"],
    ...["Visited: 1.482     Online: 3", "Other news: A new library | A new gate | A visit"],
    ...["Trang chủ | Giới thiệu | Đào tạo | Liên hệ", "Home  Training  Research  Vietnamese | English"],
    ...["Share: Facebook | Zalo | LinkedIn | Print this page"],
    ...[
      "Font size: A- A A+   Print   Share: Facebook  Zalo",
      "Cỡ chữ   In trang   Chia sẻ",
      "[Back]   [Top]",
    ],
    ...["- page 1 of 3 -", "*(page 5 of 6)*"],
    ...["Page 3 of 12", "Trang 4", "***", "12", "- 3 -", "…"],
    ...["  Comment (0)  ", "VISITOR COUNTER"],
  ])("is the line %j", (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    ...[
      "The two sides shared their comments.",
      "Comments were made by both sides.",
      "Comment on the plan by Friday.",
    ],
    ...[
      "Share your experience with us.",
      "Share on social media what you learned at the conference.",
      "Shares of the project",
    ],
    ...[
      "The source of the funding is the European Union.",
      "Sources of funding",
      "Source code is published by the institute.",
      "Source: Ministry of Health pays half of the costs of the programme.",
      "By: 30 June 2024 all parties shall submit their reports.",
    ],
    ...[
      "Visitors came from 22 countries.",
      "5 visitors were online.",
      "The online courses",
      "Online training",
    ],
    ...[
      "Home visits by social workers",
      "Search for talents",
      "Contact with partners was resumed.",
      "Next steps",
      "Related projects of DVET",
    ],
    ...[
      "Enrolment > 5,000 students",
      "The site is in Hanoi.",
      "The school will be available soon after the ceremony for visits by partners.",
    ],
    ...[
      "(c) Training of lecturers",
      "(c) 20 scholarships",
      "Copyright law was discussed by both sides.",
      "The © sign was discussed by both sides.",
      "The delegation at the gate © UNESCO",
      "The authors have all rights reserved.",
      "Bản quyền tác giả được hai bên thảo luận.",
    ],
    ...["E-publication of theses was agreed.", "Photographs of the meeting were shown."],
    ...[
      "See https://example.org/a for the plan.",
      "2024.04.23 was the day of the visit.",
      "April 23, 2024",
      "Page 3 of the plan names the partners.",
    ],
    ...["Print   The school has 12 printers", "Facebook", "Today", "Other news: the library is open"],
    ...[
      "Home/Away: both teams play in Hanoi",
      "Home / dormitory fees",
      "Home  Hotel Sofitel, 5 nights, paid by the guest",
      "Share LinkedIn contacts of all graduates with Ghent",
      "Next: Ghent, 5 June 2026",
      "Text: to be drafted by Dr. Lan",
      "Tin: 3 tín chỉ",
      "Tags: each student wears a red tag",
      "Home stays are arranged by the school",
      "Home, sweet home",
      "Tagged fish were released in May.",
      "News: the Minister of Education will visit the university in the first week of May",
    ],
    ...["The office of DVET", "UNESCO", "850/KH-SGDĐT", "HUST > SUSTech. They agreed."],
  ])("is not the line %j", (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it("is a credit of some length and a web address of any", () => {
    expect(isFurniture(`Source: ${"a".repeat(150)}`)).toBe(true);
    expect(isFurniture(`Source: ${"a".repeat(240)}`)).toBe(false);
    expect(isFurniture(`https://example.org/${"a".repeat(1_000)}`)).toBe(true);
  });
});

describe("a caption", () => {
  it.each([
    ...[
      "Mr. Jonathan Baker (Left) and Ms. Bi Xiaohan (Right)",
      "Ms. Bi Xiaohan,Deputy Director, (Left) and Director General(Right)",
    ],
    ...[
      "(Left to right) Dr. Nong Minh Duc,",
      "From left: Mr. Baker [centre]",
      "Ông Bình (thứ hai) và bà Hà (từ trái sang)",
    ],
    ...[
      "Overview the meeting",
      "Overview of the conference",
      "Overview of the working session",
      "A view of the workshop",
      "Group photo at the Ministry",
      "Toàn cảnh buổi làm việc",
      "Hình ảnh buổi lễ ký kết",
      "Ảnh lưu niệm",
    ],
    ...[
      "Photo of the delegation",
      "Picture taken at the ceremony",
      "Figure 3: Enrolment by year",
      "Fig. 2",
      "(Picture: The delegation in the apprentice workshop)",
      "*Photo 2: Dr. Ruben Visser shows the model to students.*",
      "Hình 1. Số sinh viên",
      "Ảnh 2",
    ],
    ...[
      "Mr. Truong Anh Dung presents souvenirs to Ms. Park Mihyung",
      "The delegates pose for a group photo",
      "Hai bên chụp ảnh lưu niệm",
    ],
  ])("is the line %j", (line) => {
    expect(isCaption(line)).toBe(true);
  });

  it.each([
    ...[
      "The Director presented souvenirs to the delegation.",
      "They presented souvenirs and agreed on the following:",
    ],
    ...[
      "Overview of training programs",
      "Overview",
      "A view of the future",
      "Overview of the meeting was given by the Director.",
    ],
    ...["Hình thức hợp tác", "Hình thành mạng lưới", "Ảnh hưởng của đại dịch", "Toàn cảnh giáo dục Việt Nam"],
    ...["Image rights", "Picture books for schools", "Figures of enrolment", "Photography courses"],
    ...["What is left (of the budget)", "The right to education"],
    `The Minister (right) said that ${"the two sides will go on with their cooperation and ".repeat(6)}.`,
  ])("is not the line %j", (line) => {
    expect(isCaption(line)).toBe(false);
  });
});
