import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import {
  asNumber,
  asObject,
  asObjects,
  asText,
  checkCount,
  checkText,
  collectProblems,
  type Json,
  type Problem,
  type Problems,
} from "./problem.ts";

const { command: COMMAND } = DISCORD_LIMITS;

/** Names of slash commands and of options; interactions/application-commands, "Application Command Naming". */
const NAME = /^[-_'\u02bc\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Everything that is wrong with one command. */
export function checkCommand(command: Json): Problem[] {
  const problems = collectProblems();
  const type = command.type ?? ApplicationCommandType.ChatInput;
  if (type === ApplicationCommandType.ChatInput) {
    checkNamed(problems, "", command);
    checkOptions(problems, "", asObjects(command.options));
  } else {
    for (const [path, name] of localised("", "name", command))
      checkText(problems, path, "command-name", name, COMMAND.name, 1);
    if (asText(command.description) !== "")
      problems.refuse("description", "command-description", "a menu entry has none");
    if (asObjects(command.options).length > 0)
      problems.refuse("options", "command-options", "a menu entry has none");
  }
  checkCount(problems, "", "command-total", countCharacters(command), COMMAND.total);
  return problems.list;
}

/** Everything that is wrong with the set of commands of one place. */
export function checkCommands(commands: readonly Json[]): Problem[] {
  const problems = collectProblems();
  for (const kind of [1, 2, 3]) {
    const members = commands.filter(({ type }) => (asNumber(type) || 1) === kind);
    const most = kind === ApplicationCommandType.ChatInput ? COMMAND.chatInput : COMMAND.contextMenu;
    checkCount(problems, "", "command-count", members.length, most);
    const names = members.map(({ name }) => name);
    if (new Set(names).size !== names.length) problems.refuse("", "command-unique", "a name stands twice");
  }
  return problems.list;
}

function checkNamed(problems: Problems, path: string, named: Json): void {
  for (const [where, name] of localised(path, "name", named)) {
    checkText(problems, where, "command-name", name, COMMAND.name, 1);
    if (!NAME.test(asText(name)) || asText(name) !== asText(name).toLowerCase())
      problems.refuse(where, "command-name", `"${asText(name)}" is not a name in lower case without spaces`);
  }
  for (const [where, text] of localised(path, "description", named)) {
    checkText(problems, where, "command-description", text, COMMAND.description, 1);
  }
}

function checkOptions(problems: Problems, path: string, options: readonly Json[]): void {
  checkCount(problems, `${path}options`, "command-options", options.length, COMMAND.options);
  const names = options.map(({ name }) => name);
  if (new Set(names).size !== names.length)
    problems.refuse(`${path}options`, "option-name", "a name stands twice");
  let optionalSeen = false;
  for (const [index, option] of options.entries()) {
    const here = `${path}options[${index}].`;
    checkNamed(problems, here, option);
    if (isGroup(option)) {
      checkOptions(problems, here, asObjects(option.options));
      continue;
    }
    if (option.required === true && optionalSeen)
      problems.refuse(`${here}required`, "option-order", "required options come first");
    optionalSeen ||= option.required !== true;
    checkChoices(problems, here, option);
    for (const key of ["min_length", "max_length"] as const) {
      const length = option[key];
      if (length !== undefined && (typeof length !== "number" || length < 0 || length > COMMAND.stringLength))
        problems.refuse(`${here}${key}`, "option-length", `${String(length)} cannot be asked for`);
    }
  }
}

function checkChoices(problems: Problems, path: string, option: Json): void {
  const choices = asObjects(option.choices);
  checkCount(problems, `${path}choices`, "option-choices", choices.length, COMMAND.choices);
  if (choices.length > 0 && option.autocomplete === true)
    problems.refuse(`${path}autocomplete`, "option-choices", "an option has choices or autocomplete");
  for (const [index, choice] of choices.entries()) {
    const here = `${path}choices[${index}].`;
    for (const [where, name] of localised(here, "name", choice))
      checkText(problems, where, "choice-name", name, COMMAND.choiceName, 1);
    if (option.type === ApplicationCommandOptionType.String)
      checkText(problems, `${here}value`, "choice-value", choice.value, COMMAND.choiceValue);
  }
}

function isGroup({ type }: Json): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** A field and its translations. */
function localised(path: string, field: "name" | "description", named: Json): (readonly [string, unknown])[] {
  const translations = Object.entries(asObject(named[`${field}_localizations`]));
  return [
    [`${path}${field}`, named[field]],
    ...translations.map(([locale, text]) => [`${path}${field}_localizations.${locale}`, text] as const),
  ];
}

/** Characters that count towards the limit of a command: of a translated field only its longest text. */
export function countCharacters(named: Json): number {
  const longest = (["name", "description"] as const).map((field) =>
    Math.max(...localised("", field, named).map(([, text]) => asText(text).length)),
  );
  const within = [...asObjects(named.options), ...asObjects(named.choices)];
  return longest.reduce(
    (sum, length) => sum + length,
    asText(named.value).length + within.reduce((sum, each) => sum + countCharacters(each), 0),
  );
}
