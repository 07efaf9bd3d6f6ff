import { ComponentType } from "discord-api-types/v10";
import { walkComponents } from "./check/check-components.ts";
import { asNumber, asObject, asObjects, asText, type Json } from "./check/problem.ts";
import type { Exchange } from "./exchanges.ts";
import type { LoopbackDiscord } from "./loopback.ts";
import type { LoopbackMessage } from "./messages.ts";

/** A button as a person sees it. */
export interface SeenButton {
  readonly label: string;
  readonly customId: string;
  readonly disabled: boolean;
}

/** An entry of a select menu. */
export interface SeenChoice {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

/** The message that answers an interaction. @throws Error if there is none. */
export function replyOf({ original, followups, deed, message }: Exchange): LoopbackMessage {
  const [followup] = followups;
  // What came beside the message that a button stands on is the answer; without it the message itself has changed.
  const isBeside = followup !== undefined && original === message;
  if (original !== null && !original.deleted && !isBeside) return original;
  // A reply that was taken back, and what was said to one person in its place.
  if (followup === undefined) throw new Error(`${deed} has not been answered with a message`);
  return followup;
}

/**
 * The message that answers an interaction in the end, once it no longer says how far something is: what was said to one
 * person in place of a reply that was taken back, or the reply.
 */
export async function finalReplyOf(discord: LoopbackDiscord, exchange: Exchange): Promise<LoopbackMessage> {
  const find = () => {
    const { original, followups, waiting } = exchange;
    const said = [...followups, ...(original === null || waiting ? [] : [original])];
    return said.find((message) => !message.deleted && !/^\*\*(?:Adding|Đang thêm) /.test(textOf(message)));
  };
  await discord.until(() => find() !== undefined, `the end of ${exchange.deed}`, 60_000);
  return find()!;
}

/** All text of a message or of an interaction's answer, in the order of reading, one display after the other. */
export function textOf(shown: LoopbackMessage | Exchange): string {
  return componentsOf(shown)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => asText(content))
    .join("\n");
}

/** The lines that stand in quote blocks, without their mark and without bold. */
export function quotesOf(shown: LoopbackMessage | Exchange): string {
  return textOf(shown)
    .split("\n")
    .filter((line) => line.startsWith("> "))
    .map((line) => line.slice(2).replaceAll("**", ""))
    .join("\n");
}

/** The buttons of a message, from left to right and from above. */
export function buttonsOf(shown: LoopbackMessage | Exchange): SeenButton[] {
  return componentsOf(shown)
    .filter(({ type }) => type === ComponentType.Button)
    .map(({ label, custom_id: customId, disabled }) => ({
      label: asText(label),
      customId: asText(customId),
      disabled: disabled === true,
    }));
}

/** Labels of the buttons that can be pressed. */
export function labelsOf(shown: LoopbackMessage | Exchange): string[] {
  return buttonsOf(shown)
    .filter(({ disabled }) => !disabled)
    .map(({ label }) => label);
}

/** Entries of the select menu of a message; none where it has no menu. */
export function choicesOf(shown: LoopbackMessage | Exchange): SeenChoice[] {
  const menu = componentsOf(shown).find(isMenu);
  return asObjects(menu?.options).map(({ label, description, value }) => ({
    label: asText(label),
    description: asText(description),
    value: asText(value),
  }));
}

/** Finds a button by its label, for `pressButton`. */
export function labelled(label: string): (component: Json) => boolean {
  return (component) => component.label === label;
}

/** Finds the select menu, for `select`. */
export function isMenu(component: Json): boolean {
  return component.type === ComponentType.StringSelect;
}

/** The colour of a reply's bar, 0xRRGGBB. */
export function accentOf(shown: LoopbackMessage | Exchange): number {
  return asNumber(componentsOf(shown).find(({ type }) => type === ComponentType.Container)?.accent_color);
}

/** Title, and label and placeholder of each field of the modal that an interaction was answered with. */
export function modalTextOf({ modal, deed }: Exchange): string {
  if (modal === null) throw new Error(`${deed} has opened no modal`);
  const fields = asObjects(modal.components).flatMap(({ label, component }) => [
    asText(label),
    asText(asObject(component).placeholder),
  ]);
  return [asText(modal.title), ...fields].join("\n");
}

function componentsOf(shown: LoopbackMessage | Exchange): Json[] {
  const { components } = "deed" in shown ? replyOf(shown) : shown;
  return [...walkComponents(components)].map(([, component]) => component);
}
