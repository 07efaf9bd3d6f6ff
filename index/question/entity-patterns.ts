import { COUNTS_NOTHING, NUMBER, NUMBER_WORD } from "./number-patterns.ts";
import { SUMS } from "./sum-patterns.ts";

/** What a question can ask for that shows in the text itself. */
export type EntityKind =
  | "person"
  | "post"
  | "place"
  | "day"
  | "year"
  | "duration"
  // "14:00", and "twice a year".
  | "hour"
  | "frequency"
  | "number"
  // A number that counts nothing that is named behind it: a sum whose currency goes without saying.
  | "figure"
  | "amount"
  | "percent"
  // What something is called; where somebody is reached.
  | "name"
  | "contact";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY_NUMBER = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const YEAR = "(?:1[89]|20|21)\\d{2}";
const TITLE =
  "(?:(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Asso|Asst|H\\.E)\\.?,? |(?:Professor|Associate|Doctor|Minister|Ambassador|Ông|Bà|Anh|Chị|TS|PGS|GS|ThS)\\.?,? ?)";
// "Min-seo", "O'Leary".
const NAME = "(?:\\p{Lu}['’])?\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{L}[\\p{Ll}\\p{M}]+)*";
/**
 * The names of countries, from Node's own data (CLDR's, by ISO 3166): in English all, in Vietnamese those of two words at least,
 * since "Anh" and "Đức" are somebody's names too.
 */
const COUNTRIES = ["en", "vi"]
  .flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    const found = codes.flatMap((code) => names.of(code) ?? []);
    return language === "en" ? found : found.filter((name) => name.includes(" "));
  })
  .filter((name) => /^[\p{L}\p{M} ]+$/u.test(name))
  // The longest first: "Guinea-Bissau" before "Guinea".
  .sort((a, b) => b.length - a.length)
  .join("|");

/** Words that end an institution's or an event's name, which a person's never has. */
export const NO_PERSON =
  /(?<!\p{L})(?:university|universities|institute|ministry|department|office|school|faculty|hospital|centre|center|agency|organization|organisation|association|conference|workshop|program(?:me)?|project|plan|union|republic|viet ?nam|hanoi|ha noi|day|national|international|network|committee|board|people|social|work|research|studies|training|education|sciences?|humanities|technology|city|province|region|academy|college|company|bank|hotel|hall|road|street|river|bridge|foundation|fund|council|embassy|museum|library|group|club|news|part(?:y|ies)|campus|laborator(?:y|ies)|memorandum|agreement|article|state|bay|island|coast|southern|northern|central|eastern|western|delta|phó|hiệu|đại học|trường|viện|bộ|sở|khoa|phòng|tỉnh|huyện|thành phố|công ty|quỹ|hội|ban|đoàn)(?!\p{L})|^(?:on|in|at|the|this|these|those|that|from|after|before|during|by|for|to|as|with|both|each|all|next|last|present|done|signed|every|another|our|their|his|her|it|he|she|they|we|if|when|while|since|until|trong|tại|ngày|theo|sau|trước|từ|các|những|với|về|khi|do|và)\s|(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)(?!\p{L})/iu;

/** What stands before the name of a place or an institution in Vietnamese: "Trường Cao đẳng Sư phạm Cần Hải" is nobody. */
const OF_PLACE =
  "[Ss]ư phạm|[Cc]ao đẳng|[Đđ]ại học|[Tt]rường|[Tt]ỉnh|[Hh]uyện|[Xx]ã|[Pp]hường|[Qq]uận|[Tt]hành phố|[Bb]ệnh viện|[Cc]ông ty|[Ss]ông|[Đđ]ảo";

/** Offices: alone they name nobody, before a name they do not belong to it. */
const OFFICE =
  "(?:Vice|Deputy|Rector|Director|General|Dean|Chair|Chairman|Chairwoman|Head|Chief|President|Minister|Secretary|Representative|Ambassador|Party|Party's)";

