import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../index/text/language.ts";

describe("the language of a text", () => {
  it.each([
    "what will Thang Long sponsor",
    "How many hospitals are there?",
    "who is Nguyễn Phúc Cường",
    "what did Đào Thành Trường say",
    "when did UNESCO visit",
    "UNESCO visit date",
    "scholarships",
    "social work",
    "mental health training",
    "AI talents",
    "plan 850",
    "E Hospital",
    "HOW MANY STAFF",
    "The delegation visited the Ministry of Education and Training of Việt Nam.",
  ])("is English for %j", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });

  it.each([
    "Viện Thăng Long sẽ tài trợ những gì?",
    "vien thang long se tai tro gi",
    "Trường có bao nhiêu khoa?",
    "truong co bao nhieu khoa",
    "Ai đã tham dự cuộc họp",
    "ai da tham du cuoc hop",
    "Đào Thành Trường là ai",
    "Đại học Hạ Long hợp tác với ai",
    "Dai hoc Ha Long hop tac voi nhung truong nao",
    "học bổng",
    "hoc bong",
    "ke hoach 850 la gi",
    "ngày ký kết",
    "HỌC BỔNG CỦA NHẬT BẢN",
    "IOM sẽ hỗ trợ DVET những gì",
    "học bổng".normalize("NFD"),
    "Đoàn đại biểu của UNESCO đã đến thăm Bộ Giáo dục và Đào tạo.",
  ])("is Vietnamese for %j", (text) => {
    expect(detectLanguage(text)).toBe("vi");
  });

  it.each([
    "HUST",
    "Dao Thanh Truong",
    "Nguyễn Phúc Cường",
    "Quảng Ninh",
    "Hanoi",
    "2024",
    "",
    "👍",
    "\ud800",
    "???",
  ])("is English for %j, which says nothing of it", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });
});
