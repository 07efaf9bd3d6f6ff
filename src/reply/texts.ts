import type { Language } from "../../index/index.ts";
import { ENGLISH_SHARED, VIETNAMESE_SHARED } from "../shared-texts.ts";
import { ENGLISH_CORPUS, VIETNAMESE_CORPUS } from "./corpus-texts.ts";

export { fill } from "../../index/index.ts";

const ENGLISH = {
  answer: {
    question: "Question: {question}",
    verbatim: "Quoted word for word · confidence {percent}%",
    notFound: ENGLISH_SHARED.notFound,
    unknownName: ENGLISH_SHARED.unknownName,
    notFoundAdvice: "Nothing in the documents answers the question well enough to be quoted as its answer.",
    nearest: "The nearest passages, which may not answer it:",
    covers: "The documents ({documents}):",
    searchedOnly: "Only this was searched; ask without a document to search all:",
    coversMore: "and {count} more: /sources lists them.",
    corpusEmpty: ENGLISH_SHARED.noSources,
    noMore: "There are no further quotes.",
    further: "Further quotes",
    sharedBy: "Shared by {name}",
  },
  citation: {
    link: "source",
    page: ENGLISH_SHARED.page,
    pages: ENGLISH_SHARED.pages,
    undated: ENGLISH_SHARED.undated,
    alsoIn: { one: "also in {count} source: {titles}", other: "also in {count} sources: {titles}" },
    alsoInBare: { one: "also in {count} source", other: "also in {count} sources" },
    cut: "[… cut; Context shows the rest]",
    cutPlain: "[… cut]",
  },
  buttons: {
    context: "Context",
    contextNumber: "Context {number}",
    more: "More",
    share: "Share",
    helpful: "Helpful",
    unhelpful: "Not helpful",
    previous: "Previous",
    next: "Next",
    later: "Read on",
    open: "Open one …",
    openSection: "Open a section …",
    openSource: "Open a document …",
    list: "All documents",
  },
  search: {
    title: "Search: {query}",
    range: "Passages {first} to {last}, best first",
    nothing: ENGLISH_SHARED.nothingFound,
    byMeaning: "No passage has these words. These are nearest in meaning; they may be about something else:",
    noFurther: "There are no further passages.",
    advice: "Try fewer or other words, without a document or dates.",
    undatedPassedOver: ENGLISH_SHARED.undatedPassedOver,
  },
  context: {
    title: "Where it stands",
    gone: "This passage is no longer where it was: the document has changed. Please ask again.",
  },
  quote: {
    exact: ENGLISH_SHARED.wordingExact,
    near: ENGLISH_SHARED.wordingNear,
    none: ENGLISH_SHARED.wordingNone,
    noneAdvice: "Try fewer of the words, or /search.",
    copy: "Citation to copy ({style}):",
    file: "The citations ({style}) are in the file.",
    styles: { plain: "plain", markdown: "Markdown", apa: "APA 7", bibtex: "BibTeX" },
  },
  sources: {
    title: "Documents ({count})",
    range: "{first} to {last} of {count}",
    passages: ENGLISH_SHARED.passages,
    characters: ENGLISH_SHARED.sourceLength,
    retrieved: ENGLISH_SHARED.retrieved,
    languages: { en: "English", vi: "Vietnamese" },
    outline: "Sections ({count})",
    noOutline: "This document has no headings.",
    none: ENGLISH_SHARED.noSources,
    noFurther: "There are no documents on this page.",
  },
  help: {
    title: "Accord answers from your documents, word for word",
    about:
      "It writes nothing of its own: every answer is a quote with its source, and where the documents do not say it, it says so.",
    commands: {
      ask: "**/ask** answers a question with up to three quotes; `private` shows them only to you",
      search: "**/search** lists passages, five a page; narrow it by document and date",
      quote: "**/quote** finds some wording and hands you the citation: plain, Markdown, APA or BibTeX",
      sources: "**/sources** lists the documents, or shows one with its sections",
      corpus: "**/corpus** adds, lists, removes and exports this server's own documents, for those who may",
      status: "**/status** shows version, model and size",
    },
    more: "Or mention me with a question, reply to an answer to ask on, or open a message's menu: Apps, **Find sources**, or **Add to corpus** for its files.",
    example: "Try: {example}",
    exampleQuestion: "/ask what will Thang Long sponsor",
  },
  smallTalk: {
    openings: {
      about: "I am Accord.",
      help: "Gladly.",
      greeting: "Hello!",
      apology: "No harm done.",
      thanks: "You are welcome!",
      farewell: "See you!",
      assent: "Good.",
    },
    about: "I answer questions about your documents in their own words, and say where each quote stands.",
    example: "Ask me something like {example}; /help tells what else I can do.",
  },
  status: {
    title: "Accord {version}",
    model: "Model: {model}, {dimension} dimensions",
    corpus: "Documents: {documents} · passages: {passages}",
    latency: "Discord: {gateway} ms · search engine: {engine} ms",
    latencyUnknown: "search engine: {engine} ms",
    running: "Running for {days} d {hours} h {minutes} min",
  },
  error: {
    title: "That did not work.",
    unexpected:
      "Something went wrong on my side, and it has been written down. Please try again in a moment.",
    operator: "Accord is not set up correctly at the moment. Please tell whoever runs it.",
    id: "If it happens again, quote this: {id}",
    hints: {
      "document-unknown": "/sources lists the documents.",
      "document-ambiguous": "Give more of the title, or pick one from the suggestions.",
      "option-invalid": "/help shows how each command is used.",
      "server-documents": "Remove some that nobody needs any more with /corpus, then add it again.",
      "server-bytes":
        "Remove some that nobody needs any more with /corpus, large ones first, then add it again.",
    },
  },
  reading: {
    first: "I am just beginning to read the documents. Please ask again in a moment.",
    some: "I am still reading the documents ({done} of {total}); what is missing may be in those to come. Please ask again in a moment.",
  },
  busy: {
    user: "You are asking faster than I can read. Please try again in {seconds} s.",
    server: "This server is asking a lot at the moment. Please try again in {seconds} s.",
    queue: "Many questions are waiting at the moment. Please try again in {seconds} s.",
    stopping: "I am restarting. Please ask again in a minute.",
  },
  feedback: {
    thanks: "Thank you, noted.",
    thanksReason: "Thank you. Your reason helps whoever looks after the documents.",
    title: "What was wrong?",
    label: "What did you expect to find? (optional)",
    placeholder: "For example: the date is missing, it quotes the wrong institute",
  },
  expired: "I no longer remember this question: questions are forgotten after a while. Please ask again.",
  retired: "I no longer have this command. Discord will soon take it off its list, or when you restart it.",
  notYours: "Only the person who asked can do that.",
  noText: "I can read no text in this message.",
  managersOnly: "Only people who may manage the server can do that, and only in the server.",
  settings: {
    title: "Settings of this server",
    visibility: {
      title: "Who sees an answer, unless the asker says otherwise",
      choices: { public: "Everybody in the channel", private: "Only the person who asked" },
    },
    language: {
      title: "Language of replies (quotes stay in their own)",
      choices: { asker: "That of the asker's Discord", en: "English", vi: "Vietnamese" },
    },
    editors: {
      title: "Who may add and remove documents",
      note: "Beside everybody who may manage the server.",
      none: "No further role",
    },
    channels: {
      title: "Where I answer",
      note: "In these channels and their threads; nothing chosen means everywhere.",
      all: "Everywhere",
    },
    documents: {
      title: "Channels that see some documents only",
      none: "None: every channel sees all documents.",
      more: "and {count} more",
      gone: "{name} (not there now)",
      silent: "nothing is answered here until this is untied",
      note: "/settings documents ties a channel to a document, or unties it.",
    },
  },
  tiedToNothing:
    "This channel is tied to documents that are no longer there, so nothing can be found. Anyone who may manage the server can change that with /settings documents.",
  closed: {
    here: "This server does not want answers in this channel.",
    elsewhere: "Ask me in {channels}.",
  },
  corpus: ENGLISH_CORPUS,
  untitled: "Untitled",
};

