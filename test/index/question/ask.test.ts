import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { readAsk } from "../../../index/question/ask.ts";
import { tokenize } from "../../../index/text/tokens.ts";

function read(question: string, language: Language) {
  const tokens = tokenize(question);
  const words = tokens.map(({ word }) => word);
  const written = tokens.map(({ start, end }) => question.slice(start, end));
  return { ...readAsk(words, language, written), words };
}

/** The words that only say what is asked for. */
function scaffoldingOf(question: string, language: Language): string[] {
  const { words, scaffolding } = read(question, language);
  return words.filter((_, position) => scaffolding.has(position));
}

describe("what an English question asks for", () => {
  it.each([
    ["Who attended the meeting?", ["person"]],
    ["Who's the director?", ["person"]],
    ["Whom did they meet?", ["person"]],
    ["Signed by whom?", ["person"]],
    ["The Rector thanked whom", ["person"]],
    ["In Seoul, with whom did they meet", ["person"]],
    ["What post does Mr. Lee hold?", ["post"]],
    ["In which capacity did she speak?", ["post"]],
    ["Who is Dr. Tran Thi Binh?", ["post"]],
    ["who is ms park", ["post"]],
    ["Who was Kim Min-ji?", ["post"]],
    ["Who is Dr. Nguyen Van An?", ["post"]],
    ["WHO IS DR NGUYEN VAN AN?", ["post"]],
    ["Who is the director?", ["person"]],
    ["Who is an expert in nursing?", ["person"]],
    ["Who was awarded scholarships?", ["person"]],
    ["Who was awarded Erasmus scholarships?", ["person"]],
    ["who is teaching nursing", ["person"]],
    ["who was vice rector", ["person"]],
    ["And who signed it?", ["person"]],
    ["Tell me who signed it", ["person"]],
    ["Who is in charge of it?", ["person"]],
    ["When was it signed?", ["day", "year", "hour"]],
    ["Since when has it existed?", ["day", "year", "hour"]],
    ["Who signed it, and when?", ["day", "year", "hour"]],
    ["By what time must it be handed in?", ["day", "year"]],
    ["What date was it signed?", ["day", "year"]],
    ["On which exact day did they meet?", ["day", "year"]],
    ["How long ago was it founded?", ["day", "year"]],
    ["How many years ago was it founded?", ["day", "year"]],
    ["What is the deadline?", ["day", "year"]],
    ["What's the application deadline for nurses?", ["day", "year"]],
    ["What are the dates of the workshop?", ["day", "year"]],
    ["In what year was HUST established?", ["year", "day"]],
    ["Which month is the workshop in?", ["year", "day"]],
    ["Which semester does it begin in?", ["year", "day"]],
    ["How long does the programme last?", ["duration", "year"]],
    ["How many years is it valid?", ["duration", "year"]],
    ["What is the duration of the agreement?", ["duration", "year"]],
    ["Where will the course be held?", ["place"]],
    ["What is the venue?", ["place"]],
    ["What's their address?", ["place"]],
    ["What is the e-mail address?", ["contact"]],
    ["What is the website of the museum?", ["contact"]],
    ["Which languages is the museum website available in?", []],
    ["What did the email of the bank say?", []],
    ["Which two museums in Ninh Binh took over the guide?", ["name"]],
    ["At which hospital does she work?", ["name"]],
    ["What is the name of the cement company?", ["name"]],
    ["What monthly allowance do volunteers receive?", ["amount", "percent", "figure"]],
    ["What was the value of the books?", ["amount", "percent", "figure"]],
    ["In which cities will it be held?", ["place"]],
    ["Which venue was chosen?", ["place"]],
    ["How many hospitals are there?", ["number"]],
    ["How often do they meet?", ["frequency", "number"]],
    ["How many times a year do they meet?", ["frequency", "number"]],
    ["What time does the talk begin?", ["hour", "day"]],
    ["How old is the equipment?", ["number", "year"]],
    ["Who pays for the flights?", []],
    ["who will cover accommodation", []],
    ["Who donated the books?", ["person", "name"]],
    ["Who sponsors the prize?", ["person", "name"]],
    ["When is the earliest intake?", ["day", "year"]],
    ["When is the document valid until?", ["day", "year", "hour"]],
    ["Which two lecturers will teach the course?", ["person"]],
    ["Which HGU lecturers went to Esbjerg?", ["person"]],
    ["Which lecturers can join the trip?", []],
    ["Which teacher training course is free?", []],
    ["How many working hours must interns do?", ["number"]],
    ["Who paid a visit to Hue?", ["person"]],
    ["What is the number of students?", ["number"]],
    ["What was the total number of visiting students?", ["number"]],
    ["What is the annual intake?", ["number"]],
    ["What is the position of Dr. Park?", ["post"]],
    ["What is the position of the ministry on fees?", []],
    ["What is the capacity building programme?", []],
    ["What is the percentage of women?", ["percent"]],
    ["What is the pass rate?", ["percent"]],
    ["How big is the campus?", ["number"]],
    ["What number of staff does it have?", ["number"]],
    ["How much money was given?", ["amount", "percent", "figure"]],
    ["How many dollars did it cost?", ["amount", "percent", "figure"]],
    ["What is the budget of the project?", ["amount", "percent", "figure"]],
    ["What is the monthly allowance?", ["amount", "percent", "figure"]],
    ["What does the nursing course cost?", ["amount", "percent", "figure"]],
    ["How much of it is done?", ["amount", "percent", "figure"]],
    ["What is the phone number of the library?", ["contact"]],
    ["telephone number of the library", ["contact"]],
    ["Who can apply for the scholarship?", []],
    ["Who is eligible?", []],
    ["What is the last day to apply?", ["day", "year"]],
    ["By how much did emissions go down?", ["percent", "amount", "number"]],
    ["Wattle scholarship contact person", ["person"]],
    ["library computers gift value", ["amount", "percent", "figure"]],
    ["How expensive is it?", ["amount", "percent", "figure"]],
    ["What percentage of lecturers has a degree?", ["percent"]],
    ["What will Thang Long sponsor?", []],
    ["How much will the pumps cost?", ["amount", "figure"]],
    ["How much of the fee is waived?", ["amount", "percent", "figure"]],
    ["How much is tuition reduced?", ["amount", "percent", "figure"]],
    ["What interest rate does the bank give?", ["percent"]],
    ["What is the rate of the guest house?", ["percent", "amount", "figure"]],
    ["How early do we have to tell them?", ["duration", "year"]],
    ["How far ahead must one ask?", ["duration", "year"]],
    ["What is the hotline?", ["contact"]],
    ["What is his extension number?", ["contact"]],
  ])("%j: %o", (question, entities) => {
    expect(read(question, "en").entities).toEqual(entities);
  });

  it.each([
    "What did the lecturer who teaches English propose?",
    "the lecturer who teaches it",
    "What happens when it rains?",
    "Students who got scholarships",
    "Students when they travel",
    "What will be done when they come?",
    "Is there a place where they meet whose roof leaks?",
  ])("%j asks for nobody and no date, though such a word stands in it", (question) => {
    const { entities } = read(question, "en");
    for (const kind of ["person", "day", "year"] as const) expect(entities).not.toContain(kind);
  });

  it.each([
    ["tuition fee nursing", ["amount", "percent", "figure"]],
    ["the wholesale price", ["amount", "percent", "figure"]],
    ["pass rate nursing", ["percent"]],
    ["duration of mou", ["duration", "year"]],
    ["deadline scholarship", ["day", "year"]],
    ["summer school schedule", ["day", "year"]],
    ["intake 2025", ["number"]],
    ["workshop venue", ["place"]],
    ["address clinic", ["place"]],
    ["email address clinic", ["contact"]],
    ["green delta contact email", ["contact"]],
    ["family hotline number of calls", ["number"]],
    ["tuition waiver number of students", ["number"]],
    ["guest house rate", ["amount", "percent", "figure"]],
    ["position Nguyen Van An", ["post"]],
    ["scholarships", []],
  ])("in bare words: %j: %o", (query, entities) => {
    expect(read(query, "en").entities).toEqual(entities);
  });

  it.each(["Does the fee change?", "Who sets the price?", "Is there a schedule?"])(
    "%j is a question about something, and not after its figure",
    (question) => {
      const { entities } = read(question, "en");
      for (const kind of ["amount", "number", "day"] as const) expect(entities).not.toContain(kind);
    },
  );

  it.each([
    "List the partners",
    "Name all hospitals",
    "What are the topics?",
    "Which universities in Japan?",
    "Which partner universities took part?",
    "Which topics come first?",
    "What courses are taught?",
    "What subjects do they study?",
  ])("%j is several things", (question) => {
    expect(read(question, "en").isList).toBe(true);
  });

  it.each([
    "Who leads the institute?",
    "When did it begin?",
    "What was signed?",
    "Which is the first?",
    "What happens next?",
    "What makes it special?",
    "What attracts the students?",
    "What is physics?",
    "What status does it have?",
    "What IELTS score is needed?",
  ])("%j is one thing", (question) => {
    expect(read(question, "en").isList).toBe(false);
  });

  it.each([
    ["Why do they leave?", true],
    ["What is the purpose of the visit?", true],
    ["What are the goals?", true],
    ["What will they do?", false],
  ])("%j is a cause or purpose: %s", (question, isReason) => {
    expect(read(question, "en").isReason).toBe(isReason);
  });

  it.each([
    ["What did the Rector say about training?", true],
    ["What is the minister's opinion?", true],
    ["According to the ambassador, what comes next?", true],
    ["What was emphasised?", true],
    ["What did the rector tell the press?", true],
    ["Tell me the fee", false],
    ["What was signed?", false],
    ["When does the essay begin?", false],
  ])("%j is after somebody's words: %s", (question, isSpeech) => {
    expect(read(question, "en").isSpeech).toBe(isSpeech);
  });
});

