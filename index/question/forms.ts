import type { Language } from "../document.ts";
import type { EntityKind } from "./entities.ts";

/** A form of question and what it asks for. A group `name` matches only words that are written like somebody's name. */
export interface Form {
  readonly form: RegExp;
  readonly entities: readonly EntityKind[];
}

/** "What is the", and two words at most before the noun that is asked for. */
const WHAT_IS =
  "\\b(?:what|which)(?: (?:is|was|were|are|will be))? (?:the|its|their|his|her|our|your) (?:(?!(?:of|for|in|on|at|to|and|or)\\b)\\w+ ){0,2}";
/** What may stand before "who" and "when" where these ask. */
const OPENING =
  "^(?:(?:and|but|so|or|then|now|also|ok|okay|well|hi|hello|please|exactly) )?|\\b(?:me|us|know|out|and|but|exactly) ";

/** That money is given for something. */
const PAID = "\\b(?:costs?|charged?|pays?|paid|paying|spend|spent|price|fees?|worth|earn|salary|wages?)\\b";
/** Rates that are percentages; that of a room is a price. */
const RATE =
  "(?:pass|success|interest|survival|employment|completion|response|dropout|inflation|unemployment|growth|graduation|retention) rate";
/** That only a part of it is asked after. */
const PART = "\\b(?:reduc|discount|waive|cover|support|subsidi|off\\b|share|part\\b|per ?cent|of the)";

/** What has a name of its own, in one or more: "which hospital", "which two museums". */
const NAMED_EN =
  "(?:universit(?:y|ies)|colleges?|schools?|hospitals?|museums?|librar(?:y|ies)|compan(?:y|ies)|firms?|banks?|manufacturers?|suppliers?|lenders?|donors?|sponsors?|ministr(?:y|ies)|departments?|facult(?:y|ies)|agenc(?:y|ies)|organi[sz]ations?|institut(?:e|es|ion|ions)|cent(?:re|er)s?|hotels?|embass(?:y|ies)|foundations?|associations?|societ(?:y|ies)|villages?|communes?|famil(?:y|ies)|newspapers?|airlines?)";
const PEOPLE_EN =
  "(?:lecturers?|professors?|teachers?|experts?|speakers?|doctors?|dentists?|nurses?|engineers?|researchers?|scientists?|artists?|architects?|interpreters?|coordinators?|officials?|leaders?|directors?|rectors?|deans?|ministers?|person|people|members? of staff|staff members?)";
/** People who are named one by one. */
const PEOPLE_VI =
  "(?:giang vien|giao vien|giao su|chuyen gia|bac si|nha khoa hoc|can bo|lanh dao|dien gia|nghe si)";
const NAMED_VI =
  "(?:truong|dai hoc|benh vien|bao tang|thu vien|cong ty|doanh nghiep|ngan hang|(?<!\\b(?:can|noi|toan|dong|tien|cong) )bo|(?<!\\b(?:con|chu|co|he|don|ho|tran|ky) )so|(?<!\\b(?:sinh|giang|nhan|hoc|thanh|doan|hoi|chuyen|dao|ung) )vien|(?<!\\b(?:nha|dieu|bach|chia) )khoa|to chuc|co quan|don vi|khach san|quy|(?<!\\b(?:co|xa) )hoi|hiep hoi|(?<!\\btac )xa|thon|lang|to bao|du an|chuong trinh|tap doan|truong dai hoc)";
/** A place, and not where messages go. */
const ADDRESS = "(?<!\\b(?:mail|email|web|website|ip) )address";

// Vietnamese is matched without its diacritics, so each form has to be safe where these are not written; where they are, a
// word that is only spelled alike ends in "_" (`homographs.ts`).

/** "Đâu" is where, "đầu" the beginning. */
const WHERE_VI =
  "\\b(?:o|tai|den|tu|ve|vao) dau\\b(?! (?:nam|thang|tuan|ky|quy|mua|gio|buoi|the ky|hoc ky|khoa|tu|tien|vao|ra|cuoi|den|nhung)\\b)";
/** "Mấy" is how many, "máy" a machine. */
const MACHINE =
  "(?! (?:chieu|tinh|moc|in|lanh|anh|bay|giat|phat|quay|tro|bom|chu|photo|photocopy|say|scan|loc|fax|vi tinh)\\b)";
const HOW_MANY_VI = `(?:co|duoc|lay|gom|trong|nhan|cu|moi) may${MACHINE}|may (?:nguoi|truong|nuoc|du an|khoa|linh vuc|bai|don vi|dia phuong|vien|chuong trinh|sinh vien|em|suat|lop|dot|lan|cai|giang vien|cong ty|doanh nghiep|tram|chiec|ghe|giai|bao cao|cuoc|quyen|tang|ho|xa|huyen|benh vien|khach|dai bieu|thanh vien|nhom|hoc bong|doi|thiet bi)`;
/** Pay, not quantity; price, not nation, expert or valuation; fee, not Africa. */
const PAY =
  "(?<!\\b(?:chat|so|nang|san|khoi|tru|dinh|thoi|dung|trong|luc|do|lieu|tai) )luong(?! (?:mua|nuoc|tu|khach)\\b)";
