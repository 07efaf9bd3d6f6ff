import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { asObject, asObjects, asText, checkCount, checkText, type Json, type Problems } from "./problem.ts";

const { component: COMPONENT } = DISCORD_LIMITS;

/** Every kind of select menu. */
export const SELECT_TYPES: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** A button has a label or an emoji, and either a custom id or, as a link, an address. */
export function checkButton(problems: Problems, path: string, button: Json): void {
  checkText(problems, `${path}.label`, "button-label", button.label, COMPONENT.buttonLabel);
  if (asText(button.label) === "" && Object.keys(asObject(button.emoji)).length === 0)
    problems.refuse(path, "button-label", "a button needs a label or an emoji");
  if (
    typeof button.style !== "number" ||
    button.style < ButtonStyle.Primary ||
    button.style > ButtonStyle.Link
  ) {
    problems.refuse(`${path}.style`, "button-style", "is 1 to 5");
  }
  if (button.style === ButtonStyle.Link) {
    checkText(problems, `${path}.url`, "button-url", button.url, COMPONENT.url, 1);
    if (!/^(https?|discord):\/\/[^\s/]/.test(asText(button.url)) || !URL.canParse(asText(button.url)))
      problems.refuse(`${path}.url`, "button-url", "is no http, https or discord address");
    if (button.custom_id !== undefined && button.custom_id !== null)
      problems.refuse(`${path}.custom_id`, "custom-id", "a link button has none");
    return;
  }
  checkText(problems, `${path}.custom_id`, "custom-id", button.custom_id, COMPONENT.customId, 1);
  if (button.url !== undefined && button.url !== null)
    problems.refuse(`${path}.url`, "button-url", "only a link button has one");
}

/** A select menu: its options with unique values, and how many of them may be chosen. */
export function checkSelect(problems: Problems, path: string, select: Json): void {
  checkText(problems, `${path}.custom_id`, "custom-id", select.custom_id, COMPONENT.customId, 1);
  checkText(
    problems,
    `${path}.placeholder`,
    "select-placeholder",
    select.placeholder,
    COMPONENT.selectPlaceholder,
  );
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (
    typeof least !== "number" ||
    typeof most !== "number" ||
    least < 0 ||
    most < 1 ||
    least > most ||
    most > 25
  )
    problems.refuse(
      path,
      "select-values",
      `from ${String(least)} to ${String(most)} values cannot be chosen`,
    );
  if (select.type !== ComponentType.StringSelect) return;

  const options = asObjects(select.options);
  checkCount(problems, `${path}.options`, "select-options", options.length, COMPONENT.selectOptions, 1);
  if (typeof most === "number" && most > options.length)
    problems.refuse(
      `${path}.max_values`,
      "select-values",
      `${most} of ${options.length} options cannot be chosen`,
    );
  for (const [index, option] of options.entries()) {
    const here = `${path}.options[${index}]`;
    checkText(problems, `${here}.label`, "option-label", option.label, COMPONENT.optionLabel, 1);
    checkText(problems, `${here}.value`, "option-value", option.value, COMPONENT.optionValue, 1);
    checkText(
      problems,
      `${here}.description`,
      "option-description",
      option.description,
      COMPONENT.optionDescription,
    );
  }
  const values = options.map(({ value }) => value);
  if (new Set(values).size !== values.length)
    problems.refuse(`${path}.options`, "option-value", "values are not unique");
}

/** Custom ids and numeric ids may not stand twice in one message or modal. */
export function checkUniqueIds(problems: Problems, components: Iterable<readonly [string, Json]>): void {
  const seen = new Set<string>();
  for (const [path, component] of components) {
    for (const key of ["custom_id", "id"] as const) {
      const id = component[key];
      if (id === undefined || id === null || id === 0) continue;
      const known = `${key} ${String(id)}`;
      if (seen.has(known)) problems.refuse(`${path}.${key}`, "unique-id", `${String(id)} stands twice`);
      seen.add(known);
    }
  }
}

/** Refuses a text display without text, or with more than a message may hold. */
export function checkTextDisplay(problems: Problems, path: string, { content }: Json): void {
  checkText(problems, `${path}.content`, "text-display", content, DISCORD_LIMITS.message.text, 1);
}
