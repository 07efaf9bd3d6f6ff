/** A number in figures. Thousands apart by a point, a comma or a space, as French and Finnish offices write them. */
export const NUMBER = "\\d{1,3}(?:[., ]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?";

/** A number in words; without "năm", which far more often is a year than a five. */
export const NUMBER_WORD =
  "(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?(?:two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|hai|ba|bốn|sáu|bảy|tám|chín|mười|trăm|nghìn|ngàn|triệu|tỷ)";

/** What may follow a figure: no word that it counts. */
export const COUNTS_NOTHING =
  "(?! ?(?!(?:thousand|million|billion|trillion|nghìn|ngàn|triệu|tỷ|a|an|per|each|every|in|for|and|or|to|is|are|was|were|will|from|by|on|at|with|which|that|mỗi|một|cho|và|từ|để|theo)(?!\\p{L}))\\p{L})";
