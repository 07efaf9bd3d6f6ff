import { fill, type Language } from "../../index/index.ts";

export { fill };

const ENGLISH = {
  program: "Answers questions about partnership documents with verbatim quotes and their sources.",
  commands: {
    ask: "answer a question with quotes",
    search: "list the passages that fit a query best",
    quote: "find where the documents use some wording",
    sources: "list the documents, or show one with its sections",
    index: "bring the index up to date with the corpus folder",
    add: "add a page or a file from the web",
    doctor: "check everything that is stored",
    feedback: "show what people thought of the bot's answers",
    help: "show help for a command",
  },
  arguments: {
    question: "the question, in English or Vietnamese",
    query: "words to search for",
    wording: "the words to find",
    url: "its address, http or https",
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
    title: "its title, where it says another or none",
    date: "its date (YYYY, YYYY-MM, YYYY-MM-DD), where it says another or none",
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
  skippedMany: "skipped {count} files, {document} for one: {reason}",
  stillSkipped: {
    one: "1 file still cannot be read; it is named by: npm run accord -- doctor",
    other: "{count} files still cannot be read; they are named by: npm run accord -- doctor",
  },
  corpusEmpty:
    "The corpus folder holds no documents: add PDF, DOCX, HTML, e-mail (.eml), Markdown or text files, or name another folder with --corpus.",
  indexing: "Indexing",
  documentRate: "{rate} documents/s",
  timeLeft: "{left} left",
  interrupted: "Stopped. What is indexed so far is kept; the same command goes on from there.",
  watching:
    "Watching {folder}; Ctrl-C ends it. Until then the data folder {data} is in use: other commands need another one (--data).",
  watchedGone: "{folder} is gone. What is indexed is kept, and the folder is read again once it is back.",
  watchedBack: "{folder} is back.",
  downloading: "Downloading",
  synced: "Index: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.",
  syncedPassages: "{passages} written, {truncated} cut to the model's limit.",
  passages: { one: "1 passage", other: "{count} passages" },
  texts: { one: "1 text", other: "{count} texts" },
  notFound: "The documents do not say this.",
  unknownName: "No document mentions “{name}”.",
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
  additions: {
    added: "Added as {document}.",
    replaced: "Added in place of the earlier version, {document}.",
    corrected: "This is here already, as {document}; it is now as you describe it.",
    duplicate: "This is here already, as {document}.",
    unreadable: "Not added: {reason}.",
  },
  noFeedback: "Nobody has rated an answer yet.",
  verdicts: { helpful: "helpful", unhelpful: "not helpful" },
  undated: "undated",
  undatedPassedOver: {
    one: "1 document without a date was not looked at.",
    other: "{count} documents without a date were not looked at.",
  },
  sourceLength: { one: "1 character", other: "{count} characters" },
  sourcePages: { one: "1 page", other: "{count} pages" },
  picturePages: {
    one: "page {labels} is a picture without text and cannot be searched",
    other: "pages {labels} are pictures without text and cannot be searched",
  },
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

/** A number of things, in words: "1 page", "12 pages". */
export function countThings(forms: { readonly one: string; readonly other: string }, count: number): string {
  return fill(count === 1 ? forms.one : forms.other, { count });
}

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
    add: "thêm một trang hoặc tệp từ web",
    doctor: "kiểm tra mọi dữ liệu đã lưu",
    feedback: "xem mọi người đánh giá câu trả lời của bot ra sao",
    help: "xem trợ giúp của một lệnh",
  },
  arguments: {
    question: "câu hỏi, tiếng Việt hoặc tiếng Anh",
    query: "từ cần tìm",
    wording: "lời văn cần tìm",
    url: "địa chỉ của trang, http hoặc https",
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
    title: "tiêu đề, nếu trang ghi khác hoặc không ghi",
    date: "ngày (YYYY, YYYY-MM, YYYY-MM-DD), nếu trang ghi khác hoặc không ghi",
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
  skippedMany: "bỏ qua {count} tệp, chẳng hạn {document}: {reason}",
  stillSkipped: {
    one: "vẫn còn 1 tệp không đọc được; xem tên bằng: npm run accord -- doctor",
    other: "vẫn còn {count} tệp không đọc được; xem tên bằng: npm run accord -- doctor",
  },
  corpusEmpty:
    "Thư mục tài liệu chưa có tài liệu nào: hãy thêm tệp PDF, DOCX, HTML, thư điện tử (.eml), Markdown hoặc văn bản, hoặc chỉ thư mục khác bằng --corpus.",
  indexing: "Đang lập chỉ mục",
  documentRate: "{rate} tài liệu/giây",
  timeLeft: "còn {left}",
  interrupted: "Đã dừng. Phần đã lập chỉ mục vẫn được giữ; chạy lại lệnh này để làm tiếp.",
  watching:
    "Đang theo dõi {folder}; nhấn Ctrl-C để dừng. Trong lúc này thư mục dữ liệu {data} đang được dùng: lệnh khác cần thư mục khác (--data).",
  watchedGone:
    "{folder} không còn nữa. Phần đã lập chỉ mục vẫn được giữ; khi thư mục trở lại sẽ được đọc lại.",
  watchedBack: "{folder} đã trở lại.",
  downloading: "Đang tải",
  synced: "Chỉ mục: thêm {added}, đổi {changed}, bỏ {removed}, giữ nguyên {unchanged}.",
  syncedPassages: "Đã ghi {passages}, cắt {truncated} theo giới hạn của mô hình.",
  passages: { one: "1 đoạn", other: "{count} đoạn" },
  texts: { one: "1 văn bản", other: "{count} văn bản" },
  notFound: "Tài liệu không nói về điều này.",
  unknownName: "Không tài liệu nào nhắc đến “{name}”.",
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
  additions: {
    added: "Đã thêm thành {document}.",
    replaced: "Đã thêm thay cho bản trước, {document}.",
    corrected: "Tài liệu này đã có, tên là {document}; thông tin nay theo đúng như bạn nêu.",
    duplicate: "Tài liệu này đã có, tên là {document}.",
    unreadable: "Chưa thêm: {reason}.",
  },
  noFeedback: "Chưa ai đánh giá câu trả lời nào.",
  verdicts: { helpful: "hữu ích", unhelpful: "chưa hữu ích" },
  undated: "không rõ ngày",
  undatedPassedOver: {
    one: "1 tài liệu không rõ ngày nên không được xét đến.",
    other: "{count} tài liệu không rõ ngày nên không được xét đến.",
  },
  sourceLength: { one: "1 ký tự", other: "{count} ký tự" },
  sourcePages: { one: "1 trang", other: "{count} trang" },
  picturePages: {
    one: "trang {labels} là ảnh không có chữ nên không tìm kiếm được",
    other: "các trang {labels} là ảnh không có chữ nên không tìm kiếm được",
  },
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
    "3. Khởi động kèm token: DISCORD_TOKEN=... npm start (README.md chỉ cách mời bot).",
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
