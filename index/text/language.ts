import type { Language } from "../document.ts";
import { foldText } from "./fold.ts";

// General detectors (trigram statistics) fail on the five words of a question and on Vietnamese without diacritics,
// which is how people type it. Only two languages are told apart here, so function words and syllable shape do.

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE_LETTERS = /[ăâđêôơưàảãạằẳẵặầẩẫậèẻẽẹềểễệìỉĩịòỏõọồổỗộờởỡợùủũụừửữựỳỷỹỵáắấéếíóốớúứý]/iu;

const ENGLISH_WORDS = new Set(
  `the of and to in is are was were what who whom whose which when where why how did does do for with on at by from that this
  will be has have many much not it an as or their its there about between any all list name tell`.split(
    /\s+/,
  ),
);

/** Folded function words of Vietnamese, and words of the field, that are no English words nor common names. */
const VIETNAMESE_WORDS = new Set(
  `la cua va nhung cac mot nao gi ai bao nhieu khi dau duoc se tu den voi trong co khong nay cho ve theo tai boi
  gom nguoi vi sao luc ngay nam duoc nhu o cung da dang hay hoac toi ban vao truoc giua neu phai tung
  vien sinh hoc hoi thoa thuan chuong trinh nghi dinh nghiep`.split(/\s+/),
);

/** Onset, nucleus and coda of a Vietnamese syllable without its diacritics. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(?:uye|uya|uyu|oai|oay|oeo|ieu|yeu|uoi|uou|uay|uy|ia|ie|ya|ye|ua|uo|oa|oe|ai|ao|au|ay|eo|eu|iu|oi|ui|a|e|i|o|u|y)(?:ch|ng|nh|[cmnpt])?$/;

/** Text that is looked at, in UTF-16 code units. */
const LONGEST_SAMPLE = 20_000;

/**
 * Whether a text is English or Vietnamese, with or without diacritics. A text that gives no sign of either
 * (a name, a number) is English.
 */
export function detectLanguage(text: string): Language {
  return detectPassageLanguage(text, "en");
}

/**
 * Whether a sentence or a passage is English or Vietnamese. Names, figures and whatever gives no sign of either are of the
 * given language, which is that of the document around it.
 */
export function detectPassageLanguage(text: string, around: Language): Language {
  const { english, vietnamese } = weighLanguages(text);
  return vietnamese === english ? around : vietnamese > english ? "vi" : "en";
}

/** How much speaks for each language. */
function weighLanguages(text: string): Record<"english" | "vietnamese", number> {
  let english = 0;
  let vietnamese = 0;
  const words = text.slice(0, LONGEST_SAMPLE).match(/[\p{L}\p{M}]+(?:-\p{Ll}[\p{L}\p{M}]*)*/gu) ?? [];
  const isShouted = !/\p{Ll}/u.test(text) && words.length > 1;
  for (const [position, found] of words.entries()) {
    const isMarked = VIETNAMESE_LETTERS.test(found.normalize("NFC"));
    // Of a word with a hyphen the first part tells enough: "Ji-hoon", "e-mail".
    const word = foldText(found).split("-", 1).join("");
    // A name says nothing of the language: not a Vietnamese one in an English sentence, nor the other way round. The first
    // word has its capital anyway, unless the one after it has one too.
    const isName = !isShouted && isCapitalised(found) && (position > 0 || isCapitalised(words[1]));
    // A function word that could be no Vietnamese syllable is hardly an accident.
    if (ENGLISH_WORDS.has(word) && !isMarked) english += SYLLABLE.test(word) ? 2 : 4;
    else if (isName || (words.length === 1 && isCapitalised(found) && !isMarked)) continue;
    else if (isMarked) vietnamese += 3;
    else if (VIETNAMESE_WORDS.has(word)) vietnamese += 2;
    else if (!SYLLABLE.test(word)) english += 2;
    else vietnamese += 1;
  }
  return { english, vietnamese };
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}