/** What each kind of entity looks like; the earlier pattern wins. */
export const PATTERNS: Readonly<Record<EntityKind, readonly RegExp[]>> = {
  person: [
    new RegExp(`(?:${TITLE})+(?:${NAME}|\\p{Lu}{2,})(?:[ -](?:${NAME}|\\p{Lu}{2,}))*`, "gu"),
    // Not "in Nam Dinh", nor "the Hoa An campus".
    new RegExp(
      `(?<!(?<!\\p{L})(?:in|at|near|tại|ở|${OF_PLACE}) )(?!${OFFICE}\\b)(?<![\\p{L}\\p{M}])${NAME}(?: (?!${OFFICE}\\b)${NAME}){1,4}(?![\\p{L}-])(?! (?:campus|city|province|district|commune|ward|village|river|region)\\b)`,
      "gu",
    ),
  ],
  post: [
    /(?<!\p{L})(?:(?:vice|deputy|assistant|acting|former|general|first)[ -])*(?:president|rector|dean|director|head|chief|chair(?:man|woman|person)?|minister|secretary|representative|ambassador|consul|counsell?or|attach[eé]|coordinator|manager|officer|leader|specialist|expert|principal|commissioner|governor|mayor|editor|founder|in charge of|responsible for|hiệu trưởng|phó hiệu trưởng|giám đốc|phó giám đốc|trưởng (?:khoa|phòng|ban|đoàn|bộ môn)|phó trưởng \p{L}+|chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|đại sứ|tổng lãnh sự|tùy viên|tham tán|điều phối viên|phụ trách|chuyên viên|chuyên gia|viện trưởng)(?!\p{L})/giu,
  ],
  duration: [
    new RegExp(
      // "2023-2024 academic year" and "the 2024 term" are dates, though they look like lengths.
      `(?<!\\d)(?!${YEAR}[ -](?:academic|school|year|semester|term|month|week|năm|tháng|học kỳ|kỳ))(?:${NUMBER}|${NUMBER_WORD}|(?<!\\p{L})(?:one|an?|half an?|several|một|năm|nửa))(?: ?\\((?:${NUMBER}|${NUMBER_WORD}|one|một|năm)\\))?(?:[ -](?:and a half|to|or|–|full|school|working|consecutive) ?(?:${NUMBER}|${NUMBER_WORD})?)?[ -]?(?:minute|hour|day|week|weekend|month|year|semester|term|decade|academic year|phút|giờ|tiếng|ngày|tuần|tháng|năm|học kỳ|kỳ)s?(?!\\p{L})`,
      "giu",
    ),
    /(?:from|từ) (?=[^.;]{0,40}\d)[^.;]{1,40}? (?:to|until|till|đến) (?=[^.;]{0,25}\d)[^.;]{3,25}/giu,
  ],
  hour: [
    /(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[:h][0-5]\d(?!\d)(?: ?[ap](?:m\b|\.m\.))?| ?[ap](?:m\b|\.m\.)| ?o'clock\b|h(?!\p{L})| ?giờ(?: ?[0-5]\d)?(?!\p{L}))|\b(?:noon|midnight)\b/giu,
  ],
  frequency: [
    /(?<!\p{L})(?:(?:once|twice|\p{L}+ times|\d+ times|one|two|three)(?: in)? (?:an?|per|each|every)|every|each|per|mỗi|hằng|hàng|(?:\d+|một|hai|ba|bốn) (?:lần|buổi|kỳ)(?: trong)?(?: mỗi| một)?)(?: (?:other|second|two|three|four|five|six|\d+|hai|ba))? (?:days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weeks?|months?|quarters?|semesters?|terms?|(?:academic )?years?|ngày|tuần|tháng|quý|năm|học kỳ|thứ)(?!\p{L})|(?<!\p{L})(?:(?:\d+|một|hai|ba|bốn|sáu) (?:ngày|tuần|tháng|quý|năm)(?: ?\/ ?| một )lần|\d+ lần ?\/ ?(?:tuần|tháng|quý|năm)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|bi-?(?:monthly|weekly)|daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|bi-?annual(?:ly)?|biennial(?:ly)?|định kỳ|thường niên)(?!\p{L})/giu,
  ],
  place: [
    /(?<=(?<!\p{L})(?:in|at|from|across|near|tại|ở)\s(?:the\s)?)\p{Lu}[\p{L}\p{M}]+(?:[ -](?:(?:of|and)\s)?\p{Lu}[\p{L}\p{M}]+)*/gu,
    /(?<=(?<!\p{L})(?:cities|city|provinces?|districts?|communes?|wards?|villages?|towns?|islands?|regions?|countries|tỉnh|huyện|xã|phường|thành phố|quận|thị xã|đảo)(?: of)? )\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+)*/gu,
    /\b\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+)* (?:City|Province|District|Prefecture|Region|Hospital|Campus)\b/gu,
    new RegExp(
      `(?<!\\p{L})(?:the )?(?:${COUNTRIES}|Viet Nam|European Union|Republic of Korea)(?!\\p{L})`,
      "gu",
    ),
  ],
  day: [
    new RegExp(
      `\\b${MONTH} ${DAY_NUMBER}(?:(?: ?(?:-|–|to|and|&) ?)(?:${MONTH} )?${DAY_NUMBER})*(?:,? ${YEAR})?(?!\\d)`,
      "giu",
    ),
    new RegExp(
      `\\b${DAY_NUMBER}(?: ?(?:-|–|to|and|&) ?${DAY_NUMBER})? (?:of )?${MONTH}(?:,? ${YEAR})?(?!\\d)`,
      "giu",
    ),
    new RegExp(
      // "3.5 hectares" is no day in May.
      `\\b(?!(?<!ngày )\\d+\\.\\d+ ?(?:%|\\p{Ll}))(?:${DAY_NUMBER}[./-](?:0?[1-9]|1[0-2])(?:[./-]${YEAR})?|${YEAR}[./-](?:0?[1-9]|1[0-2])[./-]${DAY_NUMBER})(?!\\d)`,
      "gu",
    ),
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?<!\p{L})[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)(?!\p{L})/gu,
    /(?:ngày|mùng) \d{1,2}(?: ?(?:tháng|\/) ?\d{1,2})?(?: ?(?:năm|\/) ?\d{4})?/giu,
  ],
  year: [
    new RegExp(`(?:\\b${MONTH},? )?\\b${YEAR}\\b`, "giu"),
    new RegExp(
      `\\b(?:late|early|mid|end of|beginning of|next|last|this)[ -](?:${MONTH}|year|month|week|spring|summer|autumn|winter)(?!\\p{L})`,
      "giu",
    ),
    new RegExp(`\\b(?:in|since|until|by|for) ${MONTH}(?: next year| this year)?(?!\\p{L})`, "giu"),
    /(?:tháng \d{1,2}(?: ?(?:năm|\/) ?\d{4})?|năm \d{4}|năm (?:nay|tới|ngoái)|tháng tới)/giu,
  ],
  number: [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,/-]|\\d[+:])(?:${NUMBER})(?![\\p{N}/-]|:\\d|\\+\\d|(?:st|nd|rd|th)\\b)`,
      "gu",
    ),
    new RegExp(`(?<!\\p{L})${NUMBER_WORD}(?!\\p{L})`, "giu"),
  ],
  figure: [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,:/-]|\\d\\+)(?:${NUMBER})(?![\\p{N}/:-]|\\+\\d|[.,]\\d| ?%|(?:st|nd|rd|th)\\b)${COUNTS_NOTHING}`,
      "giu",
    ),
  ],
  amount: SUMS,
  name: [
    /["“«][^"“”«»]{2,80}["”»]/gu,
    // One capital at the beginning of a sentence tells nothing.
    /(?<=[\p{L}\p{N},;:)]["”’]? \(?)\p{Lu}[\p{L}\p{M}\p{N}&’'-]+(?:(?: (?:of|for|and|the|in|de|&))? \p{Lu}[\p{L}\p{M}\p{N}&’'-]+)*(?:(?:\.,?|,) (?:Ltd|Inc|JSC|LLC|Corp)\b\.?)?/gu,
    /\p{Lu}[\p{L}\p{M}\p{N}&’'-]+(?:(?: (?:of|for|and|the|in|de|&))? \p{Lu}[\p{L}\p{M}\p{N}&’'-]+)+(?:(?:\.,?|,) (?:Ltd|Inc|JSC|LLC|Corp)\b\.?)?|(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}])/gu,
  ],
  contact: [
    /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:https?:\/\/|www\.)(?:[^\s()]|\([^\s()]{0,60}\))+(?<![.,;:!?\]}"”’])|(?<![\d.,])(?:\(?\+|\(?0)\d[\d ().-]{6,}\d|\b(?:ext(?:ension)?\.?|số máy lẻ|máy lẻ) ?\d{2,5}\b/giu,
  ],
  percent: [
    new RegExp(`(?:${NUMBER}) ?(?:%|per ?cent|phần trăm)`, "giu"),
    /\b(?:half|a third|a quarter|two thirds|majority|một nửa)\b/giu,
  ],
};

/** "Vietnamese waters" are named after a place. */
export const NO_PLACE = /^\p{Lu}\p{Ll}+(?:ese|ish|ian|ean)$/u;

/** Months, days, forms of address and kinds of institutions, which name nothing by themselves. */
export const NO_NAME = new RegExp(
  `^(?:${MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|Mr|Mrs|Ms|Dr|Prof|Comrade|Vietnamese|English|I|University|College|School|Institute|Faculty|Department|Office|Ministry|Government|Committee|Party|Parties|City|Province|State|Fund|Project|Program(?:me)?|Cent(?:re|er)|Trường|Khoa|Viện|Bộ|Sở|Ban|Đoàn|Hội|Quỹ|Tỉnh|Phòng)$`,
  "iu",
);
