import { ComponentType } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { checkSelect, checkTextDisplay, checkUniqueIds, SELECT_TYPES } from "./check-controls.ts";
import {
  asNumber,
  asObject,
  asObjects,
  checkCount,
  checkText,
  collectProblems,
  type Json,
  type Problem,
  type Problems,
} from "./problem.ts";

const { modal: MODAL, component: COMPONENT } = DISCORD_LIMITS;

/** Kinds of input that a label may carry, beside text inputs and select menus: file upload, radio and check boxes. */
const OTHER_INPUTS: readonly number[] = [19, 21, 22, 23];

/** Everything that is wrong with a modal. */
export function checkModal(modal: Json): Problem[] {
  const problems = collectProblems();
  checkText(problems, "title", "modal-title", modal.title, MODAL.title, 1);
  checkText(problems, "custom_id", "custom-id", modal.custom_id, COMPONENT.customId, 1);
  const components = asObjects(modal.components);
  checkCount(problems, "components", "modal-components", components.length, MODAL.components, 1);
  const inputs: (readonly [string, Json])[] = [];
  for (const [index, component] of components.entries()) {
    const path = `components[${index}]`;
    if (component.type === ComponentType.Label) {
      checkText(problems, `${path}.label`, "modal-label", component.label, MODAL.label, 1);
      checkText(
        problems,
        `${path}.description`,
        "label-description",
        component.description,
        MODAL.labelDescription,
      );
      inputs.push([`${path}.component`, asObject(component.component)]);
    } else if (component.type === ComponentType.ActionRow) {
      const [input = {}, ...more] = asObjects(component.components);
      if (more.length > 0)
        problems.refuse(`${path}.components`, "modal-row", "a row of a modal holds one input");
      checkText(problems, `${path}.components[0].label`, "modal-label", input.label, MODAL.label, 1);
      inputs.push([`${path}.components[0]`, input]);
    } else if (component.type === ComponentType.TextDisplay) {
      checkTextDisplay(problems, path, component);
    } else {
      problems.refuse(
        `${path}.type`,
        "component-place",
        `type ${String(component.type)} may not stand in a modal`,
      );
    }
  }
  for (const [path, input] of inputs) {
    const type = asNumber(input.type);
    if (type === ComponentType.TextInput) checkInput(problems, path, input);
    else if (SELECT_TYPES.includes(type)) checkSelect(problems, path, input);
    else if (!OTHER_INPUTS.includes(type))
      problems.refuse(`${path}.type`, "component-place", `type ${String(input.type)} is no input`);
  }
  checkUniqueIds(problems, inputs);
  return problems.list;
}

/** A text input: its lengths must leave room for an answer. */
export function checkInput(problems: Problems, path: string, input: Json): void {
  checkText(problems, `${path}.custom_id`, "custom-id", input.custom_id, COMPONENT.customId, 1);
  checkText(problems, `${path}.placeholder`, "input-placeholder", input.placeholder, MODAL.inputPlaceholder);
  checkText(problems, `${path}.value`, "input-value", input.value, MODAL.inputValue);
  if (input.style !== 1 && input.style !== 2) problems.refuse(`${path}.style`, "input-style", "is 1 or 2");
  const least = input.min_length ?? 0;
  const most = input.max_length ?? MODAL.inputValue;
  if (
    typeof least !== "number" ||
    typeof most !== "number" ||
    least < 0 ||
    most < 1 ||
    most > MODAL.inputValue ||
    least > most
  )
    problems.refuse(
      path,
      "input-length",
      `from ${String(least)} to ${String(most)} characters cannot be asked for`,
    );
}
