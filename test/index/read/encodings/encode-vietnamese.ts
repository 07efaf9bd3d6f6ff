/** The twelve vowels of Vietnamese, in small letters. */
const VOWELS = "aăâeêioôơuưy";
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

/** Every letter of Vietnamese beyond ASCII: each vowel with each tone, and đ, in both cases. */
export const VIETNAMESE_LETTERS: readonly string[] = [
  "đ",
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))),
]
  .filter((letter) => !/^[a-z]$/.test(letter))
  .flatMap((letter) => [letter, letter.toUpperCase()]);

/**
 * What glibc's converter for TCVN 5712 says of the bytes 0xA1 to 0xFE, a full stop for what TCVN3 leaves out (the
 * combining marks, and capitals with a tone).
 */
const TCVN = [
  "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
].join("");

/** Bytes of a text in TCVN3. A capital that TCVN3 has not becomes its small letter, as it is typed for a font in H. */
export function encodeTcvn3(text: string): Uint8Array {
  return Uint8Array.from(
    [...text.normalize("NFC")].map((letter) => {
      const place = [letter, letter.toLowerCase()].map((form) => TCVN.indexOf(form)).find((at) => at >= 0);
      return letter !== "." && place !== undefined ? 0xa1 + place : asLatin1(letter);
    }),
  );
}

/** Marks after a letter in VNI by what they are, in the small form, as VNI publishes them. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  "\u0301": "ù",
  "\u0300": "ø",
  "\u0309": "û",
  "\u0303": "õ",
  "\u0323": "ï",
  "\u0302": "â",
  "\u0302\u0301": "á",
  "\u0302\u0300": "à",
  "\u0302\u0309": "å",
  "\u0302\u0303": "ã",
  "\u0302\u0323": "ä",
  "\u0306": "ê",
  "\u0306\u0301": "é",
  "\u0306\u0300": "è",
  "\u0306\u0309": "ú",
  "\u0306\u0303": "ü",
  "\u0306\u0323": "ë",
};
const VNI_ALONE: Readonly<Record<string, string>> = {
  đ: "ñ",
  í: "í",
  ì: "ì",
  ỉ: "æ",
  ĩ: "ó",
  ị: "ò",
  ỵ: "î",
};

/** Bytes of a text in VNI's code for Windows. */
export function encodeVni(text: string): Uint8Array {
  const codes = [...text.normalize("NFC")].map((letter) => {
    const small = letter.toLowerCase();
    const code = VNI_ALONE[small] ?? encodeVniPair(small);
    return letter === small ? code : code.toUpperCase();
  });
  return Uint8Array.from([...codes.join("")].map(asLatin1));
}

function encodeVniPair(small: string): string {
  const [base = "", ...marks] = [...small.normalize("NFD")];
  const isHorned = marks.includes("\u031b");
  const horned = isHorned ? (base === "o" ? "ô" : "ö") : base;
  const left = marks.filter((mark) => mark !== "\u031b");
  // Canonical order puts the dot below before a circumflex or a breve.
  const ordered = left.sort(
    (one, other) => Number(/[\u0302\u0306]/.test(other)) - Number(/[\u0302\u0306]/.test(one)),
  );
  const mark = ordered.length === 0 ? "" : VNI_MARKS[ordered.join("")];
  return mark === undefined ? small : horned + mark;
}

/** Bytes of a text in Windows-1258: letters with a quality mark, then the tone. */
export function encodeWindows1258(text: string): Uint8Array {
  const tones: Readonly<Record<string, number>> = {
    "\u0300": 0xcc,
    "\u0309": 0xd2,
    "\u0303": 0xde,
    "\u0301": 0xec,
    "\u0323": 0xf2,
  };
  const letters: Readonly<Record<string, number>> = {
    Ă: 0xc3,
    Đ: 0xd0,
    Ơ: 0xd5,
    Ư: 0xdd,
    ă: 0xe3,
    đ: 0xf0,
    ơ: 0xf5,
    ư: 0xfd,
    "₫": 0xfe,
  };
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const decomposed = letter.normalize("NFD");
    const tone = [...decomposed].find((mark) => mark in tones);
    const base = tone === undefined ? letter : decomposed.replace(tone, "").normalize("NFC");
    bytes.push(letters[base] ?? asLatin1(base));
    if (tone !== undefined) bytes.push(tones[tone] ?? 0);
  }
  return Uint8Array.from(bytes);
}

const PUNCTUATION: Readonly<Record<string, number>> = {
  "€": 0x80,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
  "™": 0x99,
  œ: 0x9c,
};

/** Bytes of a text in Windows-1252. */
export function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map(asLatin1));
}

function asLatin1(letter: string): number {
  const code = PUNCTUATION[letter] ?? letter.charCodeAt(0);
  if (code > 0xff || letter.length > 1) throw new RangeError(`${letter} is not in the code`);
  return code;
}

/** Bytes as the characters that they are in Windows-1252, punctuation aside. */
export function asCharacters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
