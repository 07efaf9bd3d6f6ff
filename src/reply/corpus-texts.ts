import { ENGLISH_SHARED, VIETNAMESE_SHARED } from "../shared-texts.ts";

/** What the bot says of a server's own documents, in English. */
export const ENGLISH_CORPUS = {
  editorsOnly:
    "Only people who may manage the server, or have the role that /settings names, can change its documents, and only in the server.",
  chooseOne: "Give either a file or the address of a page.",
  noAttachments: "This message has no files that could be added.",
  queueFull: "Other documents of this server are still being added. Please try again in a minute.",
  notKept:
    "This document can no longer be put back: it was removed more than a day ago, or is there already.",
  progress: {
    title: "Adding {name}",
    titleOf: "Adding {number} of {count}: {name}",
    waiting: "Waiting until the documents before it are done …",
    downloading: "Downloading …",
    downloaded: "Downloading … {done} of {total}",
    fetching: "Fetching the page …",
    reading: "Reading and indexing …",
    readingCorpus: "Waiting until the documents are read ({done} of {total}) …",
    later:
      "This takes longer than Discord lets me answer. It goes on: /corpus lists the document when it is done.",
  },
  added: {
    one: "Added: {title}",
    several: "Added {count} of {total} files",
    replaced: "It replaces the earlier version.",
    picturePages: {
      one: "Page {labels} is a picture without text and cannot be searched.",
      other: "Pages {labels} are pictures without text and cannot be searched.",
    },
    corrected: "This document is here already, and is now as you describe it: {title}",
    namesake:
      "{other} is another document, so this one is {document}. If it is the newer version, remove the older one: /corpus",
    duplicate: "This document is here already: {title}",
    none: "Nothing was added.",
    askNow: "It can be asked about now.",
    skipped: "Skipped {name}: {reason}",
    more: "… and {count} more files",
  },
  facts: {
    pages: ENGLISH_SHARED.sourcePages,
    rules: {
      "front-matter": "as the file's head says",
      given: "as given",
      "file-name": "from the file's name",
      metadata: "from the file's properties",
      label: "as stated in the text",
      dateline: "from the text's first lines",
      signature: "from the text's end",
    },
  },
  download: {
    gone: "Discord no longer has this file: send it again.",
    slow: "it could not be downloaded from Discord in time: try again.",
    broken: "it could not be downloaded from Discord: try again.",
    stopping: "I am being restarted: add it again in a minute.",
  },
  failed: "something went wrong on my side; it has been written down.",
  list: {
    title: "Documents of this server ({count})",
    none: "This server has no documents of its own yet. /corpus adds some.",
    noFurther: "There are no documents on this page.",
    addedBy: "added by {who} on {when}",
    added: "added on {when}",
    unread: "it cannot be read at the moment",
    restore: "Put back what was removed in the last day …",
    restoreLatest:
      "{count} documents were removed in the last day; the menu has the latest {shown}. Put some back to see the others there.",
  },
  removed: {
    title: "Removed: {title}",
    note: "It is no longer quoted. Undo works until {until}.",
    restored: ENGLISH_SHARED.restored,
    restoredNote: "It can be asked about again.",
    undo: "Undo",
  },
  exported: {
    title: "Documents of this server",
    part: "Documents of this server, {first} to {last}",
    note: "{count} of {total} documents, as they were added, with a list of all (documents.json).",
    tooLarge: "Too large to be sent here: {name}",
    moreTooLarge: "… and {count} more that are too large",
    next: "Next part",
  },
};

