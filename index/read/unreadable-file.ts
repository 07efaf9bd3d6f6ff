import type { Language } from "../document.ts";
import { fillReasoned, type ReasonedValues } from "../reasons.ts";

/** Why a file cannot be a document, in words for its owner. `{name}` is filled in. */
const FILE_PROBLEMS = {
  binary: { en: "it is a binary file, not text", vi: "đây là tệp nhị phân, không phải văn bản" },
  encoding: {
    en: "its encoding is not UTF-8: save it as UTF-8 and try again",
    vi: "mã hóa của tệp không phải UTF-8: hãy lưu lại bằng UTF-8 rồi thử lại",
  },
  "no-text": { en: "it holds no text", vi: "tệp không có chữ nào" },
  scanned: {
    en: "its {pages} pages are pictures without text: run it through text recognition (OCR) first",
    vi: "{pages} trang của tệp là ảnh, không có chữ: hãy nhận dạng chữ (OCR) trước",
  },
  unmapped: {
    en: "its fonts do not say which letters they show ({share}% of it is unreadable): make the PDF anew from the program it was written in, or run it through text recognition (OCR)",
    vi: "phông chữ của tệp không cho biết là chữ gì ({share}% không đọc được): hãy tạo lại PDF từ phần mềm gốc, hoặc nhận dạng chữ (OCR)",
  },
  encrypted: {
    en: "it is protected by a password: save a copy without one",
    vi: "tệp có mật khẩu: hãy lưu một bản không có mật khẩu",
  },
  damaged: {
    en: "it is damaged, or not what its name says ({reason}): open it in its program and save it anew",
    vi: "tệp bị hỏng hoặc không đúng loại ({reason}): hãy mở bằng chương trình của nó và lưu lại",
  },
  format: {
    en: "files of this kind ({format}) are not read: save it as PDF, DOCX, HTML, Markdown or text",
    vi: "loại tệp này ({format}) không đọc được: hãy lưu thành PDF, DOCX, HTML, Markdown hoặc văn bản",
  },
  size: {
    en: "it has {size} bytes; at most {limit} are read",
    vi: "tệp có {size} byte; tối đa {limit}",
  },
  unpacked: {
    en: "unpacked it would have more than {limit} bytes",
    vi: "sau khi giải nén tệp sẽ lớn hơn {limit} byte",
  },
  pages: { en: "it has {pages} pages; at most {limit} are read", vi: "tệp có {pages} trang; tối đa {limit}" },
  parts: {
    en: "it has more than {limit} elements",
    vi: "tệp có hơn {limit} phần tử",
  },
  nested: {
    en: "its parts are nested more than {limit} levels deep",
    vi: "các phần của tệp lồng nhau quá {limit} cấp",
  },
  time: {
    en: "reading it took longer than {seconds} seconds",
    vi: "đọc tệp mất hơn {seconds} giây",
  },
  memory: {
    en: "reading it took more than {megabytes} MB of memory",
    vi: "đọc tệp tốn hơn {megabytes} MB bộ nhớ",
  },
  crash: {
    en: "reading it ended the reader ({reason})",
    vi: "bộ đọc dừng đột ngột khi đọc tệp ({reason})",
  },
  "not-a-file": { en: "it is neither a file nor a folder", vi: "đây không phải tệp cũng không phải thư mục" },
  "folder-link": {
    en: "it is a link to a folder, and such links are not followed",
    vi: "đây là liên kết tới thư mục, loại liên kết này không được mở",
  },
  "circular-link": {
    en: "it is a link that leads back to itself",
    vi: "đây là liên kết trỏ lại chính nó",
  },
  "dead-link": {
    en: "it is a link to a file that is not there",
    vi: "đây là liên kết tới một tệp không tồn tại",
  },
  forbidden: {
    en: "it may not be read: check its permissions",
    vi: "không có quyền đọc: hãy kiểm tra quyền của tệp",
  },
  "closed-folder": {
    en: "it is a folder that may not be read: check its permissions; what was indexed of it before is kept",
    vi: "không có quyền đọc thư mục này: hãy kiểm tra quyền; những gì đã lập chỉ mục từ đó vẫn được giữ",
  },
  name: {
    en: "its name is not valid UTF-8, so it cannot be opened: rename it",
    vi: "tên không phải UTF-8 hợp lệ nên không mở được: hãy đổi tên",
  },
  gone: { en: "it went away while it was being read", vi: "tệp biến mất trong lúc đang đọc" },
} as const satisfies Record<string, Record<Language, string>>;

/** Why a file cannot be a document, as data. */
export interface FileProblem {
  readonly code: keyof typeof FILE_PROBLEMS;
  readonly values: ReasonedValues;
}

/** Every reason, by name. */
export const FILE_PROBLEM_CODES = Object.keys(FILE_PROBLEMS) as readonly FileProblem["code"][];

/** A file that cannot be a document. It is reported, and the other files go on. Its message is the English reason. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly problem: FileProblem;

  constructor(code: FileProblem["code"], values: FileProblem["values"] = {}, options?: ErrorOptions) {
    super(describeFileProblem({ code, values }), options);
    this.problem = { code, values };
  }
}

/** The reason in the given language (default English), without a capital or a full stop. */
export function describeFileProblem({ code, values }: FileProblem, language: Language = "en"): string {
  return fillReasoned(FILE_PROBLEMS[code][language], values, language);
}
