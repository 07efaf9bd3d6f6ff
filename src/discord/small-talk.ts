import { foldText } from "../../index/index.ts";

/** What a message says that asks nothing. */
export type SmallTalk = "wordless" | "thanks" | "greeting";

/** What small talk is made of, folded: a message of these words alone asks the documents nothing. */
const BESIDE =
  /^(?:a|all|accord|ad|again|anh|answer|anyone|ban|bot|cac|chi|everyone|em|for|good|help|it|lot|many|me|minh|morning|afternoon|evening|much|nha|nhe|nhieu|of|on|please|qua|rat|so|that|the|there|this|to|toi|very|with|you|your|u|voi|oi)$/;
const THANKS =
  /\b(?:thanks|thank|thx|tks|ty|cheers|cam on|ok|okay|oke|okie|great|perfect|nice|awesome|cool|got it|wow|tuyet|tuyet voi|hay qua|duoc roi|vang|da)\b/g;
const GREETING =
  /\b(?:hello|hi|hey|help|good (?:morning|afternoon|evening)|xin chao|chao|alo|giup|giup do|tro giup|huong dan)\b/g;

/**
 * Tells small talk from questions: thanks and agreement, greetings and calls for help, and what holds no letter and no
 * digit. `null` for everything else: a question that also thanks is a question.
 */
export function readSmallTalk(text: string): SmallTalk | null {
  const folded = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (folded === "") return "wordless";
  const isMadeOf = (core: RegExp): boolean => {
    const rest = folded.replace(core, " ");
    return rest !== folded && rest.split(" ").every((word) => word === "" || BESIDE.test(word));
  };
  if (isMadeOf(THANKS)) return "thanks";
  return isMadeOf(GREETING) ? "greeting" : null;
}
