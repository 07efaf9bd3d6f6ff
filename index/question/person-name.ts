import type { Language } from "../document.ts";
import { foldText } from "../text/fold.ts";

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|sir|ts|gs|pgs|ths|tien si|giao su|thac si|bac si|(?:ong|ba|thay)(?! (?:hieu|giam|chu|truong|pho|vien)\b))\b/;

/** Family names that begin no Vietnamese word for an office: "Trương" is left out, which is folded like "trưởng". */
const FAMILY_NAMES =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vo|dang|bui|ngo|duong|dinh|trinh|dao|luu|kieu|quach)\b/;

/** Family names that other words are folded like: with diacritics only these, and never before what somebody does. */
const RARER_FAMILY_NAMES =
  /^(?:vũ|lâm|khúc|tạ|mai|lương|lý|tống|triệu|mạc|phùng|tăng|giang|âu|ninh|hồ|đàm|thạch|diệp|hứa|vương|nghiêm|hà)$/u;
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
    FAMILY_NAMES.test(text) ||
    (words.length > 2 && !OFFICE_WORDS.test(text) && isRarerFamilyName(written[0] ?? ""))
  );
}

/** Whether a word is such a family name, or is written without diacritics like one. */
function isRarerFamilyName(written: string): boolean {
  const word = written.normalize("NFC").toLowerCase();
  return RARER_FAMILY_NAMES.test(word) || (/^[a-z]+$/.test(word) && FOLDED_RARER.has(word));
}

const FOLDED_RARER = new Set(RARER_FAMILY_NAMES.source.slice(4, -2).split("|").map(foldText));

/** Whether a folded word is one of the commonest Vietnamese family names. */
export function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.test(word);
}

/** Whether a folded word stands before a name and is no part of it. */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word);
}

const HONORIFICS = new Set(
  "ong ba anh chi em co thay ts gs pgs ths bs tien si giao su thac bac dong chi".split(" "),
);
