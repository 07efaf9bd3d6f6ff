import { COUNTS_NOTHING, NUMBER, NUMBER_WORD } from "./number-patterns.ts";

const CODE =
  "(?:US\\$|USD|EUR|VND|VNĐ|GBP|JPY|CNY|RMB|AUD|NZD|CAD|CHF|NOK|SEK|DKK|CZK|PLN|HUF|RON|BGN|KRW|SGD|THB|HKD|TWD|INR|MYR|IDR|PHP|LAK|KHR|MMK|BND|RUB|ILS|AED|SAR|ZAR)";
/** "$", "A$", "HK$". */
const SIGN = "(?:(?:(?<!\\p{L})\\p{Lu}{1,2})?\\$|[€£¥₫₩₹฿])";
const SCALE =
  "(?: (?:thousand|million|billion|trillion|nghìn|ngàn|triệu|tỷ|tỉ|trieu|nghin|ngan|ty)| ?(?:k|tr|bn|m))(?!\\p{L})";

/** Whose dollars, francs or crowns. */
const MINTED_IN =
  "(?:US|American|Australian|Canadian|Hong Kong|Singapore|New Zealand|Taiwan|Swiss|Norwegian|Swedish|Danish|Czech)";
const MINTED_IN_VI =
  "(?: (?:Mỹ|Úc|Anh|Canada|Singapore|Hồng Kông|Đài Loan|New Zealand|Thụy Sĩ|Nhật(?: Bản)?|Hàn(?: Quốc)?))?";

/** Currencies in words, less what the same letters say of other things: "he won a prize", "đồng nghiệp", "yên tâm". */
const CURRENCY_WORD = [
  `(?:${MINTED_IN} )?(?:dollars?|francs?|kron(?:er|or|e|a)|korunas?|pounds?(?! of ))`,
  "euros?|yen|yuan|baht|kip|riels?|rupiah|ringgit|rupees?|roubles?|rubles?|pesos?|forints?|zlot(?:y|ys)|dong",
  "won(?! (?:an? (?!month|year|week|day|term|semester)|the|first|second|third|gold|silver|bronze)\\b)(?: Hàn(?: Quốc)?)?",
  `(?:đô ?la|do la|franc|bảng(?= Anh)|nhân dân tệ|rúp)${MINTED_IN_VI}`,
  "đồng(?! (?:bào|nghiệp|hồ|ruộng|thời|hương|minh|chí|bằng))",
].join("|");

/** The same only behind figures, since in words they say more often something else: "hai đô thị", "ba kíp trực". */
const BEHIND_FIGURES = `(?:đô(?! (?:thị|đốc|hộ|vật))|yên(?! (?:tâm|tĩnh|bình|ổn|xe|ngựa))|tệ(?! (?:nạn|hại))|kíp(?! (?:trực|mổ|thợ|làm))|bạt)${MINTED_IN_VI}`;
/** "250.000 đ", "5000đ"; "khoản 2 đ" is a clause's letter. */
const DONG = "(?:\\d{1,3}(?:[., ]\\d{3})+ ?|\\d{3,})đ(?!\\p{L})";

/**
 * What a sum of money looks like, the earlier pattern first: that there is nothing to pay, a currency before the figure or behind
 * it ("A$900", "80.000 yên", "250.000đ"), and Vietnamese short for thousands and millions, of dong where nothing is counted
 * ("500k", "1.2tr", "2 triệu").
 */
export const SUMS: readonly RegExp[] = [
  /(?<!\p{L})(?:free of charge|no (?:\p{Ll}+ )?(?:fees?|charges?|costs?)|without (?:charge|fees?)|miễn phí|không (?:thu|mất|tốn) (?:phí|tiền|lệ phí|học phí))(?!\p{L})/giu,
  new RegExp(`(?:${SIGN}|\\b${CODE}) ?(?:${NUMBER})(?:${SCALE})?`, "giu"),
  new RegExp(
    `(?:${NUMBER}|${NUMBER_WORD})(?:${SCALE})* ?(?:[$€£¥₫₩₹฿]|(?:${CURRENCY_WORD}|${CODE})(?!\\p{L}))`,
    "giu",
  ),
  new RegExp(`(?:${NUMBER})(?:${SCALE})* ?(?:${BEHIND_FIGURES})(?!\\p{L})|${DONG}`, "giu"),
  new RegExp(
    `(?<![\\p{L}\\p{N}.,])(?:${NUMBER})(?:(?:k|tr\\d?)(?![\\p{L}\\p{N}])${COUNTS_NOTHING}| (?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\\p{L})${COUNTS_NOTHING})`,
    "gu",
  ),
];
