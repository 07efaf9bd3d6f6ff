import { ComponentType, MessageFlags } from "discord.js";
import { expect } from "vitest";
import { decodeCustomId } from "../../../src/discord/custom-id.ts";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import type { ReplyPayload } from "../../../src/reply/payload.ts";

type Node = Readonly<Record<string, unknown>> & { readonly type: ComponentType };

/** Every component of a payload, nested ones included. */
export function listComponents(payload: Pick<ReplyPayload, "components">): Node[] {
  const open = (node: Node): Node[] => [
    node,
    ...((node.components as Node[] | undefined) ?? []).flatMap(open),
  ];
  return (payload.components as unknown as Node[]).flatMap(open);
}

/** The Markdown of all text displays, a line break between them. */
export function readText(payload: Pick<ReplyPayload, "components">): string {
  return listComponents(payload)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => content)
    .join("\n");
}

/** Labels of the buttons, in order. */
export function readButtons(payload: ReplyPayload): { label: string; disabled: boolean; customId: string }[] {
  return listComponents(payload)
    .filter(({ type }) => type === ComponentType.Button)
    .map(({ label, disabled, custom_id }) => ({
      label: String(label),
      disabled: disabled === true,
      customId: String(custom_id),
    }));
}

/** Options of the select menus, in order. */
export function readOptions(payload: ReplyPayload): { label: string; value: string; description?: string }[] {
  return listComponents(payload)
    .filter(({ type }) => type === ComponentType.StringSelect)
    .flatMap(({ options }) => options as { label: string; value: string; description?: string }[]);
}

/** The Markdown as Discord shows it: without backslashes, bold marks and the marks at a line's beginning. */
export function showMarkdown(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => line.replace(/^(?:> |-# |### )/, ""))
    .join("\n")
    .replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_whole, mark: string | undefined) => mark ?? "");
}

/** What Discord would read as a mention, a custom emoji, a time or a link, code blocks and the bot's own links aside. */
export function findLive(markdown: string): string[] {
  const outside = markdown
    // Who added a document and when, which the bot writes itself: a document's own marks are escaped.
    .replace(/(?<!\\)<(?:@\d{15,20}|t:\d+:[df])>/g, "")
    .replace(/```\n[\s\S]*?\n```/g, "")
    .replace(/\[(?:source|nguồn)\]\(<https?:\/\/[^<>\s()@]+>\)/g, "")
    .replace(/\\[^0-9A-Za-z\s]/g, " ");
  return outside.match(/<[@#/:a]|<t:|@everyone|@here|@|https?:\/\/|\]\(|:\w+:|`{3}|~~|\|\||__/g) ?? [];
}

/** Fails unless Discord takes this payload, pings nobody and shows nothing invisible. */
export function expectValid(payload: ReplyPayload): void {
  const { message, component } = DISCORD_LIMITS;
  const nodes = listComponents(payload);
  expect(payload.flags & MessageFlags.IsComponentsV2).toBe(MessageFlags.IsComponentsV2);
  expect(payload.allowed_mentions).toEqual({ parse: [] });
  expect(nodes.length).toBeLessThanOrEqual(message.components);
  expect(nodes.length).toBeGreaterThan(0);
  const texts = nodes.flatMap((node) =>
    node.type === ComponentType.TextDisplay ? [String(node.content)] : [],
  );
  for (const text of texts) expect(text.trim()).not.toBe("");
  expect(texts.join("").length).toBeLessThanOrEqual(message.text);
  expect(JSON.stringify(payload.components)).not.toMatch(/\\u(?:d[89a-f]|00[01][0-9a-f])/i);
  expect(texts.join("")).not.toMatch(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u001B\uFEFF\u00AD]/);
  expect(findLive(texts.join("\n"))).toEqual([]);

  const customIds = nodes.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [String(custom_id)]));
  expect(new Set(customIds).size).toBe(customIds.length);
  for (const customId of customIds) {
    expect(customId.length).toBeLessThanOrEqual(component.customId);
    expect(decodeCustomId(customId)).not.toBeNull();
  }
  for (const node of nodes) expectNode(node);
  for (const { name } of payload.files ?? [])
    expect(nodes.map(({ file }) => file)).toContainEqual({ url: `attachment://${name}` });
}

function expectNode(node: Node): void {
  const { component } = DISCORD_LIMITS;
  const within = (value: unknown, least: number, most: number): void => {
    expect(String(value).length).toBeGreaterThanOrEqual(least);
    expect(String(value).length).toBeLessThanOrEqual(most);
  };
  if (node.type === ComponentType.ActionRow) {
    const children = node.components as Node[];
    expect(children.length).toBeGreaterThan(0);
    expect(children.length).toBeLessThanOrEqual(component.buttonsInRow);
    if (children.some(({ type }) => type === ComponentType.StringSelect)) expect(children).toHaveLength(1);
  }
  if (node.type === ComponentType.Container) expect((node.components as Node[]).length).toBeGreaterThan(0);
  if (node.type === ComponentType.Button) within(node.label, 1, component.buttonLabel);
  if (node.type !== ComponentType.StringSelect) return;
  within(node.placeholder, 1, component.selectPlaceholder);
  const options = node.options as { label: string; value: string; description?: string }[];
  expect(options.length).toBeGreaterThan(0);
  expect(options.length).toBeLessThanOrEqual(component.selectOptions);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { label, value, description } of options) {
    within(label, 1, component.optionLabel);
    within(value, 1, component.optionValue);
    expect(decodeCustomId(value)).not.toBeNull();
    if (description !== undefined) within(description, 1, component.optionDescription);
  }
}
