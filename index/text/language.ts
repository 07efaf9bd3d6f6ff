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

/** Folded function words of Vietnamese that are no English words. */
const VIETNAMESE_WORDS = new Set(
  `la cua va nhung cac mot nao gi ai bao nhieu khi dau duoc se tu den voi trong co khong nay cho ve theo tai boi
  gom nguoi vi sao luc ngay nam duoc nhu o cung da dang hay hoac toi ban`.split(/\s+/),
);

/** Onset, nucleus and coda of a Vietnamese syllable without its diacritics. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(?:uye|uya|uyu|oai|oay|oeo|ieu|yeu|uoi|uou|uay|uy|ia|ie|ya|ye|ua|uo|oa|oe|ai|ao|au|ay|eo|eu|iu|oi|ui|a|e|i|o|u|y)(?:ch|ng|nh|[cmnpt])?$/;

/**
 * Whether a text is English or Vietnamese, with or without diacritics. A text that gives no sign of either
 * (a name, a number) is English.
 */
export function detectLanguage(text: string): Language {
  let english = 0;
  let vietnamese = 0;
  const words = text.slice(0, 20_000).match(/[\p{L}\p{M}]+/gu) ?? [];
  const isShouted = !/\p{Ll}/u.test(text);
  for (const [position, found] of words.entries()) {
    const word = foldText(found);
    // A Vietnamese name inside an English sentence is capitalised: it says nothing of the language. The first word has
    // its capital anyway, unless the one after it has one too.
    const isName = !isShouted && isCapitalised(found) && (position > 0 || isCapitalised(words[1]));
    if (ENGLISH_WORDS.has(word) && !VIETNAMESE_LETTERS.test(found.normalize("NFC"))) english += 2;
    else if (!isName && VIETNAMESE_LETTERS.test(found.normalize("NFC"))) vietnamese += 3;
    else if (!isName && VIETNAMESE_WORDS.has(word)) vietnamese += 2;
    else if (!SYLLABLE.test(word)) english += 2;
    else if (!isName) vietnamese += 1;
  }
  return vietnamese > english ? "vi" : "en";
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}