/**
 * Everything that the bot says in one language. `{name}` is filled in by `fill`. Commands and their options are called as
 * Discord shows them to people of that language (`commands/`).
 */
export type Texts = typeof ENGLISH;

const VIETNAMESE: Texts = {
  answer: {
    question: "Câu hỏi: {question}",
    verbatim: "Trích nguyên văn · độ tin cậy {percent}%",
    notFound: VIETNAMESE_SHARED.notFound,
    unknownName: VIETNAMESE_SHARED.unknownName,
    notFoundAdvice: "Không có đoạn nào trả lời đủ rõ để trích làm câu trả lời.",
    nearest: "Các đoạn gần nhất, có thể không trả lời câu hỏi:",
    covers: "Các tài liệu hiện có ({documents}):",
    searchedOnly:
      "Mới chỉ tìm trong tài liệu dưới đây; muốn tìm trong tất cả, hãy hỏi mà không chọn tài liệu:",
    coversMore: "và {count} tài liệu khác: xem bằng /tài-liệu.",
    corpusEmpty: VIETNAMESE_SHARED.noSources,
    noMore: "Không còn trích dẫn nào khác.",
    further: "Các trích dẫn khác",
    sharedBy: "{name} chia sẻ",
  },
  citation: {
    link: "nguồn",
    page: VIETNAMESE_SHARED.page,
    pages: VIETNAMESE_SHARED.pages,
    undated: VIETNAMESE_SHARED.undated,
    alsoIn: { one: "cũng có trong {count} nguồn: {titles}", other: "cũng có trong {count} nguồn: {titles}" },
    alsoInBare: { one: "cũng có trong {count} nguồn", other: "cũng có trong {count} nguồn" },
    cut: "[… đã cắt; bấm Ngữ cảnh để xem tiếp]",
    cutPlain: "[… đã cắt]",
  },
  buttons: {
    context: "Ngữ cảnh",
    contextNumber: "Ngữ cảnh {number}",
    more: "Xem thêm",
    share: "Chia sẻ",
    helpful: "Hữu ích",
    unhelpful: "Chưa hữu ích",
    previous: "Trước",
    next: "Sau",
    later: "Đọc tiếp",
    open: "Mở một đoạn …",
    openSection: "Mở một mục …",
    openSource: "Mở một tài liệu …",
    list: "Tất cả tài liệu",
  },
  search: {
    title: "Tìm kiếm: {query}",
    range: "Đoạn {first}–{last}, xếp từ phù hợp nhất",
    nothing: VIETNAMESE_SHARED.nothingFound,
    byMeaning: "Không có đoạn nào chứa những từ này. Các đoạn gần nghĩa nhất, có thể không liên quan:",
    noFurther: "Không còn đoạn nào khác.",
    advice: "Hãy thử ít từ hơn hoặc từ khác, và bỏ giới hạn về tài liệu hay ngày.",
    undatedPassedOver: VIETNAMESE_SHARED.undatedPassedOver,
  },
  context: {
    title: "Vị trí trong tài liệu",
    gone: "Đoạn này không còn ở vị trí cũ: tài liệu đã thay đổi. Vui lòng hỏi lại.",
  },
  quote: {
    exact: VIETNAMESE_SHARED.wordingExact,
    near: VIETNAMESE_SHARED.wordingNear,
    none: VIETNAMESE_SHARED.wordingNone,
    noneAdvice: "Hãy thử ít từ hơn, hoặc dùng /tìm.",
    copy: "Trích dẫn để sao chép ({style}):",
    file: "Các trích dẫn ({style}) nằm trong tệp.",
    styles: { plain: "văn bản thường", markdown: "kiểu Markdown", apa: "kiểu APA 7", bibtex: "kiểu BibTeX" },
  },
  sources: {
    title: "Tài liệu ({count})",
    range: "{first}–{last} trong số {count}",
    passages: VIETNAMESE_SHARED.passages,
    characters: VIETNAMESE_SHARED.sourceLength,
    retrieved: VIETNAMESE_SHARED.retrieved,
    languages: { en: "tiếng Anh", vi: "tiếng Việt" },
    outline: "Các mục ({count})",
    noOutline: "Tài liệu này không có tiêu đề mục.",
    none: VIETNAMESE_SHARED.noSources,
    noFurther: "Trang này không có tài liệu nào.",
  },
  help: {
    title: "Accord trả lời từ tài liệu của bạn, đúng từng chữ",
    about:
      "Accord không tự viết gì: mỗi câu trả lời là một trích dẫn kèm nguồn; tài liệu không nói thì Accord nói rõ là không có.",
    commands: {
      ask: "**/hỏi** trả lời câu hỏi bằng tối đa ba trích dẫn; với `riêng-tư` chỉ mình bạn thấy",
      search: "**/tìm** liệt kê các đoạn, mỗi trang năm đoạn; có thể lọc theo tài liệu và ngày",
      quote: "**/trích-dẫn** tìm một câu chữ và soạn sẵn trích dẫn: thường, Markdown, APA hoặc BibTeX",
      sources: "**/tài-liệu** liệt kê tài liệu, hoặc xem một tài liệu cùng các mục",
      corpus:
        "**/kho-tài-liệu** thêm, liệt kê, gỡ và xuất tài liệu riêng của máy chủ, dành cho người có quyền",
      status: "**/trạng-thái** xem phiên bản, mô hình và số lượng",
    },
    more: "Bạn cũng có thể nhắc tên tôi kèm câu hỏi, trả lời một câu trả lời để hỏi tiếp, hoặc mở trình đơn của tin nhắn: Ứng dụng, **Tìm nguồn**, hoặc **Thêm vào kho tài liệu** để thêm các tệp trong đó.",
    example: "Hãy thử: {example}",
    exampleQuestion: "/hỏi Viện Thăng Long sẽ tài trợ những gì",
  },
  smallTalk: {
    openings: {
      about: "Tôi là Accord.",
      help: "Rất sẵn lòng.",
      greeting: "Xin chào!",
      apology: "Không sao đâu.",
      thanks: "Không có gì!",
      farewell: "Hẹn gặp lại!",
      assent: "Vâng.",
    },
    about: "Tôi trả lời câu hỏi về tài liệu của bạn bằng trích dẫn nguyên văn, kèm nguồn của từng trích dẫn.",
    example: "Bạn có thể hỏi như {example}; xem những việc khác tôi làm được bằng /trợ-giúp.",
  },
  status: {
    title: "Phiên bản Accord {version}",
    model: "Mô hình: {model}, {dimension} chiều",
    corpus: "Tài liệu: {documents} · đoạn: {passages}",
    latency: "Kết nối Discord: {gateway} ms · công cụ tìm kiếm: {engine} ms",
    latencyUnknown: "công cụ tìm kiếm: {engine} ms",
    running: "Đã chạy {days} ngày {hours} giờ {minutes} phút",
  },
  error: {
    title: "Chưa thực hiện được.",
    unexpected: "Đã có lỗi từ phía tôi và lỗi đã được ghi lại. Vui lòng thử lại sau giây lát.",
    operator: "Accord hiện chưa được cài đặt đúng. Vui lòng báo cho người vận hành.",
    id: "Nếu lỗi lặp lại, hãy gửi kèm mã này: {id}",
    hints: {
      "document-unknown": "Xem danh sách tài liệu bằng /tài-liệu.",
      "document-ambiguous": "Hãy ghi rõ hơn tiêu đề, hoặc chọn trong các gợi ý.",
      "option-invalid": "Xem cách dùng từng lệnh bằng /trợ-giúp.",
      "server-documents": "Hãy gỡ bớt tài liệu không còn cần bằng /kho-tài-liệu, rồi thêm lại.",
      "server-bytes":
        "Hãy gỡ bớt tài liệu không còn cần bằng /kho-tài-liệu, trước hết là tệp lớn, rồi thêm lại.",
    },
  },
  reading: {
    first: "Tôi vừa bắt đầu đọc tài liệu. Vui lòng hỏi lại sau giây lát.",
    some: "Tôi vẫn đang đọc tài liệu ({done}/{total}); điều còn thiếu có thể nằm ở phần chưa đọc. Vui lòng hỏi lại sau giây lát.",
  },
  busy: {
    user: "Bạn hỏi nhanh quá, tôi chưa đọc kịp. Vui lòng thử lại sau {seconds} giây.",
    server: "Máy chủ này đang có rất nhiều câu hỏi. Vui lòng thử lại sau {seconds} giây.",
    queue: "Đang có nhiều câu hỏi chờ. Vui lòng thử lại sau {seconds} giây.",
    stopping: "Tôi đang khởi động lại. Vui lòng hỏi lại sau một phút.",
  },
  feedback: {
    thanks: "Cảm ơn, đã ghi nhận.",
    thanksReason: "Cảm ơn. Lý do của bạn giúp ích cho người phụ trách tài liệu.",
    title: "Điều gì chưa đúng?",
    label: "Bạn mong tìm thấy gì? (không bắt buộc)",
    placeholder: "Ví dụ: thiếu ngày tháng, trích nhầm viện khác",
  },
  expired: "Tôi không còn nhớ câu hỏi này: câu hỏi được xóa sau một thời gian. Vui lòng hỏi lại.",
  retired:
    "Lệnh này không còn nữa. Discord sẽ sớm bỏ lệnh khỏi danh sách, hoặc khi bạn khởi động lại Discord.",
  notYours: "Chỉ người hỏi mới làm được việc này.",
  noText: "Tôi không đọc được chữ nào trong tin nhắn này.",
  managersOnly: "Chỉ người quản lý máy chủ mới làm được việc này, và chỉ trong máy chủ.",
  settings: {
    title: "Cài đặt của máy chủ này",
    visibility: {
      title: "Ai thấy câu trả lời, trừ khi người hỏi chọn khác",
      choices: { public: "Mọi người trong kênh", private: "Chỉ người hỏi" },
    },
    language: {
      title: "Ngôn ngữ trả lời (trích dẫn giữ nguyên ngôn ngữ gốc)",
      choices: { asker: "Theo Discord của người hỏi", en: "Tiếng Anh", vi: "Tiếng Việt" },
    },
    editors: {
      title: "Ai được thêm và gỡ tài liệu",
      note: "Ngoài những người quản lý máy chủ.",
      none: "Không thêm vai trò nào",
    },
    channels: {
      title: "Tôi trả lời ở đâu",
      note: "Trong các kênh này và luồng của chúng; không chọn gì nghĩa là ở mọi nơi.",
      all: "Mọi nơi",
    },
    documents: {
      title: "Các kênh chỉ thấy một số tài liệu",
      none: "Không có: mọi kênh đều thấy toàn bộ tài liệu.",
      more: "và {count} mục nữa",
      gone: "{name} (hiện không có)",
      silent: "ở đây không có câu trả lời nào cho đến khi gỡ liên kết",
      note: "Lệnh /cài-đặt tài-liệu liên kết một kênh với một tài liệu, hoặc gỡ liên kết.",
    },
  },
  tiedToNothing:
    "Kênh này được liên kết với những tài liệu không còn nữa nên không tìm được gì. Người quản lý máy chủ có thể đổi bằng /cài-đặt tài-liệu.",
  closed: {
    here: "Máy chủ này không muốn tôi trả lời trong kênh này.",
    elsewhere: "Hãy hỏi tôi ở {channels}.",
  },
  corpus: VIETNAMESE_CORPUS,
  untitled: "Không có tiêu đề",
};

const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, vi: VIETNAMESE };

/** Every text of the bot in that language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

/** The language for a Discord locale (`vi`, `en-GB`, ...), default English. */
export function chooseLanguage(locale: string | null | undefined): Language {
  return /^vi(?![a-z])/i.test(locale ?? "") ? "vi" : "en";
}
