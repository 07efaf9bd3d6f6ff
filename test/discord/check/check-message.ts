import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { checkComponent, checkTypes, TOP_LEVEL, walkComponents } from "./check-components.ts";
import { checkUniqueIds } from "./check-controls.ts";
import { checkEmbeds } from "./check-embeds.ts";
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

const { message: MESSAGE } = DISCORD_LIMITS;

/** How the message gets there; what it may carry depends on it. */
export type MessageRoute = "callback" | "followup" | "channel" | "edit";

/** What is known of the message beside the body that is checked. */
export interface MessageSetting {
  readonly route: MessageRoute;
  /** Flags that the message has already, when it is edited. */
  readonly flags?: number;
  /** Files uploaded with it or there already. */
  readonly files?: readonly { readonly name: string; readonly size: number }[];
}

const FLAGS: Record<MessageRoute, number> = {
  callback:
    MessageFlags.SuppressEmbeds |
    MessageFlags.Ephemeral |
    MessageFlags.IsComponentsV2 |
    MessageFlags.SuppressNotifications,
  followup:
    MessageFlags.SuppressEmbeds |
    MessageFlags.Ephemeral |
    MessageFlags.IsComponentsV2 |
    MessageFlags.SuppressNotifications,
  channel: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
  edit: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2,
};

/** Everything that is wrong with a message that is created or edited. */
export function checkMessage(body: Json, setting: MessageSetting): Problem[] {
  const problems = collectProblems();
  const flags = asNumber(body.flags);
  const v2 = ((flags | (setting.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  const files = setting.files ?? [];
  if ((flags & ~FLAGS[setting.route]) !== 0)
    problems.remark("flags", "flags", `${flags} holds a flag that cannot be set here`);
  checkMentions(problems, body);
  checkText(problems, "content", "content", body.content, MESSAGE.content);
  if (typeof body.nonce === "string") checkText(problems, "nonce", "nonce", body.nonce, MESSAGE.nonce);
  checkEmbeds(problems, body.embeds);
  checkUploads(problems, body, files);
  checkTree(
    problems,
    body,
    v2,
    files.map(({ name }) => name),
  );
  if (v2) checkNothingBeside(problems, body);
  if (setting.route !== "edit" && isEmpty(body, files.length))
    problems.refuse("", "empty-message", "there is nothing in it");
  return problems.list;
}

/** A quote may contain @everyone, so nothing is ever left for Discord to find out. */
function checkMentions(problems: Problems, body: Json): void {
  const mentions = asObject(body.allowed_mentions);
  const lists = [mentions.parse, mentions.users ?? [], mentions.roles ?? []];
  if (!lists.every((list) => Array.isArray(list) && list.length === 0) || mentions.replied_user === true)
    problems.remark("allowed_mentions", "allowed-mentions", "must be there, and must allow nobody");
}

function checkUploads(
  problems: Problems,
  body: Json,
  files: readonly { name: string; size: number }[],
): void {
  checkCount(problems, "attachments", "attachments", files.length, MESSAGE.attachments);
  for (const { name, size } of files) {
    if (size > DISCORD_LIMITS.upload.file)
      problems.refuse("attachments", "file-size", `${name} has ${size} bytes`);
  }
  for (const [index, attachment] of asObjects(body.attachments).entries()) {
    checkText(
      problems,
      `attachments[${index}].description`,
      "media-description",
      attachment.description,
      1_024,
    );
  }
}

function checkTree(problems: Problems, body: Json, v2: boolean, files: readonly string[]): void {
  const top = asObjects(body.components);
  checkTypes(problems, "components", top, v2 ? TOP_LEVEL.v2 : TOP_LEVEL.legacy);
  const all = [...walkComponents(top)];
  checkCount(
    problems,
    "components",
    "components",
    v2 ? all.length : top.length,
    v2 ? MESSAGE.components : MESSAGE.actionRows,
  );
  for (const [path, component] of all) checkComponent(problems, path, component, files);
  checkUniqueIds(problems, all);
  const text = all
    .filter(([, { type }]) => type === ComponentType.TextDisplay)
    .reduce((sum, [, { content }]) => sum + asText(content).length, 0);
  checkCount(problems, "components", "text", text, MESSAGE.text);
  if (v2) checkFilesShown(problems, all, files);
}

/** With IS_COMPONENTS_V2 a file that no component names is not shown to anybody. */
function checkFilesShown(
  problems: Problems,
  all: readonly (readonly [string, Json])[],
  files: readonly string[],
): void {
  const shown = JSON.stringify(all.map(([, component]) => component));
  for (const name of files) {
    if (!shown.includes(JSON.stringify(`attachment://${name}`)))
      problems.remark("attachments", "file-hidden", `${name} is not shown by any component`);
  }
}

function checkNothingBeside(problems: Problems, body: Json): void {
  for (const key of ["content", "embeds", "poll", "sticker_ids"] as const) {
    const value = body[key];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    problems.refuse(key, "beside-components", `${key} cannot be used with IS_COMPONENTS_V2`);
  }
}

function isEmpty(body: Json, files: number): boolean {
  const lists = [body.embeds, body.components, body.sticker_ids];
  return (
    files === 0 &&
    asText(body.content).trim() === "" &&
    !body.poll &&
    lists.every((list) => asObjects(list).length === 0)
  );
}
