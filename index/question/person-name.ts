import type { Language } from "../document.ts";
import { foldText } from "../text/fold.ts";

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|sir|ts|gs|pgs|ths|tien si|giao su|thac si|bac si|(?:ong|ba|thay)(?! (?:hieu|giam|chu|truong|pho|vien)\b))\b/;

/** Words before a name that are no part of it, folded. */
const TITLE_WORDS = new Set(
  "mr mrs ms dr prof professor sir ong ba anh chi em co thay ts gs pgs ths bs".split(" "),
);
const TITLE_PAIRS = new Set(["tien si", "giao su", "thac si", "bac si", "dong chi"]);

/** Family names that begin no Vietnamese word for an office: "Trương" is left out, which is folded like "trưởng". */
const FAMILY_NAMES = new Set(
  "nguyen tran le pham hoang huynh phan vo dang bui ngo duong dinh trinh dao luu kieu quach".split(" "),
);

/** Family names that other words are folded like: with diacritics only these, and never before what somebody does. */
const RARER_FAMILY_NAMES = new Set(
  "vũ lâm khúc tạ mai lương lý tống triệu mạc phùng tăng giang âu ninh hồ đàm thạch diệp hứa vương nghiêm hà".split(
    " ",
  ),
);
const RARER_WITHOUT_DIACRITICS = new Set([...RARER_FAMILY_NAMES].map(foldText));
const OFFICE_WORDS =
  /\b(?:giam doc|vien|truong|phu trach|hien nay|ky thuat|chu tich|dai dien|nguoi|doan|phong|ban|khoa|so|bo|tro|hoc|to chuc)\b/;

/** Words that follow "who is" without naming anybody: what somebody does or holds. */
const NO_NAME =
  /^(?:\w+(?:ed|ing)|not|there|this|that|chosen|given|sent|made|taken|shown|told|paid|put|seen|born|known|present|able|eligible|(?:vice|deputy|acting|current|former|new) \w+|rector|director|dean|chair(?:man|woman)?|president|minister|secretary|ambassador|head)\b/;

/**
 * Whether words of a question are somebody's name: by their capitals, or by a title or a family name where it has none.
 *
 * @param words folded
 * @param written the same words as they stand in the question
 */
export function isPersonName(
  words: readonly string[],
  written: readonly string[],
  language: Language,
): boolean {
  const text = words.join(" ");
  if (TITLES.test(text)) return true;
  const isCapital = written.map((word) => /^\p{Lu}/u.test(word));
  // The first word of a question has a capital anyway.
  const hasCapitals = isCapital.slice(language === "vi" ? 1 : 0).includes(true);
  const isShouted = !written.some((word) => /\p{Ll}/u.test(word));
  if (hasCapitals && !isShouted) return isCapital[0] === true && isCapital[1] === true;
  if (language === "en") return !NO_NAME.test(text);
  return (
    isFamilyName(words[0] ?? "") ||
    (words.length > 2 && !OFFICE_WORDS.test(text) && isRarerFamilyName(written[0] ?? ""))
  );
}

/** Whether a word is such a family name, or is written without diacritics like one. */
function isRarerFamilyName(written: string): boolean {
  const word = written.normalize("NFC").toLowerCase();
  return RARER_FAMILY_NAMES.has(word) || RARER_WITHOUT_DIACRITICS.has(word);
}

/** Further family names, folded: somebody's name may begin with them, few places do. */
const OTHER_FAMILY_NAMES = new Set(
  "an bach be cao cap cha chan chau che chen chu cong cu danh dau do doan doi don dong giap han hu kha khong khuat khuong kim ky la lac lai lang lim lo lu luc ma man mao min nguy nhan nhu nong ong phi phu pho quan que sam son sun thai than thi thieu tieu to ton tra truong tu ung van vi vien xa xu yen".split(
    " ",
  ),
);

/** Whether somebody's name may begin with a folded Vietnamese word: "Hoa An" is a place, and "Bình Minh". */
export function mayBeginName(word: string): boolean {
  return FAMILY_NAMES.has(word) || RARER_WITHOUT_DIACRITICS.has(word) || OTHER_FAMILY_NAMES.has(word);
}

/** Whether a folded word is one of the commonest Vietnamese family names. */
export function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.has(word);
}

/**
 * How many words before a name are titles and no part of it: 3 in "GS TS bà Lê Thị Anh", where "Anh" is a given name.
 *
 * @param words folded; the last of them is never a title
 */
export function countTitles(words: readonly string[]): number {
  let count = 0;
  while (count < words.length - 1) {
    const [first = "", second = ""] = words.slice(count);
    if (TITLE_PAIRS.has(`${first} ${second}`) && count + 2 < words.length) count += 2;
    else if (TITLE_WORDS.has(first)) count++;
    else break;
  }
  return count;
}
