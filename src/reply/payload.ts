import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
import { type ComponentAction, encodeCustomId } from "../discord/custom-id.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { plainLine } from "./escape.ts";

/** A file to send along. */
export interface ReplyFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
}

/** A message as Discord's API takes it, whichever library sends it. Nobody is ever pinged. */
export interface ReplyPayload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
  readonly files?: readonly ReplyFile[];
}

/** A modal as Discord's API takes it. */
export type ModalPayload = APIModalInteractionResponseCallbackData;

/** Colours of the bar at a reply's side, 0xRRGGBB. */
export const ACCENTS = {
  answered: 0x2e8b57,
  notFound: 0x8a8f98,
  neutral: 0x3b6ea5,
  problem: 0xc0872f,
} as const;

/** A button; `label` may be any text. Grey (`Secondary`), without an emoji and ready to be pressed unless it says otherwise. */
export interface ButtonSpec {
  readonly label: string;
  readonly action: ComponentAction;
  readonly emoji?: string;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary;
  readonly disabled?: boolean;
}

/** The payload of these parts: text in one container, rows of buttons and menus below it. */
export function assemblePayload(
  accent: number,
  parts: readonly APIComponentInContainer[],
  rows: readonly APIMessageTopLevelComponent[] = [],
  files: readonly ReplyFile[] = [],
): ReplyPayload {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.Container, accent_color: accent, components: [...parts] },
      // Files are shown only where a component names them.
      ...files.map(({ name }) => ({
        type: ComponentType.File as const,
        file: { url: `attachment://${name}` },
      })),
      ...rows,
    ],
    allowed_mentions: { parse: [] },
    ...(files.length === 0 ? {} : { files }),
  };
}

/** Markdown as a part of a reply; it must not be empty. */
export function showText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A thin line between parts. */
export function showLine(): APIComponentInContainer {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Rows of at most five buttons; of buttons that do the same only the first is kept. */
export function showButtons(specs: readonly ButtonSpec[]): APIMessageTopLevelComponent[] {
  const buttons = new Map<string, APIButtonComponentWithCustomId>();
  for (const { label, action, emoji, style = ButtonStyle.Secondary, disabled } of specs) {
    const customId = encodeCustomId(action);
    if (buttons.has(customId)) continue;
    buttons.set(customId, {
      type: ComponentType.Button,
      style,
      label: plainLine(label, DISCORD_LIMITS.component.buttonLabel),
      custom_id: customId,
      ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
      ...(disabled === undefined ? {} : { disabled }),
    });
  }
  const all = [...buttons.values()];
  const width = DISCORD_LIMITS.component.buttonsInRow;
  return Array.from({ length: Math.ceil(all.length / width) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: all.slice(row * width, (row + 1) * width),
  }));
}

/** One choice of a select menu; `label` and `description` may be any text. */
export interface ChoiceSpec {
  readonly label: string;
  readonly description?: string;
  readonly action: ComponentAction;
}

/** A row with a select menu whose values are encoded actions; none without choices. */
export function showChoices(
  placeholder: string,
  choices: readonly ChoiceSpec[],
  untitled: string,
): APIMessageTopLevelComponent[] {
  const { optionLabel, optionDescription, selectOptions, selectPlaceholder } = DISCORD_LIMITS.component;
  const options = new Map<string, APISelectMenuOption>();
  for (const { label, description, action } of choices) {
    const value = encodeCustomId(action);
    const shownDescription = plainLine(description ?? "", optionDescription);
    if (options.has(value)) continue;
    options.set(value, {
      label: plainLine(label, optionLabel) || untitled,
      value,
      ...(shownDescription === "" ? {} : { description: shownDescription }),
    });
  }
  if (options.size === 0) return [];
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId({ action: "open" }),
    placeholder: plainLine(placeholder, selectPlaceholder),
    options: [...options.values()].slice(0, selectOptions),
  };
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}
