import type { Language } from "../document.ts";
import { detectLanguage } from "../text/language.ts";

/** How Vietnamese office workers shorten words in chat. What also is an English word or a common abbreviation of a name is left out. */
const SHORTHAND: Readonly<Record<string, string>> = {
  bc: "báo cáo",
  bn: "bao nhiêu",
  bv: "bệnh viện",
  cb: "cán bộ",
  cty: "công ty",
  ctr: "chương trình",
  đc: "được",
  dc: "được",
  dh: "đại học",
  đh: "đại học",
  dn: "doanh nghiệp",
  gv: "giảng viên",
  hd: "hợp đồng",
  hđ: "hợp đồng",
  hp: "học phí",
  hs: "học sinh",
  hv: "học viên",
  ko: "không",
  kp: "kinh phí",
  ktx: "ký túc xá",
  mn: "mọi người",
  ncs: "nghiên cứu sinh",
  nck: "nghiên cứu khoa học",
  nckh: "nghiên cứu khoa học",
  nd: "nội dung",
  ntn: "như thế nào",
  nv: "nhân viên",
  qđ: "quyết định",
  sv: "sinh viên",
  tg: "thời gian",
  tn: "tốt nghiệp",
  tp: "thành phố",
  trg: "trường",
  tthuan: "thỏa thuận",
  vn: "Việt Nam",
};

/** And English ones: folded words with what they stand for. */
const ENGLISH_SHORTHAND: Readonly<Record<string, string>> = {
  "1st": "first",
  "2nd": "second",
  "3rd": "third",
  "4th": "fourth",
  "5th": "fifth",
  "6th": "sixth",
  "7th": "seventh",
  "8th": "eighth",
  "9th": "ninth",
  "10th": "tenth",
  acad: "academic",
  amt: "amount",
  appl: "application",
  approx: "approximately",
  coop: "cooperation",
  dept: "department",
  docs: "documents",
  edu: "education",
  fac: "faculty",
  gov: "government",
  govt: "government",
  hq: "headquarters",
  info: "information",
  intl: "international",
  lang: "language",
  lvl: "level",
  max: "maximum",
  mgmt: "management",
  mgr: "manager",
  min: "minimum",
  mtg: "meeting",
  ppl: "people",
  prog: "programme",
  proj: "project",
  qty: "quantity",
  rep: "representative",
  reps: "representatives",
  req: "requirement",
  reqs: "requirements",
  sched: "schedule",
  schol: "scholarship",
  sem: "semester",
  tech: "technology",
  uni: "university",
  univ: "university",
  unis: "universities",
  wks: "weeks",
  yrs: "years",
};

/** What a shortened word of an English question stands for; the word itself where it is none. */
export function writeOutWord(word: string): string {
  return Object.hasOwn(ENGLISH_SHORTHAND, word) ? (ENGLISH_SHORTHAND[word] ?? word) : word;
}

/** A shortened word; a full stop may end it, but "x.hp" is no sentence and "tp." belongs to a name. */
const SHORT_WORD = /(?<![\p{L}\p{N}.])(?!tp\.)\p{Ll}{2,6}(?![\p{L}\p{N}]|\.+[\p{L}\p{N}])/gu;

/** Writes out the shortened words of a Vietnamese question; everything else stays as it is. */
export function writeOut(text: string): string {
  return text.replace(SHORT_WORD, (word) => (isShort(word) ? (SHORTHAND[word] ?? word) : word));
}

/**
 * The language of a question. Shortened words look like no Vietnamese; where there are some, the others decide, and two
 * without any others are Vietnamese.
 */
export function detectQuestionLanguage(text: string): Language {
  let count = 0;
  const rest = text.replace(SHORT_WORD, (word) => {
    if (!isShort(word)) return word;
    count++;
    return "";
  });
  const others = rest.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (count === 0 || (count === 1 && others < 2)) return detectLanguage(text);
  return others === 0 ? "vi" : detectLanguage(rest);
}

function isShort(word: string): boolean {
  return Object.hasOwn(SHORTHAND, word);
}
