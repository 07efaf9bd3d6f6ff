import { compose } from "../text/compose.ts";

/**
 * Lines that belong to a page and not to what its author wrote. A line is furniture only if it matches as a whole, so
 * that a sentence that mentions "comments" stays a sentence.
 */
const FURNITURE: readonly RegExp[] = [
  // Counters: "Online : 5", "Hit Counter : 2830611", "Visitor Counter", "Lượt xem: 12".
  /^(?:(?:hit|visitor|visit|page)s? ?(?:counter|views?)|(?:visitors|views?|hits|online|likes?|shares?)|(?:số )?lượt (?:xem|truy cập|đọc)|đang (?:truy cập|online|xem)|tổng (?:số )?(?:lượt )?truy cập)\s*[:(]?\s*[\d.,]*\s*\)?$/iu,
  // Comment and share bars.
  /^(?:(?:leave|post|add) a )?(?:comments?|repl(?:y|ies)|bình luận|ý kiến)\s*[:(]?\s*\d*\s*\)?$/iu,
  /^(?:share(?: this)?(?: (?:on|via)(?: \S+){1,3})?|print(?: this page)?|e-?mail|tweet|like|bookmark|send|download|chia sẻ|in (?:bài(?: viết)?|trang)|gửi (?:email|bài)|lưu bài)\s*:?$/iu,
  // Navigation.
  /^(?:home|menu|search|sitemap|contact(?: us)?|about us|log ?in|sign (?:in|up)|back(?: to (?:top|list|home))?|previous|next|read (?:more|also)|see (?:more|also)|related (?:news|articles?|posts?)|other news|most (?:read|viewed)|skip to (?:main )?content|trang chủ|liên hệ|đăng nhập|tìm kiếm|quay lại|về đầu trang|xem thêm|đọc thêm|tin (?:liên quan|khác|mới)|các tin khác|bài (?:viết )?liên quan)\s*[:»>.…]*$/iu,
  /^(?:[^.!?>»›|]{1,30} [>»›] (?!\p{N})){1,6}[^.!?>»›|]{1,60}$/u,
  // Notices of the site itself.
  /^(?:the |this )?(?:web ?)?(?:site|page) is (?:currently )?under (?:configuration|construction|maintenance).{0,40}$/iu,
  /^(?:will be available|coming|available) soon[.…!]*$/iu,
  /^(?:we|this (?:web)?site) uses? cookies\b.{0,200}$/iu,
  /^(?:©|(?:\(c\)|copyright|bản quyền)\s*(?:©|\(c\)|\d{4}|by\b|thuộc\b|:)|all rights reserved).{0,120}$/iu,
  /^(?:.{1,120}[.,;|–—-]\s*)(?:all rights reserved|bảo lưu mọi quyền|mọi quyền được bảo lưu)[.!]?$/iu,
  /^(?:[^.!?]{1,80}\|\s*)?(?:©|&copy;).{0,120}$/iu,
  /^[^.!?]{1,80}\s(?:©|&copy;)\s*\d{4}(?:\s*[-–]\s*\d{4})?\.?$/iu,
  // Other pages in one row: "Other news: A | B | C".
  /^(?:(?:related|other|more) news|(?:các )?tin (?:liên quan|khác))\s*:\s*[^|]+(?:\|[^|]+)+$/iu,
  /^e-?publication\s*:?$/iu,
  // Credits and sources: eight words, or no sentence.
  /^(?:source|nguồn|theo|photos?|images?|ảnh|hình|tác giả|author|by)\s*:\s*(?=\S.{0,160}$)(?:\S+(?:\s\S+){0,7}|.*[^.!?])$/iu,
  /^(?:text|news|words|story|tin|bài)\s*(?:,|&|and|và)\s*(?:photos?|pictures?|ảnh)\s*:\s*\S+(?:\s\S+){0,6}$/iu,
  // A line that is only a web address, a date or a time.
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:\d{1,2}[:h]\d{1,2}['’"”]?(?:\s*(?:am|pm))?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:[\s,|-]+(?:\d{1,2}[:h]\d{1,2}['’"”]?(?:\s*(?:am|pm))?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}))*$/iu,
  /^[*_([\s–—-]*(?:page|trang) \d{1,4}(?: (?:of|\/|trên) \d{1,4})?[*_)\]\s–—-]*$/iu,
  // Lines without a letter: page numbers, rules, dots.
  // But for a table's row of figures.
  /^(?!\|.*\d.*\|)[^\p{L}]{1,40}$/u,
];

/** Words of share bars and counters that are too common to be furniture alone. */
const IN_BARS =
  /^(?:facebook|zalo|twitter|x|linkedin|youtube|telegram|whatsapp|messenger|bản in|in trang|quay lại|thích|gửi email|send to friends?|site policy|privacy(?: policy)?|page top|total(?: visits)?|today|yesterday|visited|visitors online|hôm nay|hôm qua|(?:các )?tin khác|top|newest|oldest|most viewed|(?:font size|cỡ chữ)(?:\s*:?(?:\s*a[-+]?){0,3})|(?:share|chia sẻ)\s*:\s*(?:facebook|zalo|twitter|linkedin)|copy link|(?:a[-+]?\s*){1,3})?\s*:?\s*[\d.,]*$/iu;
const BAR_GAP = /\s*\|\s*|\t|\s{2,}/u;
/** Before a date in such a bar; alone, the line tells when something was written. */
const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?\s+(?=\d)/iu;
/** UTF-16 code units of a row of buttons or counters. */
const LONGEST_BAR = 200;

/** Whether a line, taken alone, is page furniture. */
export function isFurniture(line: string): boolean {
  const trimmed = compose(line).trim();
  return FURNITURE.some((pattern) => pattern.test(trimmed)) || isBar(trimmed) || isMenu(trimmed);
}

/** Whether a line is a row of buttons or counters: "Share:   Facebook   Print", "Bản in | Gửi email | Quay lại". */
function isBar(line: string): boolean {
  if (line.length > LONGEST_BAR || !BAR_GAP.test(line) || line.startsWith("|") || !/\p{L}/u.test(line))
    return false;
  return line
    .split(BAR_GAP)
    .map((part) => part.replace(/^\[(.*)\]$/u, "$1").replace(WEEKDAY, ""))
    .every((part) => IN_BARS.test(part) || FURNITURE.some((pattern) => pattern.test(part)));
}

/** Whether a line is a site's menu: "Home | About | Contact", "Trang chủ / Biển đảo / Môi trường". */
function isMenu(line: string): boolean {
  if (line.length > LONGEST_BAR || !/^(?:home(?:page)?|trang chủ)(?!\p{L})/iu.test(line)) return false;
  const [first = "", ...others] = line.split(MENU_GAP);
  return (
    /^(?:home(?:page)?|trang chủ)$/iu.test(first) &&
    others.length >= 2 &&
    others.every((part) => part !== "" && part.length <= LONGEST_ENTRY && !/[.!?:,]/u.test(part))
  );
}

const MENU_GAP = /\s*[|/•·]\s*|\s{2,}/u;
/** UTF-16 code units of one entry of a menu. */
const LONGEST_ENTRY = 40;

/** A longer line tells more than what a picture shows. UTF-16 code units. */
const LONGEST_CAPTION = 300;

const CAPTIONS: readonly RegExp[] = [
  // Who stands where: "(Left)", "(từ trái sang)".
  /[([](?:left|right|cent(?:er|re)|middle|(?:from )?left to right|from left|l-r|trái|phải|giữa|từ trái(?: sang(?: phải)?)?)[)\]]/iu,
  // A label: "Figure 3", "Ảnh: ...", "Picture - ...".
  /^[([]?(?:photos?|pictures?|figure|fig\.|images?|ảnh|hình(?: ảnh)?)\s*(?:[:.–(-]|\d|$)(?!.*[!?]$)/iu,
  // What is seen, unless it is a whole sentence.
  /^(?:(?:photo|picture|image) (?:of|by|from|taken)|(?:một số )?(?:hình )?ảnh (?:buổi|lễ|hội|đoàn|chụp|lưu niệm|tư liệu|minh họa)|toàn cảnh (?:buổi|lễ|hội|cuộc|phiên)|(?:(?:a )?view of|overview(?: of)?) (?:the )?(?:meeting|conference|workshop|seminar|ceremony|(?:working )?session|talks|event|signing)|group photo)(?!\p{L})(?!.*[.!?:;]$)/iu,
  /\b(?:present(?:s|ed)? (?:a )?souvenirs?|pose(?:s|d)? for (?:a )?(?:group )?photo|take(?:s|n)? (?:a )?(?:souvenir|group) photo|chụp ảnh lưu niệm|trao quà lưu niệm)(?!\p{L})(?!.*[.!?:;]$)/iu,
];

/** Whether a line describes a picture: "(Left)", "Overview of the meeting", a line that begins "Photo of". */
export function isCaption(line: string): boolean {
  // Before anything is stripped: a line may be of any length.
  if (line.length > 2 * LONGEST_CAPTION) return false;
  // Markdown sets a caption in italics.
  const trimmed = compose(line)
    .trim()
    .replace(/^[*_]{1,3}|[*_]{1,3}$/gu, "");
  return trimmed.length <= LONGEST_CAPTION && CAPTIONS.some((pattern) => pattern.test(trimmed));
}
