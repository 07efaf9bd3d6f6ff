// Words and turns that several forms of question share, as sources of regular expressions on folded text.

/** "What is the", and two words at most before the noun that is asked for. */
export const WHAT_IS =
  "\\b(?:what|which)(?: (?:is|was|were|are|will be))? (?:the|its|their|his|her|our|your) (?:(?!(?:of|for|in|on|at|to|and|or)\\b)\\w+ ){0,2}";
/** What may stand before "who" and "when" where these ask. */
export const OPENING =
  "^(?:(?:and|but|so|or|then|now|also|ok|okay|well|hi|hello|please|exactly) )?|\\b(?:me|us|know|out|and|but|exactly) ";

/** That money is given for something. */
export const PAID =
  "\\b(?:costs?|charged?|pays?|paid|paying|spend|spent|price|fees?|worth|earn|salary|wages?)\\b";
/** Rates that are percentages; that of a room is a price. */
export const RATE =
  "(?:pass|success|interest|survival|employment|completion|response|dropout|inflation|unemployment|growth|graduation|retention) rate";
/** That only a part of it is asked after. */
export const PART = "\\b(?:reduc|discount|waive|cover|support|subsidi|off\\b|share|part\\b|per ?cent|of the)";

/** What has a name of its own, in one or more: "which hospital", "which two museums". */
export const NAMED_EN =
  "(?:universit(?:y|ies)|colleges?|schools?|hospitals?|museums?|librar(?:y|ies)|compan(?:y|ies)|firms?|banks?|manufacturers?|suppliers?|lenders?|donors?|sponsors?|ministr(?:y|ies)|departments?|facult(?:y|ies)|agenc(?:y|ies)|organi[sz]ations?|institut(?:e|es|ion|ions)|cent(?:re|er)s?|hotels?|embass(?:y|ies)|foundations?|associations?|societ(?:y|ies)|villages?|communes?|famil(?:y|ies)|newspapers?|airlines?)";
export const NAMED_VI =
  "(?:truong|dai hoc|benh vien|bao tang|thu vien|cong ty|doanh nghiep|ngan hang|(?<!\\b(?:can|noi|toan|dong|tien|cong) )bo|(?<!\\b(?:con|chu|co|he|don|ho|tran|ky) )so|(?<!\\b(?:sinh|giang|nhan|hoc|thanh|doan|hoi|chuyen|dao|ung) )vien|(?<!\\b(?:nha|dieu|bach|chia) )khoa|to chuc|co quan|don vi|khach san|quy|(?<!\\b(?:co|xa) )hoi|hiep hoi|(?<!\\btac )xa|thon|lang|to bao|du an|chuong trinh|tap doan|truong dai hoc)";
/** People who are named one by one. */
export const PEOPLE_EN =
  "(?:lecturers?|professors?|teachers?|experts?|speakers?|doctors?|dentists?|nurses?|engineers?|researchers?|scientists?|artists?|architects?|interpreters?|coordinators?|officials?|leaders?|directors?|rectors?|deans?|ministers?|person|people|members? of staff|staff members?)";
export const PEOPLE_VI =
  "(?:giang vien|giao vien|giao su|chuyen gia|bac si|nha khoa hoc|can bo|lanh dao|dien gia|nghe si)";
/** A place, and not where messages go. */
export const ADDRESS = "(?<!\\b(?:mail|email|web|website|ip) )address";

// Vietnamese is matched without its diacritics, so each form has to be safe where these are not written; where they are, a
// word that is only spelled alike ends in "_" (`homographs.ts`).

/** "Đâu" is where, "đầu" the beginning. */
export const WHERE_VI =
  "\\b(?:o|tai|den|tu|ve|vao) dau\\b(?! (?:nam|thang|tuan|ky|quy|mua|gio|buoi|the ky|hoc ky|khoa|tu|tien|vao|ra|cuoi|den|nhung)\\b)";
/** "Mấy" is how many, "máy" a machine. */
const MACHINE =
  "(?! (?:chieu|tinh|moc|in|lanh|anh|bay|giat|phat|quay|tro|bom|chu|photo|photocopy|say|scan|loc|fax|vi tinh)\\b)";
export const HOW_MANY_VI = `(?:co|duoc|lay|gom|trong|nhan|cu|moi) may${MACHINE}|may (?:nguoi|truong|nuoc|du an|khoa|linh vuc|bai|don vi|dia phuong|vien|chuong trinh|sinh vien|em|suat|lop|dot|lan|cai|giang vien|cong ty|doanh nghiep|tram|chiec|ghe|giai|bao cao|cuoc|quyen|tang|ho|xa|huyen|benh vien|khach|dai bieu|thanh vien|nhom|hoc bong|doi|thiet bi)`;
/** Pay, not quantity; price, not nation, expert or valuation; fee, not Africa. */
export const PAY =
  "(?<!\\b(?:chat|so|nang|san|khoi|tru|dinh|thoi|dung|trong|luc|do|lieu|tai) )luong(?! (?:mua|nuoc|tu|khach)\\b)";
export const PRICE = "(?<!\\b(?:quoc|tham|chuyen|danh|tac|lien|hoang) )gia(?! (?:dinh|han|tang|nhap|lai)\\b)";
export const FEE = "(?<!\\bchau )phi(?! (?:chinh phu|loi nhuan)\\b)";
/** "Bao nhiêu" before a noun counts it; before these and at the end it asks for a sum. */
export const SUM_VI =
  "bao nhieu(?= ?(?:$|\\d|(?:tien|cho|moi|mot|hang|trong|vao|tu|tai|o|de|khi|neu|voi|va|theo|thi|nam|trieu|ty|dong|usd|euro)\\b))";
