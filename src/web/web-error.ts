import { type ErrorText, fill, fillErrorText, type Language, type Values } from "../../index/index.ts";

/** Why a page was not fetched, for whoever asked for it; a text and a hint each. `{name}` is filled in. */
const WEB_ERRORS = {
  "url-invalid": {
    en: {
      text: "This is not the address of a web page.",
      hint: "Copy it whole from the browser; it begins with https:// or http://.",
    },
    vi: {
      text: "Đây không phải địa chỉ của một trang web.",
      hint: "Hãy sao chép nguyên địa chỉ từ trình duyệt; địa chỉ bắt đầu bằng https:// hoặc http://.",
    },
  },
  "url-scheme": {
    en: {
      text: "Only web pages are fetched, not {scheme} addresses.",
      hint: "Give an address that begins with https:// or http://, or add the document as a file.",
    },
    vi: {
      text: "Chỉ tải được trang web, không tải được địa chỉ {scheme}.",
      hint: "Hãy đưa địa chỉ bắt đầu bằng https:// hoặc http://, hoặc thêm tài liệu dưới dạng tệp.",
    },
  },
  "url-credentials": {
    en: {
      text: "The address holds a user name or a password.",
      hint: "Leave it out. A page that needs it can be saved in the browser and added as a file.",
    },
    vi: {
      text: "Địa chỉ có chứa tên người dùng hoặc mật khẩu.",
      hint: "Hãy bỏ phần đó đi. Trang cần đăng nhập có thể được lưu từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "url-port": {
    en: {
      text: "The port {port} of this address is not one that web pages are fetched from.",
      hint: "These are: {ports}. Save the page in the browser and add it as a file.",
    },
    vi: {
      text: "Không tải trang web từ cổng {port} của địa chỉ này.",
      hint: "Các cổng được phép: {ports}. Hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "address-private": {
    en: {
      text: "{host} is not on the public internet, and only public pages are fetched.",
      hint: "Save the page in the browser and add it as a file.",
    },
    vi: {
      text: "{host} không nằm trên internet công cộng; chỉ tải được các trang công khai.",
      hint: "Hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "host-unknown": {
    en: {
      text: "There is no web site called {host}.",
      hint: "Check how the address is spelt, and whether it opens in a browser.",
    },
    vi: {
      text: "Không có trang web nào tên là {host}.",
      hint: "Hãy kiểm tra chính tả của địa chỉ và thử mở bằng trình duyệt.",
    },
  },
  unreachable: {
    en: {
      text: "{host} cannot be reached ({reason}).",
      hint: "Check whether the page opens in a browser, and try again later. Accord goes to the web directly, never by a proxy.",
    },
    vi: {
      text: "Không kết nối được với {host} ({reason}).",
      hint: "Hãy thử mở trang bằng trình duyệt và thử lại sau. Accord truy cập web trực tiếp, không qua proxy.",
    },
  },
  certificate: {
    en: {
      text: "{host} cannot prove that it is {host} ({reason}).",
      hint: "Its certificate has to be mended by its owner. Until then: save the page in the browser and add it as a file.",
    },
    vi: {
      text: "{host} không chứng minh được danh tính của mình ({reason}).",
      hint: "Chủ trang web cần sửa chứng chỉ. Trong lúc chờ, hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "robots-refused": {
    en: {
      text: "{host} asks programs not to fetch this page (robots.txt).",
      hint: "Accord respects that. Save the page in the browser and add it as a file.",
    },
    vi: {
      text: "{host} yêu cầu các chương trình không tải trang này (robots.txt).",
      hint: "Accord tôn trọng yêu cầu đó. Hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "robots-unknown": {
    en: {
      text: "{host} does not say now what programs may fetch (its robots.txt: {reason}).",
      hint: "Until it does nothing is fetched from it: try again later.",
    },
    vi: {
      text: "{host} hiện không cho biết chương trình được tải những gì (robots.txt: {reason}).",
      hint: "Khi chưa biết thì không tải gì từ trang này: hãy thử lại sau.",
    },
  },
  "robots-long": {
    en: {
      text: "{host} says at such length what programs may fetch (robots.txt) that it cannot be followed.",
      hint: "Save the page in the browser and add it as a file.",
    },
    vi: {
      text: "robots.txt của {host} quá dài nên không xét được chương trình được tải những gì.",
      hint: "Hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  "not-found": {
    en: {
      text: "{host} has no page at this address (HTTP {status}).",
      hint: "Check whether it opens in a browser; the page may have been moved.",
    },
    vi: {
      text: "{host} không có trang nào tại địa chỉ này (HTTP {status}).",
      hint: "Hãy thử mở bằng trình duyệt; có thể trang đã được chuyển đi.",
    },
  },
  forbidden: {
    en: {
      text: "{host} does not show this page to everybody (HTTP {status}).",
      hint: "If it opens in your browser, save it there and add it as a file.",
    },
    vi: {
      text: "{host} không cho mọi người xem trang này (HTTP {status}).",
      hint: "Nếu trình duyệt của bạn mở được, hãy lưu trang rồi thêm dưới dạng tệp.",
    },
  },
  "server-busy": {
    en: {
      text: "{host} has too much to do just now (HTTP {status}).",
      hint: "Try again in a few minutes.",
    },
    vi: {
      text: "{host} hiện đang quá tải (HTTP {status}).",
      hint: "Hãy thử lại sau vài phút.",
    },
  },
  "server-error": {
    en: {
      text: "{host} gave no page but an error (HTTP {status}).",
      hint: "Check whether it opens in a browser, and try again later.",
    },
    vi: {
      text: "{host} không trả về trang mà báo lỗi (HTTP {status}).",
      hint: "Hãy thử mở bằng trình duyệt và thử lại sau.",
    },
  },
  redirects: {
    en: {
      text: "The address redirects more than {most} times.",
      hint: "Open it in a browser and copy the address where it ends.",
    },
    vi: {
      text: "Địa chỉ chuyển hướng hơn {most} lần.",
      hint: "Hãy mở bằng trình duyệt và sao chép địa chỉ cuối cùng.",
    },
  },
  "type-unsupported": {
    en: {
      text: "What {host} has there is of a kind that is not read ({type}).",
      hint: "Pages, PDF, DOCX, Markdown, text and saved e-mails (EML) are.",
    },
    vi: {
      text: "Nội dung tại {host} thuộc loại không đọc được ({type}).",
      hint: "Đọc được: trang web, PDF, DOCX, Markdown, văn bản và thư điện tử đã lưu (EML).",
    },
  },
  "too-large": {
    en: {
      text: "The page has more than {megabytes} MB.",
      hint: "Look for a smaller version of it, or add the part that matters as a file.",
    },
    vi: {
      text: "Trang lớn hơn {megabytes} MB.",
      hint: "Hãy tìm bản nhỏ hơn, hoặc thêm phần cần thiết dưới dạng tệp.",
    },
  },
  "too-slow": {
    en: {
      text: "{host} kept us waiting for more than {seconds} seconds.",
      hint: "Try again later, or save the page in the browser and add it as a file.",
    },
    vi: {
      text: "{host} không phản hồi trong {seconds} giây.",
      hint: "Hãy thử lại sau, hoặc lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
  broken: {
    en: {
      text: "What came from {host} was broken off or garbled ({reason}).",
      hint: "Try again; if it happens again, save the page in the browser and add it as a file.",
    },
    vi: {
      text: "Dữ liệu từ {host} bị ngắt giữa chừng hoặc bị hỏng ({reason}).",
      hint: "Hãy thử lại; nếu vẫn lỗi, hãy lưu trang từ trình duyệt rồi thêm dưới dạng tệp.",
    },
  },
} as const satisfies Record<string, Record<Language, ErrorText>>;

/** What can be the matter with a page. */
export type WebErrorCode = keyof typeof WEB_ERRORS;

/** Every reason, by name. */
export const WEB_ERROR_CODES = Object.keys(WEB_ERRORS) as readonly WebErrorCode[];

/** A page that was not fetched, and why. Its `message` is the English text. */
export class WebError extends Error {
  override readonly name = "WebError";
  readonly code: WebErrorCode;
  /** Hosts, numbers and names of protocols only: nothing that a page's author could have worded. */
  readonly values: Values;

  constructor(code: WebErrorCode, values: Values = {}, options?: ErrorOptions) {
    super(fill(WEB_ERRORS[code].en.text, values), options);
    this.code = code;
    this.values = values;
  }
}

/** What is wrong and what to do, in the given language. */
export function describeWebError({ code, values }: WebError, language: Language): ErrorText {
  return fillErrorText(WEB_ERRORS[code][language], values);
}
