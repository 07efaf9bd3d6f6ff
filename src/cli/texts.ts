import type { Language } from "../../index/index.ts";

const ENGLISH = {
  program: "Answers questions about partnership documents with verbatim quotes and their sources.",
  commands: {
    ask: "answer a question with quotes",
    search: "list the passages that fit a query best",
    quote: "find where the documents use some wording",
    sources: "list the documents, or show one with its sections",
    index: "bring the index up to date with the corpus folder",
    doctor: "check everything that is stored",
    feedback: "show what people thought of the bot's answers",
    help: "show help for a command",
  },
  arguments: {
    question: "the question, in English or Vietnamese",
    query: "words to search for",
    wording: "the words to find",
    document: "a path, or a part of a path or title that only one document has",
  },
  options: {
    corpus: "folder of the documents (ACCORD_CORPUS)",
    data: "folder of the index (ACCORD_DATA)",
    json: "print JSON",
    jsonl: "read one question a line, print one JSON answer a line",
    document: "only this document: a path, or a part of a path or title",
    after: "only documents of this date or later (YYYY, YYYY-MM, YYYY-MM-DD)",
    before: "only documents of this date or earlier",
    limit: "how many passages (1 to 100)",
    rebuild: "forget the index and make it anew",
    watch: "index again whenever the corpus folder changes, until Ctrl-C",
    repair: "rebuild what is derived where it is damaged",
    help: "show this help",
    version: "show the version",
  },
  helpTitles: {
    "Usage:": "Usage:",
    "Arguments:": "Arguments:",
    "Options:": "Options:",
    "Global Options:": "Options of every command:",
    "Commands:": "Commands:",
  },
  usage: {
    folderEmpty: "it names no folder.",
    dateInvalid: "expected YYYY, YYYY-MM or YYYY-MM-DD.",
    limitInvalid: "expected a whole number from 1 to 100.",
    questionMissing: "there is no question.",
    questionTwice: "with --jsonl the questions come on stdin, not as arguments.",
    /** By commander's error code; `name` is what the message is about. */
    errors: {
      "commander.unknownOption": "unknown option {name}.",
      "commander.unknownCommand": "unknown command {name}.",
      "commander.missingArgument": "missing argument {name}.",
      "commander.optionMissingArgument": "option {name} lacks its value.",
      "commander.excessArguments": "too many arguments for {name}.",
      "commander.invalidArgument": "option {name} is not valid:",
    },
    suggestion: "Did you mean {names}?",
    hint: "See: {command} --help",
  },
  failure: "Something went wrong: {message}.",
  failureHint: "Run it again with DEBUG=1 to see where.",
  skipped: "skipped {document}: {reason}",
  corpusEmpty:
    "The corpus folder holds no documents: add PDF, DOCX, HTML, Markdown or text files, or name another folder with --corpus.",
  indexing: "Indexing",
  documentRate: "{rate} documents/s",
  timeLeft: "{left} left",
  watching: "Watching {folder}; Ctrl-C ends it.",
  downloading: "Downloading",
  synced: "Index: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.",
  syncedPassages: "{passages} passages written, {truncated} texts cut to the model's limit.",
  notFound: "The documents do not say this.",
  nearest: "The nearest passages:",
  confidence: "Confidence: {percent}%",
  characters: "characters {start}–{end}",
  page: "p. {page}",
  pages: "pp. {page}",
  alsoIn: "also in {count} other documents: {documents}",
  alsoInOne: "also in {documents}",
  nothingFound: "No passage fits.",
  wordingExact: "The documents say exactly this:",
  wordingNear: "The documents do not say exactly this. The nearest wording:",
  wordingNone: "The documents say nothing like this.",
  noSources: "There are no documents yet.",
  noFeedback: "Nobody has rated an answer yet.",
  verdicts: { helpful: "helpful", unhelpful: "not helpful" },
  undated: "undated",
  sourceSize: "{passages} passages, {length} characters",
  sourcePages: "{pages} pages",
  sections: "Sections:",
  checkGood: "ok",
  checkBad: "BAD",
  checkRepaired: "mended",
  moreDetails: "… and {count} more",
  repairHint: "To rebuild what is damaged: npm run accord -- doctor --repair",
  noToken: [
    "The bot needs DISCORD_TOKEN, the key of your own Discord application:",
    "1. Open https://discord.com/developers/applications and press New Application.",
    "2. On its page Bot press Reset Token and copy the token.",
    "3. Start with it: DISCORD_TOKEN=... npm start (README.md shows how to invite the bot).",
    'Without Discord: npm run ask -- "what will Thang Long sponsor"',
  ],
  registered: "{commands} commands: {created} created, {changed} changed, {removed} removed.",
};

/** Everything that the command line says in one language. `{name}` is filled in by `fill`. */
export type Texts = typeof ENGLISH;

