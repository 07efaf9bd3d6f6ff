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
 * Marks with "_" each folded word of a Vietnamese question whose diacritics make it another than the forms mean, and
 * abbreviations ("AI"). What a word without diacritics means nobody can tell: many questions are written so in part.
 *
 * @param words folded
 * @param written the same words as they stand in the question
 */
export function markHomographs(words: readonly string[], written: readonly string[]): string[] {
  const isShouted = !written.some((word) => /\p{Ll}/u.test(word));
  return words.map((word, at) => {
    const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
    const found = written[at];
    if (meant === undefined || found === undefined) return word;
    const spelled = found.normalize("NFC").toLowerCase();
    const isAbbreviation = !isShouted && /^\p{Lu}{2,}$/u.test(found);
    // "Ai Nghia" in a question without diacritics is a place.
    const isNamed =
      !isShouted && at > 0 && /^\p{Lu}\p{Ll}/u.test(found) && /^\p{Lu}/u.test(written[at + 1] ?? "");
    return isAbbreviation || isNamed || (spelled !== word && spelled !== meant) ? `${word}_` : word;
  });
}