/** The same in Vietnamese. */
export const VIETNAMESE_CORPUS: typeof ENGLISH_CORPUS = {
  editorsOnly:
    "Chỉ người quản lý máy chủ, hoặc người có vai trò được chọn trong /cài-đặt, mới thay đổi được tài liệu, và chỉ trong máy chủ.",
  chooseOne: "Hãy đưa một tệp hoặc địa chỉ một trang web.",
  noAttachments: "Tin nhắn này không có tệp nào để thêm.",
  queueFull: "Các tài liệu khác của máy chủ này còn đang được thêm. Vui lòng thử lại sau một phút.",
  notKept: "Không khôi phục được tài liệu này nữa: tài liệu đã bị gỡ hơn một ngày, hoặc đang có sẵn.",
  progress: {
    title: "Đang thêm {name}",
    titleOf: "Đang thêm tệp {number}/{count}: {name}",
    waiting: "Đang chờ các tài liệu trước đó hoàn tất …",
    downloading: "Đang tải xuống …",
    downloaded: "Đang tải xuống … {done}/{total}",
    fetching: "Đang tải trang web …",
    reading: "Đang đọc và lập chỉ mục …",
    readingCorpus: "Đang chờ đọc xong các tài liệu ({done}/{total}) …",
    later:
      "Việc này lâu hơn thời gian Discord cho phép trả lời. Tôi vẫn tiếp tục: khi xong, tài liệu sẽ có trong /kho-tài-liệu.",
  },
  added: {
    one: "Đã thêm: {title}",
    several: "Đã thêm {count}/{total} tệp",
    replaced: "Bản này thay cho bản trước đó.",
    picturePages: {
      one: "Trang {labels} là ảnh không có chữ nên không tìm kiếm được.",
      other: "Các trang {labels} là ảnh không có chữ nên không tìm kiếm được.",
    },
    corrected: "Tài liệu này đã có sẵn; thông tin đã được cập nhật như bạn nêu: {title}",
    namesake:
      "{other} là một tài liệu khác, nên tài liệu này được đặt tên là {document}. Nếu đây là bản mới hơn, hãy gỡ bản cũ: /kho-tài-liệu",
    duplicate: "Tài liệu này đã có sẵn: {title}",
    none: "Chưa thêm được gì.",
    askNow: "Bạn có thể hỏi về tài liệu này ngay bây giờ.",
    skipped: "Bỏ qua {name}: {reason}",
    more: "… và {count} tệp khác",
  },
  facts: {
    pages: VIETNAMESE_SHARED.sourcePages,
    rules: {
      "front-matter": "theo phần đầu tệp",
      given: "theo người thêm",
      "file-name": "theo tên tệp",
      metadata: "theo thuộc tính của tệp",
      label: "ghi trong văn bản",
      dateline: "theo những dòng đầu văn bản",
      signature: "theo cuối văn bản",
    },
  },
  download: {
    gone: "Discord không còn giữ tệp này: hãy gửi lại.",
    slow: "không tải kịp tệp từ Discord: hãy thử lại.",
    broken: "không tải được tệp từ Discord: hãy thử lại.",
    stopping: "tôi đang khởi động lại: hãy thêm lại sau một phút.",
  },
  failed: "đã có lỗi từ phía tôi và lỗi đã được ghi lại.",
  list: {
    title: "Tài liệu của máy chủ này ({count})",
    none: "Máy chủ này chưa có tài liệu riêng. Hãy thêm bằng /kho-tài-liệu.",
    noFurther: "Trang này không có tài liệu nào.",
    addedBy: "{who} thêm ngày {when}",
    added: "thêm ngày {when}",
    unread: "hiện không đọc được",
    restore: "Khôi phục tài liệu bị gỡ trong một ngày qua …",
    restoreLatest:
      "Có {count} tài liệu bị gỡ trong một ngày qua; trong danh sách chọn là {shown} tài liệu mới gỡ nhất. Hãy khôi phục bớt để thấy các tài liệu còn lại.",
  },
  removed: {
    title: "Đã gỡ: {title}",
    note: "Tài liệu không còn được trích dẫn. Có thể hoàn tác đến {until}.",
    restored: VIETNAMESE_SHARED.restored,
    restoredNote: "Bạn lại có thể hỏi về tài liệu này.",
    undo: "Hoàn tác",
  },
  exported: {
    title: "Tài liệu của máy chủ này",
    part: "Tài liệu của máy chủ này, từ {first} đến {last}",
    note: "{count}/{total} tài liệu, nguyên bản như khi được thêm, kèm danh sách đầy đủ (documents.json).",
    tooLarge: "Quá lớn để gửi tại đây: {name}",
    moreTooLarge: "… và {count} tài liệu khác quá lớn",
    next: "Phần tiếp theo",
  },
};
