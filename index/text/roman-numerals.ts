/** Roman numerals from one on, in small letters: as many as lists and chapters have. */
export const ROMAN_NUMERALS: readonly string[] =
  "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");
