import { ButtonStyle, MessageFlags, ComponentType as Type } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { checkMessage } from "./check-message.ts";
import type { Json } from "./problem.ts";

const { message: MESSAGE, embed: EMBED, component: COMPONENT } = DISCORD_LIMITS;
const QUIET = { allowed_mentions: { parse: [] } };

const rules = (body: Json, files: { name: string; size: number }[] = []) =>
  checkMessage({ ...QUIET, ...body }, { route: "channel", files }).map(({ rule }) => rule);

const x = (length: number) => "x".repeat(length);
const times = (count: number, make: (index: number) => Json): Json[] =>
  Array.from({ length: count }, (_, index) => make(index));
const row = (...components: Json[]): Json => ({ type: Type.ActionRow, components });
const text = (content: string): Json => ({ type: Type.TextDisplay, content });
const button = (more: Json = {}): Json => ({
  type: Type.Button,
  style: ButtonStyle.Primary,
  label: "More",
  custom_id: "more",
  ...more,
});
const link = (url: string): Json => ({ type: Type.Button, style: ButtonStyle.Link, label: "Source", url });
const menu = (options: Json[], more: Json = {}): Json => ({
  type: Type.StringSelect,
  custom_id: "open",
  options,
  ...more,
});
const option = (index: number, more: Json = {}): Json => ({
  label: `Passage ${index}`,
  value: `${index}`,
  ...more,
});
const legacy = (...components: Json[]): Json => ({ content: "Here.", components });
const v2 = (...components: Json[]): Json => ({ flags: MessageFlags.IsComponentsV2, components });
const field = (name: string, value: string): Json => ({ name, value });
const section = (accessory: Json, ...texts: string[]): Json => ({
  type: Type.Section,
  components: texts.map(text),
  accessory,
});
const gallery = (count: number, more: Json = {}): Json => ({
  type: Type.MediaGallery,
  items: times(count, () => ({ media: { url: "https://a.vn/a.png" }, ...more })),
});

/** What is limited, the rule that says so, and a body that has `size` of it. */
const limits: readonly (readonly [string, string, number, (size: number) => Json])[] = [
  ["characters of content", "content", MESSAGE.content, (size) => ({ content: x(size) })],
  ["embeds", "embeds", MESSAGE.embeds, (size) => ({ embeds: times(size, () => ({ title: "a" })) })],
  [
    "characters of an embed's title",
    "embed-title",
    EMBED.title,
    (size) => ({ embeds: [{ title: x(size) }] }),
  ],
  [
    "characters of an embed's description",
    "embed-description",
    EMBED.description,
    (size) => ({ embeds: [{ description: x(size) }] }),
  ],
  [
    "characters of an embed's footer",
    "embed-footer",
    EMBED.footer,
    (size) => ({ embeds: [{ footer: { text: x(size) } }] }),
  ],
  [
    "characters of an embed's author",
    "embed-author",
    EMBED.author,
    (size) => ({ embeds: [{ author: { name: x(size) } }] }),
  ],
  [
    "fields of an embed",
    "embed-fields",
    EMBED.fields,
    (size) => ({ embeds: [{ fields: times(size, () => field("a", "b")) }] }),
  ],
  [
    "characters of a field's name",
    "embed-field",
    EMBED.fieldName,
    (size) => ({ embeds: [{ fields: [field(x(size), "b")] }] }),
  ],
  [
    "characters of a field's value",
    "embed-field",
    EMBED.fieldValue,
    (size) => ({ embeds: [{ fields: [field("a", x(size))] }] }),
  ],
  [
    "characters of all embeds",
    "embed-total",
    EMBED.total,
    (size) => ({ embeds: [{ description: x(3_000) }, { description: x(size - 3_000) }] }),
  ],
  [
    "action rows",
    "components",
    MESSAGE.actionRows,
    (size) => legacy(...times(size, (index) => row(button({ custom_id: `${index}` })))),
  ],
  [
    "buttons in a row",
    "action-row",
    COMPONENT.buttonsInRow,
    (size) => legacy(row(...times(size, (index) => button({ custom_id: `${index}` })))),
  ],
  [
    "characters of a button's label",
    "button-label",
    COMPONENT.buttonLabel,
    (size) => legacy(row(button({ label: x(size) }))),
  ],
  [
    "characters of a custom id",
    "custom-id",
    COMPONENT.customId,
    (size) => legacy(row(button({ custom_id: x(size) }))),
  ],
  [
    "characters of a link",
    "button-url",
    COMPONENT.url,
    (size) => legacy(row(link(`https://a.vn/${x(size - 13)}`))),
  ],
  [
    "options of a menu",
    "select-options",
    COMPONENT.selectOptions,
    (size) => legacy(row(menu(times(size, option)))),
  ],
  [
    "characters of a placeholder",
    "select-placeholder",
    COMPONENT.selectPlaceholder,
    (size) => legacy(row(menu([option(1)], { placeholder: x(size) }))),
  ],
  [
    "characters of an option's label",
    "option-label",
    COMPONENT.optionLabel,
    (size) => legacy(row(menu([option(1, { label: x(size) })]))),
  ],
  [
    "characters of an option's value",
    "option-value",
    COMPONENT.optionValue,
    (size) => legacy(row(menu([option(1, { value: x(size) })]))),
  ],
  [
    "characters of an option's description",
    "option-description",
    COMPONENT.optionDescription,
    (size) => legacy(row(menu([option(1, { description: x(size) })]))),
  ],
  [
    "components, nested ones counted",
    "components",
    MESSAGE.components,
    (size) =>
      v2({ type: Type.Container, components: [section(button(), "a"), ...times(size - 4, () => text("a"))] }),
  ],
  [
    "characters of all text displays",
    "text",
    MESSAGE.text,
    (size) => v2(text(x(2_000)), { type: Type.Container, components: [text(x(size - 2_000))] }),
  ],
  [
    "texts of a section",
    "section",
    COMPONENT.sectionTexts,
    (size) => v2(section(button(), ...times(size, () => ({})).map(() => "a"))),
  ],
  ["pictures of a gallery", "gallery", COMPONENT.galleryItems, (size) => v2(gallery(size))],
  [
    "characters of a picture's description",
    "media-description",
    COMPONENT.mediaDescription,
    (size) => v2(gallery(1, { description: x(size) })),
  ],
];

