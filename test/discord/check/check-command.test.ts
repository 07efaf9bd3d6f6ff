import { describe, expect, test } from "vitest";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { checkChoices } from "./check-choices.ts";
import { checkCommand, checkCommands, countCharacters } from "./check-command.ts";
import { checkModal } from "./check-modal.ts";
import type { Json, Problem } from "./problem.ts";

const { command: COMMAND, autocomplete: AUTOCOMPLETE, modal: MODAL } = DISCORD_LIMITS;

const rules = (problems: readonly Problem[]) => problems.map(({ rule }) => rule);
const x = (length: number) => "x".repeat(length);
const times = (count: number, make: (index: number) => Json): Json[] =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (more: Json = {}): Json => ({ name: "ask", description: "Asks", ...more });
const option = (more: Json = {}): Json => ({ type: 3, name: "question", description: "What", ...more });
const choice = (index: number): Json => ({ name: `Choice ${index}`, value: `${index}` });
const label = (input: Json = {}, more: Json = {}): Json => ({
  type: 18,
  label: "Why",
  component: { type: 4, style: 1, custom_id: "reason", ...input },
  ...more,
});
const modal = (...components: Json[]): Json => ({ title: "Why", custom_id: "why", components });

const checks = {
  command: checkCommand,
  commands: (body: Json) => checkCommands(body.commands as Json[]),
  choices: checkChoices,
  modal: checkModal,
};

/** What is limited, what is checked, the rule that says so, and a body that has `size` of it. */
const limits: readonly (readonly [string, keyof typeof checks, string, number, (size: number) => Json])[] = [
  ["characters of a name", "command", "command-name", COMMAND.name, (size) => command({ name: x(size) })],
  [
    "characters of a translated name",
    "command",
    "command-name",
    COMMAND.name,
    (size) => command({ name_localizations: { vi: x(size) } }),
  ],
  [
    "characters of a description",
    "command",
    "command-description",
    COMMAND.description,
    (size) => command({ description: x(size) }),
  ],
  [
    "options",
    "command",
    "command-options",
    COMMAND.options,
    (size) => command({ options: times(size, (index) => option({ name: `q${index}` })) }),
  ],
  [
    "choices of an option",
    "command",
    "option-choices",
    COMMAND.choices,
    (size) => command({ options: [option({ choices: times(size, choice) })] }),
  ],
  [
    "characters of a choice's name",
    "command",
    "choice-name",
    COMMAND.choiceName,
    (size) => command({ options: [option({ choices: [{ name: x(size), value: "a" }] })] }),
  ],
  [
    "characters of a choice's value",
    "command",
    "choice-value",
    COMMAND.choiceValue,
    (size) => command({ options: [option({ choices: [{ name: "a", value: x(size) }] })] }),
  ],
  [
    "characters to take",
    "command",
    "option-length",
    COMMAND.stringLength,
    (size) => command({ options: [option({ max_length: size })] }),
  ],
  [
    "slash commands",
    "commands",
    "command-count",
    COMMAND.chatInput,
    (size) => ({ commands: times(size, (index) => command({ name: `a${index}` })) }),
  ],
  [
    "menu entries",
    "commands",
    "command-count",
    COMMAND.contextMenu,
    (size) => ({ commands: times(size, (index) => ({ name: `A ${index}`, type: 3 })) }),
  ],
  [
    "choices of autocomplete",
    "choices",
    "autocomplete-choices",
    AUTOCOMPLETE.choices,
    (size) => ({ choices: times(size, choice) }),
  ],
  [
    "characters of a completed name",
    "choices",
    "choice-name",
    AUTOCOMPLETE.choiceName,
    (size) => ({ choices: [{ name: x(size), value: "a" }] }),
  ],
  [
    "characters of a completed value",
    "choices",
    "choice-value",
    AUTOCOMPLETE.choiceValue,
    (size) => ({ choices: [{ name: "a", value: x(size) }] }),
  ],
  [
    "characters of a modal's title",
    "modal",
    "modal-title",
    MODAL.title,
    (size) => ({ ...modal(label()), title: x(size) }),
  ],
  [
    "components of a modal",
    "modal",
    "modal-components",
    MODAL.components,
    (size) => modal(...times(size, (index) => label({ custom_id: `${index}` }))),
  ],
  [
    "characters of a label",
    "modal",
    "modal-label",
    MODAL.label,
    (size) => modal(label({}, { label: x(size) })),
  ],
  [
    "characters of a label's description",
    "modal",
    "label-description",
    MODAL.labelDescription,
    (size) => modal(label({}, { description: x(size) })),
  ],
  [
    "characters of an input's placeholder",
    "modal",
    "input-placeholder",
    MODAL.inputPlaceholder,
    (size) => modal(label({ placeholder: x(size) })),
  ],
  [
    "characters of an input's value",
    "modal",
    "input-value",
    MODAL.inputValue,
    (size) => modal(label({ value: x(size) })),
  ],
  [
    "characters that an input asks for",
    "modal",
    "input-length",
    MODAL.inputValue,
    (size) => modal(label({ max_length: size })),
  ],
];

describe("commands, choices and modals", () => {
  test.each(limits)("may have so many %s and no more", (_, kind, rule, limit, make) => {
    expect(rules(checks[kind](make(limit)))).toEqual([]);
    expect(rules(checks[kind](make(limit + 1)))).toContain(rule);
  });

  test("a Vietnamese name is one in lower case, composed", () => {
    const named = (vi: string) => rules(checkCommand(command({ name_localizations: { vi } })));
    expect(named("hỏi-đáp")).toEqual([]);
    expect(named("Hỏi")).toEqual(["command-name"]);
    expect(named("hỏi đáp")).toEqual(["command-name"]);
    expect(named("hỏi".normalize("NFD"))).toEqual(["command-name"]);
  });

  test("a command counts with the longest of each text", () => {
    const options = times(24, (index) =>
      option({
        name: `q${index + 10}`,
        description: x(90),
        choices: times(2, () => ({ name: x(100), value: "a" })),
      }),
    );
    const heavy = command({ options, description_localizations: { vi: x(50) } });
    expect(countCharacters(heavy)).toBe(3 + 50 + 24 * (3 + 90 + 2 * 101));
    const full = (rest: number) =>
      command({
        options: [...options, option({ choices: times(9, () => ({ name: x(100), value: x(rest) })) })],
      });
    expect(rules(checkCommand(full(0)))).not.toContain("command-total");
    expect(rules(checkCommand(full(60)))).toContain("command-total");
  });

  test.each([
    ["command", "option-order", command({ options: [option(), option({ name: "b", required: true })] })],
    ["command", "option-name", command({ options: [option(), option()] })],
    [
      "command",
      "option-choices",
      command({ options: [option({ autocomplete: true, choices: [choice(1)] })] }),
    ],
    ["command", "command-description", { name: "Find sources", type: 3, description: "a" }],
    ["commands", "command-unique", { commands: [command(), command()] }],
    ["choices", "autocomplete-choices", {}],
    ["choices", "choice-name", { choices: [{ name: "", value: "a" }] }],
    ["modal", "modal-components", modal()],
    ["modal", "unique-id", modal(label(), label())],
    ["modal", "component-place", modal({ type: 17, components: [] })],
  ] as const)("a %s can break the rule %s", (kind, rule, body) => {
    expect(rules(checks[kind](body))).toContain(rule);
  });
});
