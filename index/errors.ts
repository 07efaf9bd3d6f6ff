import type { Language } from "./document.ts";
import { fillReasoned, type ReasonedValues } from "./reasons.ts";

/** A text for people: what is wrong, and what to do about it. Each is one line. */
export interface ErrorText {
  readonly text: string;
  readonly hint: string;
}

/**
 * Every error that a person can meet. `{name}` is filled in from the error's values. Bugs are not listed: they stay
 * ordinary errors with a stack.
 */
const ERRORS = {
  "corpus-missing": {
    en: {
      text: "There is no corpus folder at {folder}.",
      hint: "Create it, or name another with --corpus DIR or ACCORD_CORPUS.",
    },
    vi: {
      text: "Không có thư mục tài liệu tại {folder}.",
      hint: "Hãy tạo thư mục, hoặc chọn thư mục khác bằng --corpus DIR hay ACCORD_CORPUS.",
    },
  },
  "corpus-unreadable": {
    en: {
      text: "The corpus folder cannot be read at {folder}: {reason}.",
      hint: "Check its owner and permissions; what was indexed before is untouched.",
    },
    vi: {
      text: "Không đọc được thư mục tài liệu tại {folder}: {reason}.",
      hint: "Kiểm tra chủ sở hữu và quyền; dữ liệu đã lập chỉ mục vẫn nguyên vẹn.",
    },
  },
  "data-unwritable": {
    en: {
      text: "The data folder {folder} cannot be written: {reason}.",
      hint: "Check its owner and permissions, or name another with --data DIR or ACCORD_DATA.",
    },
    vi: {
      text: "Không ghi được vào thư mục dữ liệu {folder}: {reason}.",
      hint: "Kiểm tra chủ sở hữu và quyền, hoặc chọn thư mục khác bằng --data DIR hay ACCORD_DATA.",
    },
  },
  "data-in-use": {
    en: {
      text: "Another process ({owner}) is using the data folder {folder}.",
      hint: "Stop it first, or name another folder with --data DIR.",
    },
    vi: {
      text: "Tiến trình khác ({owner}) đang dùng thư mục dữ liệu {folder}.",
      hint: "Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data DIR.",
    },
  },
  "data-newer": {
    en: {
      text: "The data folder was written by a newer Accord (schema {found}, this one knows {known}).",
      hint: "Update Accord, or name another folder with --data DIR.",
    },
    vi: {
      text: "Thư mục dữ liệu do bản Accord mới hơn tạo ra (lược đồ {found}; bản này chỉ hỗ trợ đến {known}).",
      hint: "Hãy cập nhật Accord, hoặc chọn thư mục khác bằng --data DIR.",
    },
  },
  "data-damaged": {
    en: {
      text: "The store in {folder} is damaged: {reason}.",
      hint: "Make it anew from the corpus; downloads and added documents are kept: npm run accord -- doctor --repair",
    },
    vi: {
      text: "Kho dữ liệu trong {folder} bị hỏng: {reason}.",
      hint: "Hãy lập lại từ tài liệu; mô hình đã tải và tài liệu đã thêm vẫn được giữ: npm run accord -- doctor --repair",
    },
  },
  "library-damaged": {
    en: {
      text: "The list of added documents, {file}, is damaged: {reason}.",
      hint: "Put it back from a backup. Until then what is indexed can be asked; if the file is moved away, only the corpus folder is left to answer from.",
    },
    vi: {
      text: "Danh sách tài liệu đã thêm, {file}, bị hỏng: {reason}.",
      hint: "Hãy khôi phục từ bản sao lưu. Trong lúc đó vẫn hỏi được những gì đã lập chỉ mục; nếu dời tệp đi thì chỉ còn trả lời được từ thư mục tài liệu.",
    },
  },
  "disk-full": {
    en: {
      text: "The disk is full: {path} could not be written.",
      hint: "Free some space and try again; what was indexed before is untouched.",
    },
    vi: {
      text: "Đĩa đã đầy: không ghi được {path}.",
      hint: "Hãy giải phóng dung lượng rồi thử lại; dữ liệu đã lập chỉ mục vẫn nguyên vẹn.",
    },
  },
  "model-differs": {
    en: {
      text: "The index was made with the model {found}, but {wanted} is configured.",
      hint: "Set ACCORD_MODEL back, name another folder with --data DIR, or run: npm run accord -- index --rebuild",
    },
    vi: {
      text: "Chỉ mục được tạo bằng mô hình {found}, nhưng cấu hình đang chọn {wanted}.",
      hint: "Đặt lại ACCORD_MODEL, chọn thư mục khác bằng --data DIR, hoặc chạy: npm run accord -- index --rebuild",
    },
  },
  "model-missing": {
    en: {
      text: "The model folder {folder} lacks {file}.",
      hint: "Check ACCORD_MODEL; without it Accord uses the model that it ships with.",
    },
    vi: {
      text: "Thư mục mô hình {folder} thiếu tệp {file}.",
      hint: "Kiểm tra ACCORD_MODEL; nếu bỏ trống, Accord dùng mô hình đi kèm.",
    },
  },
  "model-invalid": {
    en: {
      text: "The model {model} cannot be used: {reason}.",
      hint: "Choose another with ACCORD_MODEL, or leave it out to use the model that Accord ships with.",
    },
    vi: {
      text: "Không dùng được mô hình {model}: {reason}.",
      hint: "Chọn mô hình khác bằng ACCORD_MODEL, hoặc bỏ trống để dùng mô hình đi kèm.",
    },
  },
  "model-unreachable": {
    en: {
      text: "The model {model} is not on this machine and {host} cannot be reached ({reason}).",
      hint: "Connect once to download it, set HF_ENDPOINT to a mirror, or leave ACCORD_MODEL out to use the model that Accord ships with.",
    },
    vi: {
      text: "Mô hình {model} chưa có trên máy và không kết nối được {host} ({reason}).",
      hint: "Kết nối mạng một lần để tải, trỏ HF_ENDPOINT tới máy chủ khác, hoặc bỏ ACCORD_MODEL để dùng mô hình đi kèm.",
    },
  },
  "model-download": {
    en: {
      text: "Downloading {file} of {model} failed: {reason}.",
      hint: "Try again; what is whole is kept, and nothing half-written is used.",
    },
    vi: {
      text: "Tải {file} của {model} thất bại: {reason}.",
      hint: "Hãy thử lại; phần đã tải trọn vẹn được giữ, tệp dở dang không bao giờ được dùng.",
    },
  },
  "runtime-missing": {
    en: {
      text: "onnxruntime-node cannot be loaded: {reason}.",
      hint: "Run npm ci again on this machine, with optional packages and install scripts allowed.",
    },
    vi: {
      text: "Không nạp được onnxruntime-node: {reason}.",
      hint: "Hãy chạy lại npm ci trên máy này, cho phép gói tùy chọn và tập lệnh cài đặt.",
    },
  },
  "question-empty": {
    en: { text: "The question holds no words.", hint: "Ask something like: what will Thang Long sponsor" },
    vi: { text: "Câu hỏi không có từ nào.", hint: "Hãy hỏi, chẳng hạn: Viện Thăng Long sẽ tài trợ những gì" },
  },
  "question-long": {
    en: {
      text: "The question has {length} characters; at most {limit} are read.",
      hint: "Ask for one thing at a time.",
    },
    vi: { text: "Câu hỏi dài {length} ký tự; tối đa {limit}.", hint: "Hãy hỏi từng ý một." },
  },
  "query-empty": {
    en: {
      text: "There are no words to look for.",
      hint: "Give some that the documents may use, such as: learning materials",
    },
    vi: {
      text: "Không có từ nào để tìm.",
      hint: "Hãy nêu vài từ có thể có trong tài liệu, chẳng hạn: tài liệu học tập",
    },
  },
  "query-long": {
    en: {
      text: "The text to look for has {length} characters; at most {limit} are read.",
      hint: "Give a part of it, such as one sentence.",
    },
    vi: {
      text: "Văn bản cần tìm dài {length} ký tự; tối đa {limit}.",
      hint: "Hãy chọn một phần, chẳng hạn một câu.",
    },
  },
  "document-unknown": {
    en: { text: 'No document matches "{name}".', hint: "List them with: npm run accord -- sources" },
    vi: {
      text: 'Không có tài liệu nào khớp với "{name}".',
      hint: "Xem danh sách bằng: npm run accord -- sources",
    },
  },
  "removal-unknown": {
    en: {
      text: 'Nothing that matches "{name}" was removed in the last day.',
      hint: "List what can be put back with: npm run accord -- restore",
    },
    vi: {
      text: 'Trong một ngày qua không có tài liệu nào khớp với "{name}" bị gỡ.',
      hint: "Xem những gì có thể khôi phục bằng: npm run accord -- restore",
    },
  },
  "document-ambiguous": {
    en: {
      text: 'Several documents match "{name}": {found}.',
      hint: "Give more of the title, or the whole path.",
    },
    vi: {
      text: 'Nhiều tài liệu khớp với "{name}": {found}.',
      hint: "Hãy ghi rõ hơn tiêu đề, hoặc ghi toàn bộ đường dẫn.",
    },
  },
  "document-in-folder": {
    en: {
      text: '"{name}" is a file of the corpus folder.',
      hint: "Remove the file there; the index follows.",
    },
    vi: {
      text: '"{name}" là tệp trong thư mục tài liệu.',
      hint: "Hãy xóa tệp ở đó; chỉ mục sẽ cập nhật theo.",
    },
  },
  "facts-in-folder": {
    en: {
      text: '"{name}" is this very file in the corpus folder, and its title and date are what it says there.',
      hint: "Write them above its text, or the date before its name (see corpus/README.md); or take the file out of the folder and add it again.",
    },
    vi: {
      text: '"{name}" chính là tệp này trong thư mục tài liệu; tiêu đề và ngày lấy theo tệp ở đó.',
      hint: "Hãy ghi chúng phía trên văn bản, hoặc ghi ngày ở đầu tên tệp (xem corpus/README.md); hoặc đưa tệp ra khỏi thư mục rồi thêm lại.",
    },
  },
  "document-for-all": {
    en: {
      text: '"{name}" was added to everybody\'s documents.',
      hint: 'Whoever runs Accord can remove it: npm run accord -- remove "{name}"',
    },
    vi: {
      text: '"{name}" được thêm vào kho tài liệu chung cho mọi người.',
      hint: 'Người vận hành Accord có thể gỡ bằng: npm run accord -- remove "{name}"',
    },
  },
  "server-documents": {
    en: {
      text: "{count} documents were added here already; at most {limit} are kept.",
      hint: "Remove some that nobody needs any more, then add it again.",
    },
    vi: {
      text: "Ở đây đã thêm {count} tài liệu; tối đa {limit}.",
      hint: "Hãy gỡ bớt tài liệu không còn cần, rồi thêm lại.",
    },
  },
  "server-bytes": {
    en: {
      text: "The {count} documents that were added here take {size} MB; with this one they would take more than the {limit} MB that are kept.",
      hint: "Remove some that nobody needs any more, large ones first, then add it again.",
    },
    vi: {
      text: "{count} tài liệu đã thêm ở đây chiếm {size} MB; thêm tài liệu này sẽ vượt quá {limit} MB được phép.",
      hint: "Hãy gỡ bớt tài liệu không còn cần, trước hết là tệp lớn, rồi thêm lại.",
    },
  },
  "aliases-invalid": {
    en: {
      text: "{file}, line {line}: {reason}.",
      hint: "Each entry is a line like: USSH = University of Social Sciences and Humanities",
    },
    vi: {
      text: "{file}, dòng {line}: {reason}.",
      hint: "Mỗi mục là một dòng như: USSH = University of Social Sciences and Humanities",
    },
  },
  "aliases-unreadable": {
    en: {
      text: "{file} cannot be read: {reason}.",
      hint: "Make it a text file in UTF-8 that may be read, or move it away to do without it.",
    },
    vi: {
      text: "Không đọc được {file}: {reason}.",
      hint: "Hãy lưu thành tệp văn bản UTF-8 và cấp quyền đọc, hoặc chuyển tệp đi nơi khác nếu không cần.",
    },
  },
  "engine-stopped": {
    en: {
      text: "The search engine stopped while it was working on this ({reason}).",
      hint: "Ask again; it restarts by itself.",
    },
    vi: {
      text: "Công cụ tìm kiếm đã dừng khi đang xử lý ({reason}).",
      hint: "Hãy hỏi lại; nó tự khởi động lại.",
    },
  },
  "engine-slow": {
    en: {
      text: "The search engine did not answer within {seconds} seconds.",
      hint: "Ask again in a moment.",
    },
    vi: { text: "Công cụ tìm kiếm không trả lời trong {seconds} giây.", hint: "Hãy hỏi lại sau giây lát." },
  },
  "config-invalid": {
    en: {
      text: "The settings cannot be used: {problems}.",
      hint: "Correct them, or leave them out to use the defaults.",
    },
    vi: {
      text: "Không dùng được cấu hình: {problems}.",
      hint: "Hãy sửa lại, hoặc bỏ trống để dùng giá trị mặc định.",
    },
  },
  "date-invalid": {
    en: { text: '"{value}" is not a date.', hint: "Write it as 2024, 2024-04 or 2024-04-23." },
    vi: { text: '"{value}" không phải là ngày tháng.', hint: "Hãy viết 2024, 2024-04 hoặc 2024-04-23." },
  },
  "dates-reversed": {
    en: { text: "{after} is later than {before}: no day lies between them.", hint: "Swap the two dates." },
    vi: { text: "{after} muộn hơn {before}: không có ngày nào ở giữa.", hint: "Hãy đổi chỗ hai ngày." },
  },
  "option-invalid": {
    en: { text: "{name} is {value}: {reason}.", hint: "See: npm run accord -- --help" },
    vi: { text: "{name} là {value}: {reason}.", hint: "Xem: npm run accord -- --help" },
  },
} as const satisfies Record<string, Record<Language, ErrorText>>;

/** The name of an error that a person can meet. */
export type ErrorCode = keyof typeof ERRORS;

/** Every error that a person can meet, by name. */
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/**
 * An error to show to a person. Its `message` is the English text without the hint.
 * Use `describeError` for the text in the reader's language.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: ErrorCode;
  readonly values: ReasonedValues;

  constructor(code: ErrorCode, values: ReasonedValues = {}, options?: ErrorOptions) {
    super(fillReasoned(ERRORS[code].en.text, values, "en"), options);
    this.code = code;
    this.values = values;
  }
}

/**
 * What is wrong and what to do, in the given language (default English).
 */
export function describeError(
  { code, values }: Pick<UserError, "code" | "values">,
  language: Language = "en",
): ErrorText {
  return fillErrorText(ERRORS[code][language], values, language);
}

/** The text and the hint of an error with its values, in the given language (default English). */
export function fillErrorText(
  { text, hint }: ErrorText,
  values: ReasonedValues,
  language: Language = "en",
): ErrorText {
  return { text: fillReasoned(text, values, language), hint: fillReasoned(hint, values, language) };
}
