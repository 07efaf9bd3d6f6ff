import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { asObjects, checkCount, checkText, collectProblems, type Json, type Problem } from "./problem.ts";

const { autocomplete: AUTOCOMPLETE } = DISCORD_LIMITS;

/** Everything that is wrong with the choices that autocompletion offers. */
export function checkChoices(data: Json): Problem[] {
  const problems = collectProblems();
  const choices = asObjects(data.choices);
  if (!Array.isArray(data.choices)) problems.refuse("choices", "autocomplete-choices", "is required");
  checkCount(problems, "choices", "autocomplete-choices", choices.length, AUTOCOMPLETE.choices);
  for (const [index, choice] of choices.entries()) {
    checkText(problems, `choices[${index}].name`, "choice-name", choice.name, AUTOCOMPLETE.choiceName, 1);
    if (typeof choice.value !== "number")
      checkText(
        problems,
        `choices[${index}].value`,
        "choice-value",
        choice.value,
        AUTOCOMPLETE.choiceValue,
        1,
      );
  }
  return problems.list;
}
