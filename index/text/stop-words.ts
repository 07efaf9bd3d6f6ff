import type { Language } from "../document.ts";

/** Words, folded, that carry no topic. Question words are among them: what they ask for is read in `question/ask.ts`. */
const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here hers
    him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out
    over own please same she should so some such tell than that the their them then there these they this those
    through to too under until up very was we were what when where which while who whom whose why will with would you
    your s t arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt ive shouldnt theyre theyve wasnt werent
    weve whats whens wheres whos wont wouldnt youre youve`.split(/\s+/),
  ),
  vi: new Set(
    `a ai ay bao bi boi cac cai cho co con cua cung da dang de den do duoc gi hay hoac khi khong la lai len luc ma mot
    nao nay neu nhieu nhu nhung o qua ra rang rat roi sao se tai the theo thi trong tren tu va vao vay ve vi voi`.split(
      /\s+/,
    ),
  ),
};

/** Whether a folded word carries no topic in that language. */
export function isStopWord(word: string, language: Language): boolean {
  return STOP_WORDS[language].has(word);
}
