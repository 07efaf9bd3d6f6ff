/** What the command line and the bot say in the same words, in English. */
export const ENGLISH_SHARED = {
  notFound: "The documents do not say this.",
  unknownName: "No document mentions “{name}”.",
  page: "p. {page}",
  pages: "pp. {page}",
  undated: "undated",
  retrieved: "retrieved on {date}",
  nothingFound: "No passage fits.",
  undatedPassedOver: {
    one: "1 document without a date was not looked at.",
    other: "{count} documents without a date were not looked at.",
  },
  wordingExact: "The documents say exactly this:",
  wordingNear: "The documents do not say exactly this. The nearest wording:",
  wordingNone: "The documents say nothing like this.",
  noSources: "There are no documents yet.",
  passages: { one: "{count} passage", other: "{count} passages" },
  sourceLength: { one: "{count} character", other: "{count} characters" },
  sourcePages: { one: "{count} page", other: "{count} pages" },
  restored: "Put back: {title}",
};

/** The same in Vietnamese. */
export const VIETNAMESE_SHARED: typeof ENGLISH_SHARED = {
  notFound: "Tài liệu không nói về điều này.",
  unknownName: "Không tài liệu nào nhắc đến “{name}”.",
  page: "tr. {page}",
  pages: "tr. {page}",
  undated: "không rõ ngày",
  retrieved: "truy cập ngày {date}",
  nothingFound: "Không có đoạn nào phù hợp.",
  undatedPassedOver: {
    one: "1 tài liệu không rõ ngày nên không được xét đến.",
    other: "{count} tài liệu không rõ ngày nên không được xét đến.",
  },
  wordingExact: "Tài liệu viết đúng như vậy:",
  wordingNear: "Tài liệu không viết đúng như vậy. Cách viết gần nhất:",
  wordingNone: "Tài liệu không có câu nào tương tự.",
  noSources: "Chưa có tài liệu nào.",
  passages: { one: "{count} đoạn", other: "{count} đoạn" },
  sourceLength: { one: "{count} ký tự", other: "{count} ký tự" },
  sourcePages: { one: "{count} trang", other: "{count} trang" },
  restored: "Đã khôi phục: {title}",
};
