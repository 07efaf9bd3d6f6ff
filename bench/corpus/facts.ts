import { pluralise, writeDate } from "./prose.ts";
import { pickAnyWord, pickWord, type Writer } from "./writer.ts";

/** A sentence that somebody may ask for, and how. */
export interface Fact {
  readonly sentence: string;
  readonly question: string;
  /** The same question in Vietnamese, as it is asked of English documents: names and terms stay as they are. */
  readonly vietnamese: string;
  /** The name that the question turns on. */
  readonly name: string;
}

/** A fact with a name, a thing and something that can be asked for: a date, a person, a number, an amount, a place, a cause. */
export function writeFact(writer: Writer): Fact {
  const { random } = writer;
  const person = pickAnyWord(writer, "people");
  const institution = pickAnyWord(writer, "institutions");
  const place = pickWord(writer, "places");
  const field = pickWord(writer, "fields");
  const thing = `${pickWord(writer, "adjectives")} ${pickWord(writer, "nouns")}`;
  switch (random.below(6)) {
    case 0:
      return {
        sentence: `On ${writeDate(writer)}, ${person} signed an agreement on ${field} with the ${institution} in ${place}.`,
        question: `When did ${person} sign the agreement with the ${institution}?`,
        vietnamese: `${person} ký thỏa thuận với ${institution} khi nào?`,
        name: person,
      };
    case 1:
      return {
        sentence: `The ${thing} of the ${institution} was led by ${person}, a specialist in ${field} from ${place}.`,
        question: `Who led the ${thing} of the ${institution}?`,
        vietnamese: `Ai lãnh đạo ${thing} của ${institution}?`,
        name: institution,
      };
    case 2: {
      const people = pluralise(pickWord(writer, "nouns"));
      return {
        sentence: `The ${institution} counted ${20 + random.below(980)} ${people} at the ${thing} in ${place} during ${1950 + random.below(75)}.`,
        question: `How many ${people} did the ${institution} count in ${place}?`,
        vietnamese: `${institution} đã đếm được bao nhiêu ${people} ở ${place}?`,
        name: institution,
      };
    }
    case 3:
      return {
        sentence: `The ${institution} gave ${5 + random.below(900)},000 dollars for the ${thing} that ${person} had proposed in ${place}.`,
        question: `How much money did the ${institution} give for the ${thing}?`,
        vietnamese: `${institution} đã tài trợ bao nhiêu tiền cho ${thing}?`,
        name: institution,
      };
    case 4:
      return {
        sentence: `The first conference on ${field} of the ${institution} was held in ${place}, where ${person} spoke about the ${thing}.`,
        question: `Where did the ${institution} hold its first conference on ${field}?`,
        vietnamese: `Hội nghị ${field} đầu tiên của ${institution} được tổ chức ở đâu?`,
        name: institution,
      };
    default:
      return {
        sentence: `${person} closed the ${thing} in ${place} because the ${institution} no longer paid for ${field}.`,
        question: `Why did ${person} close the ${thing} in ${place}?`,
        vietnamese: `Tại sao ${person} đóng cửa ${thing} ở ${place}?`,
        name: person,
      };
  }
}
