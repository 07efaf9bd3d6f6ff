/** Marks of tone: grave, acute, hook above, tilde, dot below. */
const TONES = "\u0300\u0301\u0309\u0303\u0323";
const TONE = new RegExp(`[${TONES}]`, "gu");
const VOWEL = /[aăâeêioôơuưy]/u;

/** Consonants and clusters that a syllable may begin with. `gi` and `qu` are parted from the rime by hand. */
const ONSETS = new Set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" "));

/** Every rime of the written language, without its tone: glide, nucleus and coda. */
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oc oi om on ong op ot oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu
  oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
  uân uâng uât uây uê uêch uên uênh uêt uêu uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu`.split(/\s+/),
);

/** What may follow `qu` beyond what the rimes with a glide say. */
const RIMES_AFTER_QU = new Set(
  `a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng âp ât âu ây e en eng eo et ê êch ên ênh êt
  i in it ip ô ôc ơ ơi ơn ơt y yên yêt ych ynh yt yp yu`.split(/\s+/),
);

/** Codas that allow two tones only: acute and dot below. */
const STOP = /(?:ch|[cpt])$/u;

/**
 * Whether a word is spelled like a syllable of Vietnamese, its diacritics in place: onset, rime and tone go together
 * and the tone stands where one of the two customs puts it (`hoà`, `hòa`). Case and normal form do not matter. The rimes
 * are those of the standard spelling (Hoàng Phê's dictionary); a word without diacritics passes if it could have no tone.
 */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 20) return false;
  const decomposed = word.normalize("NFD").toLowerCase();
  const tones = decomposed.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const letters = decomposed.replace(TONE, "").normalize("NFC");
  const parted = partSyllable(letters);
  if (!parted) return false;
  const { onset, rime } = parted;
  const [tone] = tones;
  if (STOP.test(rime) && tone !== "\u0301" && tone !== "\u0323") return false;
  if (tone === undefined) return true;
  return mayBearTone(rime, positionOfTone(decomposed) - onset.length);
}

/**
 * A word in the one form that all spellings of it share: lower case, the tone behind the letters. Where in a syllable the
 * tone is written is custom (`hoà`, `hòa`).
 */
export function spellSyllable(word: string): string {
  const decomposed = word.normalize("NFD").toLowerCase();
  return (decomposed.replace(TONE, "") + (decomposed.match(TONE) ?? []).join("")).normalize("NFC");
}

/** Share of the words with diacritics from which on a text is written with them: in running Vietnamese it is seven in ten. */
const WRITTEN_WITH_DIACRITICS = 0.3;

/** Whether a Vietnamese text is written with its diacritics, a few words aside. */
export function isWrittenWithDiacritics(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const marked = words.filter((word) => /\p{M}|đ/u.test(word.normalize("NFD").toLowerCase()));
  return words.length > 0 && marked.length >= WRITTEN_WITH_DIACRITICS * words.length;
}

/** Which letter the tone stands on, counted in letters. */
function positionOfTone(decomposed: string): number {
  const before = decomposed.slice(0, decomposed.search(TONE)).normalize("NFC");
  return before.length - 1;
}

/** Onset and rime of a toneless syllable in lower case, or `null` where it cannot be one. */
function partSyllable(letters: string): { onset: string; rime: string } | null {
  if (letters.startsWith("qu")) {
    const rime = letters.slice(2);
    return RIMES_AFTER_QU.has(rime) ? { onset: "qu", rime } : null;
  }
  // "giêng" writes one i for both; "gì" and "gìn" have it as the vowel.
  if (/^gi[aăâeêoôơuư]/u.test(letters) && RIMES.has(letters.slice(2)))
    return { onset: "gi", rime: letters.slice(2) };
  const start = letters.search(VOWEL);
  if (start < 0) return null;
  const onset = letters.slice(0, start);
  const rime = letters.slice(start);
  if (onset !== "" && !ONSETS.has(onset)) return null;
  if (!RIMES.has(rime)) return null;
  const isFront = /^[eêiy]/u.test(rime);
  if (/^(?:k|gh|ngh)$/u.test(onset) && !isFront) return null;
  if (/^(?:c|ng)$/u.test(onset) && isFront) return null;
  if (onset === "g" && isFront && !rime.startsWith("i")) return null;
  // i is written y at the beginning of a word, and yê nowhere else.
  if (onset !== "" && rime.startsWith("yê")) return null;
  if (onset === "" && rime.startsWith("iê")) return null;
  return { onset, rime };
}

/** Whether the letter at a position of a rime is one that writers put the tone on. */
function mayBearTone(rime: string, position: number): boolean {
  const vowels = rime.match(/^[aăâeêioôơuưy]+/u)?.[0] ?? "";
  if (position < 0 || position >= vowels.length) return false;
  const marked = Math.max(...["ă", "â", "ê", "ô", "ơ"].map((vowel) => vowels.lastIndexOf(vowel)));
  if (marked >= 0) return position === marked;
  if (vowels.length < rime.length) return position === vowels.length - 1;
  if (/^(?:oa|oe|uy)$/u.test(vowels)) return true;
  if (vowels.length === 3) return position === 1;
  return position === 0;
}
