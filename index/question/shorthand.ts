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

/** Writes out the shortened words of a Vietnamese question; everything else stays as it is. */
export function writeOut(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}.])\p{Ll}{2,6}(?![\p{L}\p{N}.])/gu, (word) => SHORTHAND[word] ?? word);
}
