import type { Language } from "../document.ts";
import { HOW_MANY_VI, WHERE_VI } from "./form-words.ts";

// Ways of asking that go with any kind of thing asked for; like all forms on folded words.

/** Verbs that follow "what" in their third person: "what happens" asks for one thing. */
const VERBS =
  "(?:happens|makes|means|causes|helps|comes|goes|takes|gives|needs|drives|keeps|leads|follows|counts|matters|works|brings|remains|changes|includes|sets|allows|prevents|shows|explains|says|looks|gets|stands|stops|becomes|belongs|depends|applies|begins|starts|ends|seems)";
/** Words in -s that are no plurals. */
const SINGULAR =
  "(?:\\w*(?:ss|us|is)|does|has|was|as|physics|mathematics|economics|politics|linguistics|ethics|news|series|ielts|ects)";
const AUXILIARY =
  "(?:is|was|are|were|be|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|the|a|an)";

/** That several things are asked for. */
export const LIST_FORMS: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `\\b(?:list|name (?:all|the|every)|what are|what were|(?:which|what) (?:(?!${AUXILIARY} |${VERBS} )\\w+ )?(?!(?:${SINGULAR}|${VERBS})\\b)\\w{3,}s(?! (?:of|the|an?|it|this|that|them|us|you|me)\\b)|everything|all the|each|respectively|and in|and (?:what|whom?|when|where|which|how|why)(?! (?:is|are) (?:more|important)))\\b`,
  ),
  vi: /\b(?:nhung (?:\w+ ){0,6}(?:nao|gi|ai)|cac (?:\w+ ){1,5}nao|liet ke|gom nhung|bao gom|nhung gi|lan luot|moi ben)\b|^cac (?!.*\b(?:co|duoc|phai|gi|nao|ai|bao nhieu|khong|chua|dau|khi|sao|may)\b)/,
};

/** That a cause or a purpose is asked for. */
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

/** That what somebody said or thinks is asked for. */
export const SPEECH_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:sa(?:y|id|ys)|think|thought|stress(?:ed)?|emphasi[sz]e[ds]?|according to|opinion|view|believe[ds]?|describe[ds]?|call(?:ed)? for|urge[ds]?|suggest(?:ed)?|propose[ds]?|promise[ds]?|thank(?:ed)?|praise[ds]?|express(?:ed)?|hope[ds]?|(?<!\b(?:who|that|if (?:i|we|you|they)) )wish(?:ed)?|comment(?:ed)?|remark(?:ed)?|mention(?:ed)?|explain(?:ed)?|tell(?! (?:me|us)\b)|told|feel|felt|ask(?:ed)? for|(?<!\b(?:who|that|to|if (?:i|we|you|they)) )want(?:ed)?)\b/,
  vi: /\b(?:noi_? gi|phat bieu|cho biet|nhan manh|de xuat|chia se|cam on|mong muon|theo (?:ong|ba)|y kien|danh gia|bay to|khang dinh|de nghi)\b/,
};
