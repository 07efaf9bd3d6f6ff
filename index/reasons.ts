import { z } from "zod";
import type { Language } from "./document.ts";
import { fill, type Values } from "./text/fill.ts";

/**
 * Why something failed, in words that fit in the sentence of an error. `{name}` is filled in from the reason's values.
 * What a library or the system says of a failure is no reason of ours: it stays in its own words.
 */
const REASONS = {
  // Files that are damaged.
  "no-end": { en: "its end is missing", vi: "thiếu phần cuối" },
  "no-header": { en: "no PDF header", vi: "không có phần đầu của PDF" },
  "endless-table": {
    en: "a font has a table of letters without end",
    vi: "một phông chữ có bảng ký tự dài vô tận",
  },
  "no-word-document": {
    en: "it cannot be read as a Word document",
    vi: "không đọc được dưới dạng tài liệu Word",
  },
  "no-main-part": { en: "it has no document in it", vi: "bên trong không có tài liệu" },
  entities: { en: "{part} declares entities", vi: "{part} có khai báo thực thể XML" },
  "no-xml": { en: "{part} is no XML", vi: "{part} không phải XML hợp lệ" },
  archive: { en: "its archive cannot be unpacked", vi: "không giải nén được" },
  markup: { en: "its markup cannot be read", vi: "không đọc được mã đánh dấu" },
  "no-mail": { en: "it cannot be read as a mail", vi: "không đọc được dưới dạng thư điện tử" },
  unexplained: { en: "no reason known", vi: "chưa rõ nguyên nhân" },

  // Models and where they come from.
  "no-public-model": {
    en: '{host} has no public model of that name and revision "{revision}" (HTTP {status})',
    vi: '{host} không có mô hình công khai nào với tên này và bản "{revision}" (HTTP {status})',
  },
  "http-status": { en: "{host} answered HTTP {status}", vi: "{host} trả về HTTP {status}" },
  "no-hub": { en: "{host} did not answer like a model hub", vi: "{host} không trả lời như một kho mô hình" },
  "list-of-files": { en: "the list of files", vi: "danh sách tệp" },
  "other-content": {
    en: "its content is not what the hub published",
    vi: "nội dung không khớp với bản đã công bố",
  },
  "other-size": { en: "{came} bytes came, not {size}", vi: "nhận được {came} byte thay vì {size}" },
  "broken-off": {
    en: "the connection broke after {came} of {size} bytes",
    vi: "kết nối bị ngắt sau {came}/{size} byte",
  },
  "too-many-bytes": { en: "more than its {size} bytes came", vi: "nhận được nhiều hơn {size} byte của tệp" },
  "no-such-model": {
    en: "it is neither a folder nor a hub id like Xenova/multilingual-e5-small",
    vi: "đây không phải thư mục, cũng không phải tên trên kho mô hình như Xenova/multilingual-e5-small",
  },
  "lacks-file": { en: "its repository has no {file}", vi: "kho của mô hình không có {file}" },
  "no-json": { en: "{file} is not JSON", vi: "{file} không phải JSON" },
  pooling: {
    en: "1_Pooling/config.json asks for a pooling other than mean or first token",
    vi: "1_Pooling/config.json yêu cầu cách gộp khác với trung bình hoặc token đầu tiên",
  },
  tokenizer: { en: "its tokenizer: {message}", vi: "bộ tách từ của mô hình: {message}" },
  "no-encoder": {
    en: "it is no text encoder: it wants {input}",
    vi: "đây không phải bộ mã hóa văn bản: nó cần {input}",
  },
  // Node's codes of network errors.
  ECONNREFUSED: { en: "connection refused", vi: "kết nối bị từ chối" },
  ECONNRESET: { en: "connection reset", vi: "kết nối bị ngắt" },
  EAI_AGAIN: { en: "no name server answers", vi: "không máy chủ tên miền nào trả lời" },
  EHOSTUNREACH: { en: "no route to it", vi: "không có đường tới máy chủ" },
  ENETUNREACH: { en: "no network", vi: "không có mạng" },
  ENOTFOUND: { en: "no such host", vi: "không có máy chủ này" },
  ETIMEDOUT: { en: "timed out", vi: "quá thời gian chờ" },
  UND_ERR_CONNECT_TIMEOUT: { en: "timed out", vi: "quá thời gian chờ" },
  UND_ERR_HEADERS_TIMEOUT: { en: "timed out", vi: "quá thời gian chờ" },
  UND_ERR_SOCKET: { en: "connection closed", vi: "kết nối bị đóng" },

  // What is stored.
  "stored-value": {
    en: "a stored value is not what it should be",
    vi: "một giá trị đã lưu không đúng như phải có",
  },
  "lost-rows": {
    en: "{count} rows refer to rows that are gone",
    vi: "{count} hàng trỏ tới những hàng không còn nữa",
  },
  "not-ours": { en: "it was not written by Accord", vi: "không phải do Accord ghi" },
  "file-not-folder": { en: "it is a file, not a folder", vi: "đây là tệp, không phải thư mục" },
  unknown: { en: "unknown", vi: "không rõ" },
  closed: { en: "closed", vi: "đã đóng" },

  // The team's vocabulary.
  "no-yaml": { en: "it is not YAML", vi: "đây không phải YAML" },
  "aliases-no-text": { en: "each entry is a line of text", vi: "mỗi mục phải là một dòng chữ" },
  "aliases-no-sign": {
    en: 'an entry holds names with "=" between them',
    vi: 'mỗi mục gồm các tên, giữa hai tên có dấu "="',
  },
  "aliases-no-name": { en: 'there is no name on one side of a "="', vi: 'một bên dấu "=" không có tên' },
  "aliases-no-list": {
    en: 'the file is a list: each line begins with "- "',
    vi: 'tệp là một danh sách: mỗi dòng bắt đầu bằng "- "',
  },

  // Options and settings.
  "whole-number": { en: "a whole number from {least} on is needed", vi: "cần số nguyên từ {least} trở lên" },
  "no-address": {
    en: "an address like https://huggingface.co is needed",
    vi: "cần địa chỉ như https://huggingface.co",
  },
  "setting-control-character": {
    en: "{name} holds a control character",
    vi: "{name} có ký tự điều khiển",
  },
  "setting-port": { en: "{name} is not a port (0 to 65535)", vi: "{name} không phải số cổng (0 đến 65535)" },
  "setting-white-space": { en: "{name} holds white space", vi: "{name} có khoảng trắng" },
  "setting-server-id": {
    en: "{name} is not a server's id (17 to 20 digits)",
    vi: "{name} không phải mã máy chủ (17 đến 20 chữ số)",
  },
  "setting-address": {
    en: "{name} is not an http or https address",
    vi: "{name} không phải địa chỉ http hoặc https",
  },
  "data-around-corpus": {
    en: "the data folder {data} holds the corpus folder {corpus}",
    vi: "thư mục dữ liệu {data} chứa thư mục tài liệu {corpus}",
  },
} as const satisfies Record<string, Record<Language, string>>;