describe("a message", () => {
  test.each(limits)("may have so many %s and no more", (_, rule, limit, make) => {
    expect(rules(make(limit))).toEqual([]);
    expect(rules(make(limit + 1))).toContain(rule);
  });

  test.each([
    ["nothing in it", "empty-message", {}],
    ["nobody asked about mentions", "allowed-mentions", { content: "a", allowed_mentions: undefined }],
    ["somebody mentioned", "allowed-mentions", { content: "a", allowed_mentions: { parse: ["users"] } }],
    [
      "the author of what it replies to mentioned",
      "allowed-mentions",
      { content: "a", allowed_mentions: { parse: [], replied_user: true } },
    ],
    ["a flag that only Discord sets", "flags", { content: "a", flags: MessageFlags.Loading }],
    ["an ephemeral message in a channel", "flags", { content: "a", flags: MessageFlags.Ephemeral }],
    ["content beside components", "beside-components", { ...v2(text("a")), content: "b" }],
    ["embeds beside components", "beside-components", { ...v2(text("a")), embeds: [{ title: "b" }] }],
    ["text displays without the flag", "component-place", legacy(text("a"))],
    ["a button without a row", "component-place", v2(button())],
    [
      "a container in a container",
      "component-place",
      v2({ type: Type.Container, components: [{ type: Type.Container, components: [text("a")] }] }),
    ],
    ["a menu beside a button", "action-row", legacy(row(button(), menu([option(1)])))],
    ["an empty row", "action-row", legacy(row())],
    ["an empty text", "text-display", v2(text(""))],
    ["a text of blanks", "text-display", v2(text(" \n"))],
    ["a section without accessory", "component-place", v2({ type: Type.Section, components: [text("a")] })],
    ["a custom id twice", "unique-id", v2(row(button()), section(button(), "a"))],
    ["a button without a custom id", "custom-id", legacy(row(button({ custom_id: undefined })))],
    ["a button without label and emoji", "button-label", legacy(row(button({ label: "" })))],
    ["a link with a custom id", "custom-id", legacy(row({ ...link("https://a.vn"), custom_id: "a" }))],
    ["a link that is a script", "button-url", legacy(row(link("javascript:alert(1)")))],
    ["options of the same value", "option-value", legacy(row(menu([option(1), option(1)])))],
    ["more to choose than there is", "select-values", legacy(row(menu([option(1)], { max_values: 2 })))],
    [
      "an input outside of a modal",
      "component-place",
      legacy(row({ type: Type.TextInput, custom_id: "a", style: 1 })),
    ],
    ["a file that was not sent", "attachment", v2({ type: Type.File, file: { url: "attachment://a.bib" } })],
  ] as const)("must not have %s", (_, rule, body) => {
    expect(rules(body)).toContain(rule);
  });

  test("must show its files, and no file may be too large", () => {
    const shown = v2(text("a"), { type: Type.File, file: { url: "attachment://a.md" } });
    expect(rules(shown, [{ name: "a.md", size: DISCORD_LIMITS.upload.file }])).toEqual([]);
    expect(rules(v2(text("a")), [{ name: "a.md", size: 1 }])).toEqual(["file-hidden"]);
    expect(rules(shown, [{ name: "a.md", size: DISCORD_LIMITS.upload.file + 1 }])).toEqual(["file-size"]);
  });

  test("keeps its components when it is edited", () => {
    const edit = (body: Json, flags: number) =>
      checkMessage({ ...QUIET, ...body }, { route: "edit", flags }).map(({ rule }) => rule);
    expect(edit({ components: [text("a")] }, MessageFlags.IsComponentsV2)).toEqual([]);
    expect(edit({ content: "a" }, MessageFlags.IsComponentsV2)).toEqual(["beside-components"]);
    expect(edit({ content: "a", flags: MessageFlags.Ephemeral }, 0)).toEqual(["flags"]);
  });
});