describe("what a Vietnamese question asks for, with and without diacritics", () => {
  it.each([
    ["Hai trường họp bao lâu một lần?", ["frequency", "number"]],
    ["Hội thảo bắt đầu lúc mấy giờ?", ["hour", "day"]],
    ["Khóa học kéo dài bao nhiêu giờ?", ["duration", "year"]],
    ["Ai trả tiền vé máy bay?", []],
    ["Ai chịu trách nhiệm quản lý ký túc xá?", ["person"]],
    ["Khóa học kéo dài mấy giờ?", ["duration", "year"]],
    ["Ai tài trợ học bổng?", ["person", "name"]],
    ["Giảng viên nào sang Huế dạy?", ["person"]],
    ["Giảng viên nào được đăng ký?", []],
    ["Nha khoa nào khám cho sinh viên?", []],
    ["Vốn đối ứng của tỉnh là bao nhiêu?", ["amount", "figure"]],
    ["Mỗi hộ được vay bao nhiêu?", ["amount", "figure"]],
    ["Ai đã tham dự cuộc họp?", ["person"]],
    ["Người nào ký kết?", ["person"]],
    ["Ông Lee giữ chức vụ gì?", ["post"]],
    ["Chức danh của bà Park là gì?", ["post"]],
    ["Trần Thị Bình là ai?", ["post"]],
    ["Ông Lee là ai?", ["post"]],
    ["Kim Min-ji là ai?", ["post"]],
    ["nguyễn văn an là ai", ["post"]],
    ["Giám đốc là ai?", ["person"]],
    ["Người ký là ai?", ["person"]],
    ["Hiệu trưởng trường là ai?", ["person"]],
    ["Bộ trưởng Bộ Y tế là ai?", ["person"]],
    ["Ông hiệu trưởng là ai?", ["person"]],
    ["Vị nào phát biểu?", ["person"]],
    ["Đơn vị nào ký thỏa thuận?", ["name"]],
    ["sinh vien thuc tap o benh vien nao", ["name"]],
    ["dự án tên là gì", ["name"]],
    ["số điện thoại của thư viện", ["contact"]],
    ["tien nha moi thang bao nhieu", ["amount", "figure"]],
    ["tra bao nhieu 1 kg", ["amount", "figure"]],
    ["AI có lợi gì?", []],
    ["Thỏa thuận được ký khi nào?", ["day", "year", "hour"]],
    ["Bao giờ hội thảo diễn ra?", ["day", "year", "hour"]],
    ["Chừng nào nộp hồ sơ?", ["day", "year", "hour"]],
    ["Ngày nào hai bên gặp nhau?", ["day", "year"]],
    ["Hạn chót nộp hồ sơ?", ["day", "year"]],
    ["Trường được thành lập năm nào?", ["year", "day"]],
    ["Khai giảng tháng mấy?", ["year", "day"]],
    ["Chương trình kéo dài bao lâu?", ["duration", "year"]],
    ["Học trong bao nhiêu năm?", ["duration", "year"]],
    ["Thực tập mấy tháng?", ["duration", "year"]],
    ["Khóa học diễn ra ở đâu?", ["place"]],
    ["Tại thành phố nào?", ["place"]],
    ["Đoàn đến từ đâu?", ["place"]],
    ["Từ đầu năm trường có gì mới?", []],
    ["Có bao nhiêu bệnh viện?", ["number"]],
    ["Trường có mấy khoa?", ["number"]],
    ["Phòng có máy chiếu không?", []],
    ["Đại học Quốc gia Hà Nội có bao nhiêu khoa?", ["number"]],
    ["Số chuyên gia tham gia là bao nhiêu?", ["number"]],
    ["Tổ chức phi chính phủ có bao nhiêu dự án?", ["number"]],
    ["Hội đồng có bao nhiêu thành viên?", ["number"]],
    ["Số lượng sinh viên là bao nhiêu?", ["number"]],
    ["Bao nhiêu người trả học phí?", ["number"]],
    ["Họ trả bao nhiêu?", ["amount", "figure"]],
    ["Giá vé là bao nhiêu?", ["amount", "figure"]],
    ["Lương của giảng viên là bao nhiêu một tháng?", ["amount", "figure"]],
    ["Số lượng giảng viên thế nào?", ["number"]],
    ["Kinh phí là bao nhiêu?", ["amount", "figure"]],
    ["Học phí ngành điều dưỡng là bao nhiêu?", ["amount", "figure"]],
    ["Học bổng trị giá bao nhiêu?", ["amount", "figure"]],
    ["Bao nhiêu tiền?", ["amount", "figure"]],
    ["Học bổng hỗ trợ bao nhiêu?", ["amount", "percent", "figure"]],
    ["Độ tuổi là bao nhiêu?", ["number", "duration"]],
    ["Giới hạn tuổi của học bổng là bao nhiêu?", ["number", "duration"]],
    ["Nộp trong thời hạn nào?", ["day", "year", "duration"]],
    ["Lâm Thị Mỹ Hạnh giữ chức vụ gì?", ["post"]],
    ["Hỗ trợ bao nhiêu người?", ["number"]],
    ["Bao nhiêu phần trăm giảng viên có bằng tiến sĩ?", ["percent"]],
    ["Tỷ lệ giảng viên là bao nhiêu?", ["percent"]],
    ["Viện Thăng Long sẽ tài trợ gì?", []],
    ["học phí ngành điều dưỡng", ["amount", "percent", "figure"]],
    ["lương thực tập", ["amount", "percent", "figure"]],
    ["hạn nộp hồ sơ", ["day", "year"]],
    ["chỉ tiêu tuyển sinh", ["number"]],
    ["địa điểm hội thảo", ["place"]],
    ["Học phí có tăng không?", []],
    ["học bổng", []],
    ["học bổng Hàn Quốc", []],
    ["nội dung hợp tác", []],
    ["đại học Hà Nội", []],
    ["chất lượng đào tạo", []],
    ["ngành du lịch", []],
    ["lịch sử trường", []],
    ["ngày 5 tháng 3", []],
    ["lịch thi", ["day", "year"]],
    ["nơi tổ chức hội thảo", ["place"]],
    ["ngày bắt đầu", ["day", "year"]],
    ["kinh phí đầu tư", ["amount", "percent", "figure"]],
    ["Máy chiếu bao nhiêu?", ["amount", "number"]],
    ["Bảo hiểm y tế bao nhiêu một năm?", ["amount", "number"]],
    ["kinh phí mua máy tính", ["amount", "percent", "figure"]],
  ])("%j: %o", (question, entities) => {
    expect(read(question, "vi").entities).toEqual(entities);
    const plain = question.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
    expect(read(plain, "vi").entities).toEqual(entities);
  });

  it.each([
    "Những trường nào hợp tác?",
    "Liệt kê các đối tác",
    "Chương trình bao gồm gì?",
    "Họ sẽ làm những gì?",
    "các giai đoạn của phòng thí nghiệm chung",
  ])("%j is several things", (question) => {
    expect(read(question, "vi").isList).toBe(true);
  });

  it.each([
    ["Tại sao họ bỏ việc?", true],
    ["Mục đích của chuyến thăm là gì?", true],
    ["Ai là giám đốc?", false],
    ["Dự án nhằm làm gì?", true],
    ["Ai nhậm chức hiệu trưởng?", false],
  ])("%j is a cause or purpose: %s", (question, isReason) => {
    expect(read(question, "vi").isReason).toBe(isReason);
  });

  it.each([
    ["Ông Lee phát biểu gì?", true],
    ["Hiệu trưởng nhấn mạnh điều gì?", true],
    ["Theo ông Park, bước tiếp theo là gì?", true],
    ["Hai bên ký gì?", false],
  ])("%j is after somebody's words: %s", (question, isSpeech) => {
    expect(read(question, "vi").isSpeech).toBe(isSpeech);
  });
});

