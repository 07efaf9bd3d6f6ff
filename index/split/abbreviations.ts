/**
 * Words after which a full stop ends no sentence, in lower case without the stop. Add yours: a wrong break cuts a
 * quote in two, a missing one makes it longer.
 */
const ALWAYS = new Set(
  `mr mrs ms mx dr prof assoc asso asst adj hon rev fr sr jr st gen col capt lt sgt gov sen rep amb min dir
  phd ph.d msc m.sc ir
  vs cf approx dept univ inst assn bros ed eds eng
  e.g i.e
  gs pgs ts ths bs ks cn ncs tskh gs.ts pgs.ts gs.tskh pgs.tskh ths.bs ts.bs pgs.ts.bs bscki bsckii cki ckii tp tx tt q p h ubnd đ đc`.split(
    /\s+/,
  ),
);

/** Words after which a full stop ends no sentence where a number follows: "No. 850", "Art. 3". */
const BEFORE_NUMBER = new Set(
  `no nos nr art arts sec para vol vols ch chap fig figs p pp pt op ref tel ext dist rm ver v decree circular
  jan feb mar apr jun jul aug sep sept oct nov dec điều khoản số`.split(/\s+/),
);

/** Nothing but the number of a clause: "4.1." stands before its first sentence. */
const CLAUSE = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.$/u;

/** With white space around it. UTF-16 code units. */
const LONGEST_ABBREVIATION = 64;

/**
 * Whether a full stop at the end of `before` belongs to an abbreviation, an initial or a list number, so that `after`
 * goes on with the same sentence.
 */
export function isAbbreviation(before: string, after: string): boolean {
  // Only the end is looked at: a sentence of many abbreviations would take time by the square of its length.
  const end = before.slice(-LONGEST_ABBREVIATION).trimEnd();
  if (CLAUSE.test(end)) return true;
  const word = /(?:^|[\s([{“"'‘/,;:–-])([\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}]+)*)\.$/u.exec(end)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (lower === "min" && /\p{N}\s*min\.$/iu.test(end)) return false;
  // "Assoc.Prof." is written without a space, too.
  if (ALWAYS.has(lower) || lower.split(".").every((part) => ALWAYS.has(part))) return true;
  if (BEFORE_NUMBER.has(lower) && /^\p{N}/u.test(after)) return true;
  // An initial ("J. Baker") or letters with stops ("U.S. Embassy"); the number of a list entry ("1. Training", "Annexes: 1. Forms;
  // 2. Fees"), but not "Teachers: 12.".
  return (
    /^\p{Lu}(?:\.\p{Lu})*$/u.test(word) ||
    (/^\p{N}{1,2}$/u.test(word) && /(?:^\s*|:\s+(?=1\.)|;\s+)\p{N}+\.$/u.test(end))
  );
}