/** The name of a reason. */
export type ReasonCode = keyof typeof REASONS;

/** Every reason, by name. */
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/** One of our own reasons, as data. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values?: Values | undefined;
}

/** What may stand in a place of an error's text: also reasons, which are said in the reader's language. */
export type ReasonedValue = string | number | Reason | readonly Reason[];

/** Those of a text, by the names of the places. */
export type ReasonedValues = Readonly<Record<string, ReasonedValue>>;

const StoredReason = z.object({
  code: z.string().refine(isReasonCode),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const StoredValue = z.union([z.string(), z.number(), StoredReason, z.array(StoredReason)]);

/** Whether something that was stored is a value of an error's text. */
export function isReasonedValue(value: unknown): value is ReasonedValue {
  return StoredValue.safeParse(value).success;
}

/** Whether a code, as the network's, is one of our reasons. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}

/** The reason in the given language, without a capital or a full stop. */
export function describeReason({ code, values = {} }: Reason, language: Language): string {
  return fill(REASONS[code][language], values);
}

/** As `fill`, with every reason in the given language; of several, semicolons stand between them. */
export function fillReasoned(text: string, values: ReasonedValues, language: Language): string {
  const said = Object.entries(values).map(([name, value]) => [name, say(value, language)]);
  return fill(text, Object.fromEntries(said) as Values);
}

function say(value: ReasonedValue, language: Language): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  return [value]
    .flat()
    .map((reason) => describeReason(reason, language))
    .join("; ");
}