describe("the words that only say what is asked for", () => {
  it.each<[string, Language, string[]]>([
    ["In what year was HUST established?", "en", ["what", "year"]],
    ["How many hospitals are there?", "en", ["how", "many"]],
    ["What percentage of lecturers", "en", ["what", "percentage"]],
    ["How much money was given this year?", "en", ["how", "much"]],
    ["The year of the visit", "en", []],
    ["How many years is it valid?", "en", ["how", "many", "years"]],
    ["How long does it last?", "en", ["how", "long"]],
    ["How long ago was it?", "en", ["how", "long", "ago"]],
    ["Where is Ha Long?", "en", []],
    ["What is the deadline?", "en", ["what"]],
    ["Kéo dài bao lâu?", "vi", ["bao", "lau"]],
    ["tuition fee nursing", "en", []],
    ["number of nursing students", "en", ["number"]],
    ["Trường được thành lập năm nào?", "vi", ["nam", "nao"]],
    ["Có bao nhiêu bệnh viện?", "vi", ["bao", "nhieu"]],
    ["Học trong bao nhiêu năm?", "vi", ["bao", "nhieu", "nam"]],
    ["học phí ngành điều dưỡng", "vi", []],
    ["Năm 2024 có gì?", "vi", []],
  ])("of %j (%s) are %o", (question, language, words) => {
    expect(scaffoldingOf(question, language)).toEqual(words);
  });

  it.each<[string, Language, string | null]>([
    ["How many hospitals are there?", "en", "hospitals"],
    ["Now, how many of the staff?", "en", "of"],
    ["Có bao nhiêu bệnh viện?", "vi", "benh"],
    ["number of nursing students", "en", "nursing"],
    ["What percentage of lecturers has a degree?", "en", "of"],
    ["What is the budget of the project?", "en", null],
    ["Who are the staff?", "en", null],
    ["student number", "en", null],
  ])("in %j (%s) are followed by what is counted: %s", (question, language, word) => {
    const { countedFrom, words } = read(question, language);
    expect(countedFrom === null ? null : words[countedFrom]).toBe(word);
  });

  it("are told apart by diacritics where words are folded alike", () => {
    expect(read("Quỹ nào tài trợ?", "vi").entities).toEqual([]);
    expect(read("Ở đầu kia có gì", "vi").entities).toEqual([]);
    expect(read("Hàn nộp gì", "vi").entities).toEqual([]);
    expect(read("AI là gì?", "vi").entities).toEqual([]);
  });

  it("tell somebody's name, whatever it is written like", () => {
    expect([...read("lam thi my hanh la ai", "vi").names]).toEqual([0, 1, 2, 3]);
    expect([...read("khuc bich ngoc giu chuc vu gi", "vi").names]).toEqual([0, 1, 2]);
    expect([...read("khuc bich ngoc giu chuc gi o khuc bich ngoc", "vi").names]).toEqual([0, 1, 2]);
    expect([...read("hieu truong truong la ai", "vi").names]).toEqual([]);
  });

  it("of no words are none", () => {
    for (const language of ["en", "vi"] as const) {
      expect(readAsk([], language)).toEqual({
        entities: [],
        isList: false,
        isReason: false,
        isSpeech: false,
        scaffolding: new Set(),
        names: new Set(),
        countedFrom: null,
      });
    }
  });
});
