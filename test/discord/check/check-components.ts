import { ComponentType } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { checkButton, checkSelect, checkTextDisplay, SELECT_TYPES } from "./check-controls.ts";
import {
  asNumber,
  asObject,
  asObjects,
  asText,
  checkCount,
  checkText,
  type Json,
  type Problems,
} from "./problem.ts";

const { component: COMPONENT } = DISCORD_LIMITS;

const IN_CONTAINER: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];

/** What may stand at the top of a message, by whether it carries IS_COMPONENTS_V2. */
export const TOP_LEVEL = {
  legacy: [ComponentType.ActionRow] as readonly number[],
  v2: [...IN_CONTAINER, ComponentType.Container] as readonly number[],
};

/** Every component of a tree, nested ones and accessories, each with its path. */
export function* walkComponents(
  components: unknown,
  path = "components",
): Generator<readonly [string, Json]> {
  for (const [index, component] of asObjects(components).entries()) {
    const here = `${path}[${index}]`;
    yield [here, component];
    yield* walkComponents(component.components, `${here}.components`);
    for (const key of ["accessory", "component"] as const) {
      if (component[key] !== undefined) yield* walkOne(component[key], `${here}.${key}`);
    }
  }
}

function* walkOne(component: unknown, path: string): Generator<readonly [string, Json]> {
  yield [path, asObject(component)];
}

/** Checks one component by itself: what it may hold, and the length of its texts. `files` are the names sent along. */
export function checkComponent(
  problems: Problems,
  path: string,
  component: Json,
  files: readonly string[],
): void {
  const children = asObjects(component.components);
  const within = `${path}.components`;
  switch (component.type) {
    case ComponentType.ActionRow:
      checkRow(problems, within, children);
      return;
    case ComponentType.Button:
      checkButton(problems, path, component);
      return;
    case ComponentType.Section:
      checkCount(problems, within, "section", children.length, COMPONENT.sectionTexts, 1);
      checkTypes(problems, within, children, [ComponentType.TextDisplay]);
      checkAccessory(problems, `${path}.accessory`, component.accessory);
      return;
    case ComponentType.TextDisplay:
      checkTextDisplay(problems, path, component);
      return;
    case ComponentType.Thumbnail:
      checkMedia(problems, path, component, files);
      return;
    case ComponentType.MediaGallery: {
      const items = asObjects(component.items);
      checkCount(problems, `${path}.items`, "gallery", items.length, COMPONENT.galleryItems, 1);
      for (const [index, item] of items.entries())
        checkMedia(problems, `${path}.items[${index}]`, item, files);
      return;
    }
    case ComponentType.File:
      checkFile(problems, `${path}.file`, asObject(component.file), files, true);
      return;
    case ComponentType.Separator:
      if (component.spacing !== undefined && component.spacing !== 1 && component.spacing !== 2)
        problems.refuse(`${path}.spacing`, "separator", "is 1 or 2");
      return;
    case ComponentType.Container:
      checkCount(problems, within, "container", children.length, DISCORD_LIMITS.message.components, 1);
      checkTypes(problems, within, children, IN_CONTAINER);
      return;
    default:
      if (SELECT_TYPES.includes(asNumber(component.type))) checkSelect(problems, path, component);
      else
        problems.refuse(
          `${path}.type`,
          "component-type",
          `${String(component.type)} is no component of a message`,
        );
  }
}

/** Refuses components that may not stand here. */
export function checkTypes(
  problems: Problems,
  path: string,
  components: readonly Json[],
  allowed: readonly number[],
): void {
  for (const [index, { type }] of components.entries()) {
    if (!allowed.includes(asNumber(type)))
      problems.refuse(
        `${path}[${index}].type`,
        "component-place",
        `a component of type ${String(type)} may not stand here`,
      );
  }
}

function checkRow(problems: Problems, path: string, children: readonly Json[]): void {
  const selects = children.filter(({ type }) => SELECT_TYPES.includes(asNumber(type))).length;
  checkCount(problems, path, "action-row", children.length, selects > 0 ? 1 : COMPONENT.buttonsInRow, 1);
  checkTypes(problems, path, children, [ComponentType.Button, ...SELECT_TYPES]);
}

function checkAccessory(problems: Problems, path: string, accessory: unknown): void {
  checkTypes(problems, path, [asObject(accessory)], [ComponentType.Button, ComponentType.Thumbnail]);
}

function checkMedia(problems: Problems, path: string, item: Json, files: readonly string[]): void {
  checkText(
    problems,
    `${path}.description`,
    "media-description",
    item.description,
    COMPONENT.mediaDescription,
  );
  checkFile(problems, `${path}.media`, asObject(item.media), files, false);
}

function checkFile(
  problems: Problems,
  path: string,
  file: Json,
  files: readonly string[],
  attachedOnly: boolean,
): void {
  const url = asText(file.url);
  if (url.startsWith("attachment://")) {
    if (!files.includes(url.slice("attachment://".length)))
      problems.refuse(`${path}.url`, "attachment", `${url} names no file of this message`);
  } else if (attachedOnly || !/^https?:\/\//.test(url)) {
    problems.refuse(`${path}.url`, "attachment", `${url} is not an address that may stand here`);
  }
}