const PRICE = "(?<!\\b(?:quoc|tham|chuyen|danh|tac|lien|hoang) )gia(?! (?:dinh|han|tang|nhap|lai)\\b)";
const FEE = "(?<!\\bchau )phi(?! (?:chinh phu|loi nhuan)\\b)";
/** "Bao nhiêu" before a noun counts it; before these and at the end it asks for a sum. */
const SUM_VI =
  "bao nhieu(?= ?(?:$|\\d|(?:tien|cho|moi|mot|hang|trong|vao|tu|tai|o|de|khi|neu|voi|va|theo|thi|nam|trieu|ty|dong|usd|euro)\\b))";

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
    { form: /\bhow (?:much|expensive|costly)\b/, entities: ["amount", "percent", "number"] },
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
      form: /\b(?:what|which) (?:exact )?time\b(?! (?:of|frame|limit|period|zone))|\b(?:opening|working|office|visiting) (?:hours|times?)\b/,
      entities: ["hour", "day"],
    },
    { form: /\bhow old\b/, entities: ["number", "year"] },
    {
      form: new RegExp(
        `\\bhow (?:many|few|big|large|small|tall|high|deep|far|wide|heavy|fast)\\b|\\b(?:what|which) number of\\b|^number of\\b|${WHAT_IS}(?:number of|quota|headcount|enrolment|enrollment|intake|size|capacity(?! building))\\b`,
      ),
      entities: ["number"],
    },
    {
      form: new RegExp(
        `\\b(?:what|which) (?:exact |precise )?(?:dates?|days?|deadline)\\b|${WHAT_IS}(?:dates?|deadlines?|schedule|timetable)\\b`,
      ),
      entities: ["day", "year"],
    },
    { form: /\b(?:what|which) (?:years?|months?|semester|quarter)\b/, entities: ["year", "day"] },
    // "What happens when it rains" asks for no date.
    {
      form: new RegExp(
        `(?:${OPENING})when\\b|\\b(?:since|until|till|by|or|from|where) when\\b|\\bwhen(?:$| (?:and|or|was|is|were|are|did|will)\\b)`,
      ),
      entities: ["day", "year"],
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
      form: /^who (?:is|was) (?<name>(?!an\b)(?:(?!(?:the|a|of|in|at|for|to|from|with|by|on|and|head|before|after|since|during|responsible|going)\b)\w+(?: |$)){2,6})$/,
      entities: ["post"],
    },
    // "Which lecturers can join" asks for conditions.
    {
      form: new RegExp(
        `\\bwhich (?:(?!(?:of|for|in|on|at|to|and|or|did|does|do|will|is|are|was|were)\\b)\\w+ ){0,4}?${PEOPLE_EN}\\b(?! (?:can|may|must|should|could|need|qualify|have to|are (?:eligible|allowed|entitled|required|able|exempt))\\b)`,
      ),
      entities: ["person"],
    },
    // Those who pay may be called "participants" or "each side".
    {
      form: /\bwho (?:will |would |should |must |has to )?(?:pays?|paid|covers?|covered|bears?)\b/,
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
      form: /\bbao lau (?:thi )?(?:mot|1) lan\b|\b(?:may|bao nhieu) lan (?:mot|mỗi|moi|trong mot) (?:ngay|tuan|thang|nam|ky|quy|hoc ky)\b/,
      entities: ["frequency", "number"],
    },
    { form: /\b(?:luc |tu |vao )?may gio\b|\bgio (?:nao|mo cua|lam viec)\b/, entities: ["hour", "day"] },
    {
      form: /\b(?:bao lau|bao nhieu (?:phut|gio|tieng|ngay|tuan|thang|nam|hoc ky)|may (?:phut|tieng|ngay|tuan|thang|nam|hoc ky))\b/,
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
      entities: ["day", "year"],
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
    { form: /^(?<name>(?:\w+ ){2,6})(?:la ai|(?:giu|lam|dam nhiem) chuc\b.*)$/, entities: ["post"] },
    { form: /\b(?:chuc vu|chuc danh|giu chuc|lam chuc|chuc gi|vai tro gi)\b/, entities: ["post"] },
    { form: /\bai (?:se |da |phai )?(?:tra|chi tra|chi|chiu)\b/, entities: [] },
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

/** What a query of bare words asks for: "tuition fee nursing", "deadline", "venue". Tried where no question form is there. */
export const KEYWORD_FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    { form: /\b(?:number of|how many|headcount|age limit)\b/, entities: ["number"] },
    {
      form: /\b(?:e ?mail|phone|telephone|hotline|website)$|\b(?:e ?mail|phone|hotline|contact|extension) (?:address|number|details)\b/,
      entities: ["contact"],
    },
    {
      form: /\b(?:cost|costs|price|fees?|tuition|budget|salary|wages?|pay|allowance|stipend|amount|sum)\b/,
      entities: ["amount", "percent", "figure"],
    },
    { form: new RegExp(`\\b(?:percentage|percent|share|${RATE})\\b`), entities: ["percent"] },
    { form: /\brates?\b/, entities: ["amount", "percent", "figure"] },
    { form: /\b(?:duration|length of|term of)\b/, entities: ["duration", "year"] },
    {
      form: /\b(?:dates?|deadline|start date|timetable|schedule|expiry|until|till)\b/,
      entities: ["day", "year"],
    },
    {
      form: /\b(?:number|count|total|size|capacity|area|quota|how many|intake|headcount)\b/,
      entities: ["number"],
    },
    { form: new RegExp(`\\b(?:venue|location|place|${ADDRESS})\\b`), entities: ["place"] },
    { form: /\b(?:post|position)\b/, entities: ["post"] },
    { form: /\b(?:opening|working|office|visiting) (?:days?|hours?|times?)\b/, entities: ["hour", "day"] },
  ],
  vi: [
    {
      form: new RegExp(`\\b(?:hoc phi|kinh phi|chi phi|le phi|${PAY}|tro cap|ngan sach|so tien)\\b`),
      entities: ["amount", "percent", "figure"],
    },
    {
      form: /\b(?:ngay(?! (?:nay|hoi|le|cang|\d+)\b)|(?:thoi|ky) han|han (?:nop|chot|dang ky|cuoi|gui|dong|tra|xet|ung tuyen|hieu luc|su dung)|(?<!\b(?:du|ly|lai) )lich (?:thi|hoc|hop|trinh|lam viec|khai giang|nghi|dang ky|nop|tuyen sinh|hoi thao|cong tac|day|phong van|kiem tra|bao ve)|thoi gian)\b/,
      entities: ["day", "year"],
    },
    { form: /\b(?:so luong_?|chi_? tieu|dien tich|quy_? mo)\b/, entities: ["number"] },
    {
      form: /\b(?:dia diem|noi (?:to chuc|dien ra|dat|hoc|lam viec|o|thuc tap|nop|dang ky))\b/,
      entities: ["place"],
    },
  ],
};

