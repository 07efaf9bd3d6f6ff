/**
 * Words that the Vietnamese question forms mean, by their folded spelling. "Đầu", "máy" and "gia" are folded like "đâu",
 * "mấy" and "giá", and ask for nothing.
 */
const MEANT: Readonly<Record<string, string>> = {
  ai: "ai",
  ba: "bà",
  chi: "chi",
  cho: "chỗ",
  dau: "đâu",
  gia: "giá",
  han: "hạn",
  luong: "lương",
  may: "mấy",
  nao: "nào",
  ngay: "ngày",
  nham: "nhằm",
  noi: "nơi",
  phi: "phí",
  quy: "quý",
  tinh: "tỉnh",
  ton: "tốn",
  tra: "trả",
};

/**
 * Marks with "_" each folded word of a Vietnamese question that is another than the forms mean. Where the question is
 * written without diacritics nobody can tell, and only abbreviations ("AI") are marked.
 *
 * @param words folded
 * @param written the same words as they stand in the question
 */
export function markHomographs(words: readonly string[], written: readonly string[]): string[] {
  const spelled = written.map((word) => word.normalize("NFC").toLowerCase());
  const hasDiacritics = spelled.some((word) => /[\p{M}đ]/u.test(word.normalize("NFD")));
  const isShouted = !written.some((word) => /\p{Ll}/u.test(word));
  return words.map((word, at) => {
    const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
    if (meant === undefined) return word;
    const isAbbreviation = !isShouted && /^\p{Lu}{2,}$/u.test(written[at] ?? "");
    return isAbbreviation || (hasDiacritics && spelled[at] !== meant) ? `${word}_` : word;
  });
}