const VIETNAMESE: Texts = {
  program: "Trả lời câu hỏi về tài liệu hợp tác bằng trích dẫn nguyên văn kèm nguồn.",
  commands: {
    ask: "trả lời một câu hỏi bằng trích dẫn",
    search: "liệt kê các đoạn phù hợp nhất",
    quote: "tìm nơi tài liệu dùng một cách diễn đạt",
    sources: "liệt kê tài liệu, hoặc xem một tài liệu cùng các mục",
    index: "cập nhật chỉ mục theo thư mục tài liệu",
    doctor: "kiểm tra mọi dữ liệu đã lưu",
    feedback: "xem mọi người đánh giá câu trả lời của bot ra sao",
    help: "xem trợ giúp của một lệnh",
  },
  arguments: {
    question: "câu hỏi, tiếng Việt hoặc tiếng Anh",
    query: "từ cần tìm",
    wording: "lời văn cần tìm",
    document: "đường dẫn, hoặc một phần đường dẫn hay tiêu đề chỉ một tài liệu có",
  },
  options: {
    corpus: "thư mục tài liệu (ACCORD_CORPUS)",
    data: "thư mục chỉ mục (ACCORD_DATA)",
    json: "in ra JSON",
    jsonl: "đọc mỗi dòng một câu hỏi, in mỗi dòng một câu trả lời JSON",
    document: "chỉ tài liệu này: đường dẫn, hoặc một phần đường dẫn hay tiêu đề",
    after: "chỉ tài liệu từ ngày này trở đi (YYYY, YYYY-MM, YYYY-MM-DD)",
    before: "chỉ tài liệu đến hết ngày này",
    limit: "số đoạn (1 đến 100)",
    rebuild: "bỏ chỉ mục cũ và lập lại từ đầu",
    watch: "cập nhật mỗi khi thư mục tài liệu thay đổi, cho đến khi nhấn Ctrl-C",
    repair: "dựng lại phần dẫn xuất bị hỏng",
    help: "xem trợ giúp này",
    version: "xem phiên bản",
  },
  helpTitles: {
    "Usage:": "Cách dùng:",
    "Arguments:": "Đối số:",
    "Options:": "Tùy chọn:",
    "Global Options:": "Tùy chọn của mọi lệnh:",
    "Commands:": "Lệnh:",
  },
  usage: {
    folderEmpty: "chưa nêu thư mục nào.",
    dateInvalid: "cần YYYY, YYYY-MM hoặc YYYY-MM-DD.",
    limitInvalid: "cần số nguyên từ 1 đến 100.",
    questionMissing: "chưa có câu hỏi.",
    questionTwice: "với --jsonl, câu hỏi được đọc từ stdin chứ không phải từ đối số.",
    errors: {
      "commander.unknownOption": "không có tùy chọn {name}.",
      "commander.unknownCommand": "không có lệnh {name}.",
      "commander.missingArgument": "thiếu đối số {name}.",
      "commander.optionMissingArgument": "tùy chọn {name} thiếu giá trị.",
      "commander.excessArguments": "quá nhiều đối số cho {name}.",
      "commander.invalidArgument": "tùy chọn {name} không hợp lệ:",
    },
    suggestion: "Có phải {names}?",
    hint: "Xem: {command} --help",
  },
  failure: "Có lỗi xảy ra: {message}.",
  failureHint: "Hãy chạy lại với DEBUG=1 để biết lỗi ở đâu.",
  skipped: "bỏ qua {document}: {reason}",
  corpusEmpty:
    "Thư mục tài liệu chưa có tài liệu nào: hãy thêm tệp PDF, DOCX, HTML, Markdown hoặc văn bản, hoặc chỉ thư mục khác bằng --corpus.",
  indexing: "Đang lập chỉ mục",
  documentRate: "{rate} tài liệu/giây",
  timeLeft: "còn {left}",
  watching: "Đang theo dõi {folder}; nhấn Ctrl-C để dừng.",
  downloading: "Đang tải",
  synced: "Chỉ mục: thêm {added}, đổi {changed}, bỏ {removed}, giữ nguyên {unchanged}.",
  syncedPassages: "Đã ghi {passages} đoạn, cắt {truncated} văn bản theo giới hạn của mô hình.",
  notFound: "Tài liệu không nói về điều này.",
  nearest: "Các đoạn gần nhất:",
  confidence: "Độ tin cậy: {percent}%",
  characters: "ký tự {start}–{end}",
  page: "tr. {page}",
  pages: "tr. {page}",
  alsoIn: "cũng có trong {count} tài liệu khác: {documents}",
  alsoInOne: "cũng có trong {documents}",
  nothingFound: "Không có đoạn nào phù hợp.",
  wordingExact: "Tài liệu viết đúng như sau:",
  wordingNear: "Tài liệu không viết đúng như vậy. Cách viết gần nhất:",
  wordingNone: "Tài liệu không viết gì tương tự.",
  noSources: "Chưa có tài liệu nào.",
  noFeedback: "Chưa ai đánh giá câu trả lời nào.",
  verdicts: { helpful: "hữu ích", unhelpful: "chưa hữu ích" },
  undated: "không rõ ngày",
  sourceSize: "{passages} đoạn, {length} ký tự",
  sourcePages: "{pages} trang",
  sections: "Các mục:",
  checkGood: "tốt",
  checkBad: "HỎNG",
  checkRepaired: "đã sửa",
  moreDetails: "… và {count} mục nữa",
  repairHint: "Để dựng lại phần bị hỏng: npm run accord -- doctor --repair",
  noToken: [
    "Bot cần DISCORD_TOKEN, khóa của ứng dụng Discord của riêng bạn:",
    "1. Mở https://discord.com/developers/applications và bấm New Application.",
    "2. Ở trang Bot, bấm Reset Token rồi sao chép token.",
    "3. Khởi động cùng token: DISCORD_TOKEN=... npm start (README.md chỉ cách mời bot).",
    'Không cần Discord: npm run ask -- "Viện Thăng Long sẽ tài trợ những gì"',
  ],
  registered: "{commands} lệnh: tạo mới {created}, đổi {changed}, bỏ {removed}.",
};

const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, vi: VIETNAMESE };

/** Every text of the command line in that language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

/** The language that the environment asks for (`LC_ALL`, else `LC_MESSAGES`, else `LANG`), default English. */
export function chooseLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^vi(?![a-z])/i.test(locale) ? "vi" : "en";
}

/** A text with each `{name}` replaced by its value; a name without a value stays. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