/** Verbs that follow "what" in their third person: "what happens" asks for one thing. */
const VERBS =
  "(?:happens|makes|means|causes|helps|comes|goes|takes|gives|needs|drives|keeps|leads|follows|counts|matters|works|brings|remains|changes|includes|sets|allows|prevents|shows|explains|says|looks|gets|stands|stops|becomes|belongs|depends|applies|begins|starts|ends|seems)";
/** Words in -s that are no plurals. */
const SINGULAR =
  "(?:\\w*(?:ss|us|is)|does|has|was|as|physics|mathematics|economics|politics|linguistics|ethics|news|series)";
const AUXILIARY =
  "(?:is|was|are|were|be|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|the|a|an)";

export const LIST_FORMS: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `\\b(?:list|name (?:all|the|every)|what are|what were|(?:which|what) (?:(?!${AUXILIARY} |${VERBS} )\\w+ )?(?!(?:${SINGULAR}|${VERBS})\\b)\\w{3,}s(?! (?:of|the|an?|it|this|that|them|us|you|me)\\b)|everything|all the|each|respectively|and in|and (?:what|whom?|when|where|which|how|why)(?! (?:is|are) (?:more|important)))\\b`,
  ),
  vi: /\b(?:nhung (?:\w+ ){0,6}(?:nao|gi|ai)|cac (?:\w+ ){1,5}nao|liet ke|gom nhung|bao gom|nhung gi|lan luot|moi ben)\b/,
};

export const REASON_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:why|what for|reasons?|purpose|point of|aims?|goals?)\b/,
  vi: /\b(?:tai sao|vi sao|ly do|muc dich|muc tieu|nham(?! chuc\b))\b/,
};

/** A question that is more than bare words. */
export const QUESTION_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|will|can|has|have|tell)\b/,
  vi: new RegExp(
    `\\b(?:gi|nao|ai|bao nhieu|khong|(?:tai|vi|lam) sao|sao$|${HOW_MANY_VI}|(?:ngay|thang|nam|tuan|quy|luc) may)\\b|${WHERE_VI}|(?<!\\b(?:bat|lan|ban|hang|buoc|dan|dung|khoi|mo) )\\bdau$`,
  ),
};

export const SPEECH_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:sa(?:y|id|ys)|think|thought|stress(?:ed)?|emphasi[sz]e[ds]?|according to|opinion|view|believe[ds]?|describe[ds]?|call(?:ed)? for|urge[ds]?|suggest(?:ed)?|propose[ds]?|promise[ds]?|thank(?:ed)?|praise[ds]?|express(?:ed)?|hope[ds]?|(?<!\b(?:who|that|if (?:i|we|you|they)) )wish(?:ed)?|comment(?:ed)?|remark(?:ed)?|mention(?:ed)?|explain(?:ed)?|tell(?! (?:me|us)\b)|told|feel|felt|ask(?:ed)? for|(?<!\b(?:who|that|to|if (?:i|we|you|they)) )want(?:ed)?)\b/,
  vi: /\b(?:noi_? gi|phat bieu|cho biet|nhan manh|de xuat|chia se|cam on|mong muon|theo (?:ong|ba)|y kien|danh gia|bay to|khang dinh|de nghi)\b/,
};
