import type { Language } from "../document.ts";
import type { EntityKind } from "./entities.ts";
import {
  ADDRESS,
  FEE,
  HOW_MANY_VI,
  NAMED_EN,
  NAMED_VI,
  OPENING,
  PAID,
  PART,
  PAY,
  PEOPLE_EN,
  PEOPLE_VI,
  PRICE,
  RATE,
  SUM_VI,
  WHAT_IS,
  WHERE_VI,
} from "./form-words.ts";

/** A form of question and what it asks for. A group `name` matches only words that are written like somebody's name; such a
 * form has the flag `d`. */
export interface Form {
  readonly form: RegExp;
  readonly entities: readonly EntityKind[];
}

/** Question forms on folded words with one space between; the first that matches wins. */
export const FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    {
      form: /\b(?:earliest|next|first|latest|closing) (?:possible )?(?:intake|date|start|round)\b/,
      entities: ["day", "year"],
    },
    // What somebody pays is no share: "90% less water" costs nothing.
    {
      form: new RegExp(
        `^(?!.*${PART}).*(?:\\bhow (?:expensive|costly|much (?=(?:money|funding|funds|budget|do|does|did|will|would|is|are|was|were|must|should|can|has|have)\\b))\\b.*${PAID}|${PAID}.*\\bhow much\\b)`,
      ),
      entities: ["amount", "figure"],
    },
    {
      form: new RegExp(
        `\\bhow much (?:\\w+ ){0,2}(?:money|funding|funds?|budget|dollars|usd|vnd)\\b|\\bhow (?:much|many) (?:dollars|euros?|dong|usd|vnd|won|yen|francs?)\\b|${WHAT_IS}(?:budget|cost|price|fees?|tuition|amount|sum|value|salary|wage|pay|allowance|stipend|grant)\\b|\\b(?:what|which) (?:\\w+ )?(?:price|salary|wage|allowance|stipend|amount|sum|fee|budget)\\b|\\bwhat does [\\w ]+ cost\\b`,
      ),
      entities: ["amount", "percent", "figure"],
    },
    {
      form: new RegExp(
        `\\b(?:what|which) (?:\\w+ )?(?:percentage|percent|share|proportion|fraction|${RATE})\\b|${WHAT_IS}(?:percentage|percent|proportion|share of|fraction of|${RATE})\\b`,
      ),
      entities: ["percent"],
    },
    {
      form: new RegExp(`\\b(?:what|which) (?:\\w+ )?rate\\b|${WHAT_IS}rate\\b`),
      entities: ["percent", "amount", "figure"],
    },
    {
      form: /\b(?:by how much|how much (?:more|less|higher|lower|better|faster)|how much did .* (?:grow|rise|fall|drop|increase|decrease|change|go (?:up|down))(?=$| (?:by|in|from|since|between|after)\b))\b/,
      entities: ["percent", "amount", "number"],
    },
    { form: /\bhow (?:much|expensive|costly)\b/, entities: ["amount", "percent", "figure"] },
    {
      form: /\bhow (?:long|many (?:days|weeks|months|years)) ago\b|\b(?:how soon|by what time)\b/,
      entities: ["day", "year"],
    },
    {
      form: new RegExp(
        `\\bhow (?:long|many (?:minutes|hours|days|weeks|months|years|semesters|terms)|(?:early|far|much earlier|long) (?:ahead|in advance|before(?:hand)?)|early|much notice)\\b|${WHAT_IS}(?:duration|length|term|period)\\b`,
      ),
      entities: ["duration", "year"],
    },
    {
      form: /\bhow (?:often|frequently|many times (?:a|an|per|each|every))\b/,
      entities: ["frequency", "number"],
    },
    {
      form: /\b(?:what|which) (?:exact )?time\b(?! (?:of|frame|limit|period|zone))|(?<!\bhow many )\b(?:opening|working|office|visiting) (?:hours|times?)\b/,
      entities: ["hour", "day"],
    },
    { form: /\bhow old\b/, entities: ["number", "year"] },
    {
      form: new RegExp(
        `\\bhow (?:many|few|big|large|small|tall|high|deep|far|wide|heavy|fast)\\b|\\b(?:what|which) number of\\b|^number of\\b|${WHAT_IS}(?:(?<!(?:phone|mobile|fax|hotline|contact) )number of|quota|headcount|enrolment|enrollment|intake|size|capacity(?! building))\\b`,
      ),
      entities: ["number"],
    },
    {
      form: new RegExp(
        `\\b(?:what|which) (?:exact |precise )?(?:dates?|days?|deadline)\\b|${WHAT_IS}(?:dates?|(?<=(?:last|first|final|closing) )day|deadlines?|schedule|timetable)\\b`,
      ),
      entities: ["day", "year"],
    },
    { form: /\b(?:what|which) (?:years?|months?|semester|quarter)\b/, entities: ["year", "day"] },
    // "What happens when it rains" asks for no date. A programme of one day answers with an hour.
    {
      form: new RegExp(
        `(?:${OPENING})when\\b|\\b(?:since|until|till|by|or|from|where) when\\b|\\bwhen(?:$| (?:and|or|was|is|were|are|did|will)\\b)`,
      ),
      entities: ["day", "year", "hour"],
    },
    {
      form: new RegExp(
        `\\b(?:what|which) (?:\\w+ )?(?:post|position|role|title|job|office|rank|function|capacity)\\b|${WHAT_IS}(?:position|post|job|job title)\\b(?!.* on\\b)`,
      ),
      entities: ["post"],
    },
    {
      form: new RegExp(
        `\\b(?:e ?mail address|(?:phone|telephone|mobile|fax|hotline) numbers?(?! of\\b)|web address|contact details|extension number)\\b|${WHAT_IS}(?:e ?mail|phone|telephone|hotline|website|web site)\\b(?! (?:say|about|from))`,
      ),
      entities: ["contact"],
    },
    {
      form: new RegExp(
        `\\b(?:what|which|whose) (?:(?!(?:of|for|in|on|at|to|and|or|did|does|do|will|is|are|was|were)\\b)\\w+ ){0,3}${NAMED_EN}\\b|${WHAT_IS}(?:names?|title of)\\b|\\bwhat (?:is|was|are|were) \\w+(?: \\w+){0,6} (?:called|named)\\b|\\bnames of\\b`,
      ),
      entities: ["name"],
    },
    {
      form: /^who (?:is|was) (?<name>(?!an\b)(?:(?!(?:the|a|of|in|at|for|to|from|with|by|on|and|head|before|after|since|during|responsible|going)\b)\w+(?: |$)){2,6})$/d,
      entities: ["post"],
    },
    // "Which lecturers can join" asks for conditions.
    {
      form: new RegExp(
        `\\bwhich (?:(?!(?:of|for|in|on|at|to|and|or|did|does|do|will|is|are|was|were)\\b)\\w+ ){0,4}?${PEOPLE_EN}\\b(?! (?:can|may|must|should|could|need|qualify|have to|are (?:eligible|allowed|entitled|required|able|exempt)|training|program(?:me)?s?|courses?|degrees?|committees?|exchange|education|development|schemes?|awards?|grants?|workshops?)\\b)`,
      ),
      entities: ["person"],
    },
    // Those who pay may be called "participants" or "each side".
    // Conditions, and nobody's name.
    {
      form: /\bwho (?:(?:can|may|could|should) (?:apply|join|enrol|enroll|take part|participate|register|use|borrow)|is (?:eligible|entitled|allowed|qualified)|qualifies)\b/,
      entities: [],
    },
    {
      form: /\bwho (?:will |would |should |must |has to )?(?:pays?|paid|covers?|covered|bears?)\b(?! (?:an? visit|attention|tribute|(?:the )?responsibility|for the (?:dean|rector|director|head)))/,
      entities: [],
    },
    // Institutions do these things as well as people.
    {
      form: /\bwho (?:will |would |should |must |has to )?(?:buys?|bought|funds?|funded|financ(?:es?|ed)|sponsors?|sponsored|provides?|provided|organi[sz](?:es?|ed)|hosts?|hosted|owns?|owned|suppl(?:y|ies|ied)|donates?|donated|gave|gives?)\b/,
      entities: ["person", "name"],
    },
    // "The lecturer who teaches it" asks for nobody.
    {
      form: new RegExp(
        `(?:${OPENING})(?:who|whom|whose)\\b|\\b(?:by|with|to|from|for|of|on) (?:who|whom|whose)\\b|\\b(?:who|whom)$`,
      ),
      entities: ["person"],
    },
    {
      form: new RegExp(
        `\\bwhere\\b|\\b(?:what|which) (?:city|cities|towns?|provinces?|country|countries|places?|venue|locations?|regions?|districts?)\\b|${WHAT_IS}(?:venue|location|place|${ADDRESS})\\b`,
      ),
      entities: ["place"],
    },
  ],
  vi: [
    // An age, a score, a limit is no sum, whatever it is one of.
    { form: /^(?:gioi han )?(?:do )?tuoi\b.*\bbao nhieu\b/, entities: ["number", "duration"] },
    {
      form: /^(?:muc )?(?:diem|so luong_?|chi_? tieu|dien tich|cong suat|so nguoi|so tin chi)\b.*\bbao nhieu(?: ?$| diem\b)/,
      entities: ["number"],
    },
    {
      form: new RegExp(
        `\\bbao nhieu (?:tien|kinh phi|dong|usd|trieu|ty|euro|do la|von)\\b|\\b(?:kinh phi|so tien|tien(?! (?:si|do|hanh|trinh|bo)\\b)|chi phi|hoc phi|le phi|${FEE}|${PAY}|${PRICE}|ngan sach|tri gia|von (?:doi ung|gop|vay|dau tu|moi|tu co|hoat dong)|muc (?:ho tro|dong|phi|thu|vay|chi|luong|hoc bong|tai tro))\\b.*\\b${SUM_VI}|\\b(?:het|ton|gop|dong|chi|vay|dau tu|giai ngan|huy dong|(?<!\\b(?:kiem|dieu|thanh) )tra) (?:(?:ra|khoang|toi da) )?${SUM_VI}`,
      ),
      entities: ["amount", "figure"],
    },
    {
      form: new RegExp(`\\b(?:tro cap|hoc bong|tai tro|ho tro)\\b.*\\b${SUM_VI}`),
      entities: ["amount", "percent", "figure"],
    },
    { form: /\b(?:ty le|ti le|bao nhieu phan tram|may phan tram)\b/, entities: ["percent"] },
    {
      form: /\bbao lau (?:thi )?(?:mot|1) lan\b|\b(?:may|bao nhieu) lan (?:mot|moi|trong mot) (?:ngay|tuan|thang|nam|ky|quy|hoc ky)\b/,
      entities: ["frequency", "number"],
    },
    {
      form: /^(?!.*\b(?:keo dai|moi (?:ngay|buoi|tuan|thang))\b).*\bmay gio\b|(?<!\b(?:bao nhieu|may) )\bgio (?:nao|mo cua|lam viec)\b/,
      entities: ["hour", "day"],
    },
    {
      form: /\b(?:bao lau|bao nhieu (?:phut|gio|tieng|ngay|tuan|thang|nam|hoc ky)|may (?:phut|gio|tieng|ngay|tuan|thang|nam|hoc ky))\b/,
      entities: ["duration", "year"],
    },
    { form: /\b(?:ngay (?:nao|may|bao nhieu)|han chot)\b/, entities: ["day", "year"] },
    { form: /\bthoi han\b/, entities: ["day", "year", "duration"] },
    {
      form: /\b(?:nam|(?<!\b(?:moi|mot|hang|1) )thang|hoc ky|dot) (?:nao|may|bao nhieu)\b|\bquy (?:may|nao(?! (?:tai|ho|cap|dau)\b))\b/,
      entities: ["year", "day"],
    },
    {
      form: /\b(?:khi nao|bao gio|luc nao|hom nao|thoi gian nao|chung nao|truoc khi nao)\b/,
      entities: ["day", "year", "hour"],
    },
    // Nothing is named that is counted: "Máy chiếu bao nhiêu?".
    {
      form: /^(?!.*\b(?:so|sl|nguoi|tuoi|diem|tin chi|dien tich|cao|dai|rong|nang|sau)\b).*\bbao nhieu(?: (?:mot|moi|1) (?:nam|thang|tuan|ngay|ky|hoc ky|suat|nguoi|luot))?$/,
      entities: ["amount", "number"],
    },
    { form: new RegExp(`\\b(?:bao nhieu|so luong_?|sl|${HOW_MANY_VI})\\b`), entities: ["number"] },
    {
      form: /\b(?:dia chi (?:email|e mail|web)|(?:email|e mail|website|trang web)(?: (?:cua|la gi)\b|$)|so dien thoai|sdt|duong day nong|hotline)\b/,
      entities: ["contact"],
    },
    {
      form: new RegExp(`\\b${NAMED_VI} nao\\b|\\bten (?:la )?gi\\b|\\bten cua\\b|\\bgoi la gi\\b`),
      entities: ["name"],
    },
    { form: /^(?<name>(?:\w+ ){2,6})(?:la ai|(?:giu|lam|dam nhiem) chuc\b.*)$/d, entities: ["post"] },
    { form: /\b(?:chuc vu|chuc danh|giu chuc|lam chuc|chuc gi|vai tro gi)\b/, entities: ["post"] },
    {
      form: /\bai (?:se |da |phai )?(?:tra|chi tra|chi|chiu)\b(?! (?:trach nhiem|loi|dao|tiet|huy)\b)/,
      entities: [],
    },
    {
      form: /\bai (?:se |da |phai )?(?:tai tro|cap|tang|trao|to chuc|so huu|ho tro|mua|cung cap)\b/,
      entities: ["person", "name"],
    },
    {
      form: new RegExp(`\\b${PEOPLE_VI} nao\\b(?! (?:duoc|phai|co the|du dieu kien))`),
      entities: ["person"],
    },
    { form: /\b(?:ai|nguoi nao|(?<!\bdon )vi nao|ong nao|ba nao)\b/, entities: ["person"] },
    {
      form: new RegExp(`${WHERE_VI}|\\b(?:noi|dia diem|thanh pho|tinh|quoc gia|nuoc|huyen|cho|vung) nao\\b`),
      entities: ["place"],
    },
  ],
};
