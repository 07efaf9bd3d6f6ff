import type { Language } from "./document.ts";
import { describeError, type UserError } from "./errors.ts";
import { describeFileProblem, type FileProblem } from "./read/unreadable-file.ts";
import { fillReasoned, type ReasonedValues } from "./reasons.ts";

/** What doctor looks at: one finding each, in this order. */
export const CHECKS = ["model", "store", "corpus", "caches", "library", "originals"] as const;

/** What doctor says of one thing that it looked at. */
export interface Finding {
  readonly check: (typeof CHECKS)[number];
  readonly ok: boolean;
  /** What is wrong, and what is worth knowing. `describeDetail` says it in words. */
  readonly details: readonly Detail[];
  /** Whether it was mended in this run. */
  readonly repaired: boolean;
}

/**
 * Everything that a finding can tell. `{name}` is filled in from the detail's values, `{problem}` from its file problem,
 * `{text}` and `{hint}` from its error. What only a developer can use (`fault`) is a value that no text shows.
 */
const DETAILS = {
  "vector-wrong": {
    en: "the vector of a test sentence is not one that can be used",
    vi: "vectơ của một câu thử không dùng được",
  },
  "store-remade": {
    en: "its file could not be used ({reason})",
    vi: "không dùng được tệp của kho ({reason})",
  },
  "store-damaged": { en: "its file is damaged: {reason}", vi: "tệp của kho bị hỏng: {reason}" },
  "document-damaged": {
    en: "{document}: what is stored of it is damaged",
    vi: "{document}: dữ liệu đã lưu bị hỏng",
  },
  "not-indexed": { en: "{document} is not indexed yet", vi: "{document} chưa được lập chỉ mục" },
  changed: {
    en: "{document} has changed since it was indexed",
    vi: "{document} đã thay đổi từ khi được lập chỉ mục",
  },
  "unreadable-now": {
    en: "{document} cannot be read any more: {problem}",
    vi: "{document} không còn đọc được: {problem}",
  },
  gone: { en: "{document} is gone from the folder", vi: "{document} không còn trong thư mục" },
  skipped: { en: "skipped {document}: {problem}", vi: "bỏ qua {document}: {problem}" },
  "lexical-unusable": {
    en: "the lexical index of {scope} is missing or cannot be used",
    vi: "chỉ mục từ vựng của {scope} bị thiếu hoặc không dùng được",
  },
  "lexical-behind": {
    en: "the lexical index of {scope}: the store has changed since",
    vi: "chỉ mục từ vựng của {scope} cũ hơn kho dữ liệu",
  },
  "graph-unusable": {
    en: "the graph of {scope} is missing or cannot be used",
    vi: "đồ thị của {scope} bị thiếu hoặc không dùng được",
  },
  "graph-behind": {
    en: "the graph of {scope}: the store has changed since",
    vi: "đồ thị của {scope} cũ hơn kho dữ liệu",
  },
  "library-damaged": { en: "its file is damaged: {reason}", vi: "tệp danh sách bị hỏng: {reason}" },
  "original-lost": {
    en: "the original of {documents} is missing or damaged",
    vi: "bản gốc của {documents} bị thiếu hoặc bị hỏng",
  },
  "stray-original": { en: "1 original belongs to no document", vi: "1 bản gốc không thuộc tài liệu nào" },
  "stray-originals": {
    en: "{count} originals belong to no document",
    vi: "{count} bản gốc không thuộc tài liệu nào",
  },
  error: { en: "{text} {hint}", vi: "{text} {hint}" },
  "not-examined": { en: "not examined: {text}", vi: "chưa kiểm tra được: {text}" },
} as const satisfies Record<string, Record<Language, string>>;

/** Every detail, by name. */
export const DETAIL_CODES = Object.keys(DETAILS) as readonly Detail["code"][];

/** One thing that a finding tells, as data. */
export interface Detail {
  readonly code: keyof typeof DETAILS;
  readonly values: ReasonedValues;
  /** Why the file cannot be read, where that is told. */
  readonly problem?: FileProblem;
  /** The error that it tells of. */
  readonly error?: Pick<UserError, "code" | "values">;
}

/** The detail in the given language, without a capital or a full stop where it is no error. */
export function describeDetail({ code, values, problem, error }: Detail, language: Language): string {
  const said = {
    ...values,
    ...(problem === undefined ? {} : { problem: describeFileProblem(problem, language) }),
    ...(error === undefined ? {} : describeError(error, language)),
  };
  return fillReasoned(DETAILS[code][language], said, language);
}
