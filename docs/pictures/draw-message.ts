import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import type { ReplyPayload } from "../../src/reply/payload.ts";
import { drawMarkdown } from "./draw-markdown.ts";
import { escapeHtml } from "./html.ts";
import { drawLogo } from "./logo.ts";

/** What Discord itself writes around a message. */
const WORDS = {
  en: {
    used: "used",
    app: "APP",
    time: "Today at 10:42",
    onlyYou: "Only you can see this",
    dismiss: "Dismiss message",
  },
  vi: {
    used: "đã dùng",
    app: "ỨNG DỤNG",
    time: "Hôm nay lúc 10:42",
    onlyYou: "Chỉ bạn có thể thấy tin nhắn này",
    dismiss: "Bỏ qua tin nhắn",
  },
} as const;

/** What led to a message: somebody's command, somebody's message, or a button on an earlier message of the bot's. */
export type Cause =
  | { readonly kind: "command"; readonly person: Person; readonly command: string }
  | { readonly kind: "message"; readonly person: Person; readonly message: string }
  | { readonly kind: "button"; readonly message: string };

/** Somebody who writes; `colour` is the CSS colour of their picture. */
export interface Person {
  readonly name: string;
  readonly colour: string;
}

/** How a message is shown. */
export interface MessageLook {
  readonly locale: keyof typeof WORDS;
  readonly cause: Cause;
  /** Whether only one person sees it. Default: what the payload's flags say. */
  readonly isPrivate?: boolean;
}

/** A message of the bot's, made of the components of `payload` and nothing else, as HTML for `discord.css`. */
export function drawMessage(payload: ReplyPayload, look: MessageLook): string {
  const words = WORDS[look.locale];
  const isPrivate = look.isPrivate ?? (payload.flags & MessageFlags.Ephemeral) !== 0;
  const sizes = new Map(
    payload.files?.map(({ name, contents }) => [name, Buffer.byteLength(contents)] as const),
  );
  const body = payload.components.map((component) => drawComponent(component, sizes)).join("\n");
  const note = isPrivate
    ? `<footer><svg width="16" height="16" viewBox="0 0 24 24" fill="currentColor"><path d="M12 5C6 5 2 12 2 12s4 7 10 7 10-7 10-7-4-7-10-7zm0 11a4 4 0 1 1 0-8 4 4 0 0 1 0 8z"/></svg><span>${words.onlyYou} • <a>${words.dismiss}</a></span></footer>`
    : "";
  return `<article class="message${isPrivate ? " private" : ""}">
${drawCause(look.cause, words.used)}
<div class="avatar">${drawLogo(40)}</div>
<header><b>Accord</b><span class="app">${words.app}</span><time>${words.time}</time></header>
<section>
${body}
</section>
${note}
</article>`;
}

/** A message that a person writes; `@Accord` in it is a mention. */
export function drawPersonMessage(person: Person, text: string, locale: MessageLook["locale"]): string {
  return `<article class="message">
<div class="avatar">${drawPerson(person, "large")}</div>
<header><b>${escapeHtml(person.name)}</b><time>${WORDS[locale].time}</time></header>
<section><div class="display">${drawMarkdown(text).replaceAll("@Accord", '<span class="mention">@Accord</span>')}</div></section>
</article>`;
}

function drawCause(cause: Cause, used: string): string {
  return `<div class="cause"><i class="spine"></i>${describeCause(cause, used)}</div>`;
}

function describeCause(cause: Cause, used: string): string {
  if (cause.kind === "button") {
    return `${drawLogo(16)}<b>Accord</b><span class="excerpt">${escapeHtml(cause.message)}</span>`;
  }
  const who = `${drawPerson(cause.person, "small")}<b>${escapeHtml(cause.person.name)}</b>`;
  return cause.kind === "message"
    ? `${who}<span class="excerpt">${escapeHtml(cause.message)}</span>`
    : `${who} ${used} <span class="command">/${escapeHtml(cause.command)}</span>`;
}

function drawPerson({ name, colour }: Person, size: "small" | "large"): string {
  const initial = escapeHtml(name.slice(0, 1).toUpperCase());
  return `<span class="person ${size}" style="background: ${escapeHtml(colour)}">${initial}</span>`;
}

/** Throws for components that the product does not use so far, so that none is left out of a picture unnoticed. */
function drawComponent(
  component: APIMessageTopLevelComponent | APIComponentInContainer,
  sizes: ReadonlyMap<string, number>,
): string {
  switch (component.type) {
    case ComponentType.Container: {
      const accent = (component.accent_color ?? 0).toString(16).padStart(6, "0");
      const inner = component.components.map((part) => drawComponent(part, sizes)).join("\n");
      return `<div class="container" style="--accent: #${accent}">\n${inner}\n</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="display">${drawMarkdown(component.content)}</div>`;
    case ComponentType.Separator:
      return `<hr${component.divider === false ? ' class="invisible"' : ""}>`;
    case ComponentType.ActionRow:
      return drawRow(component as APIActionRowComponent<APIComponentInMessageActionRow>);
    case ComponentType.File: {
      const name = component.file.url.replace("attachment://", "");
      const size = sizes.get(name);
      if (size === undefined) throw new Error(`The message shows a file that it does not bring: ${name}`);
      return `<div class="file"><svg width="30" height="40" viewBox="0 0 30 40"><path d="M2 4a3 3 0 0 1 3-3h14l9 9v26a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3z" fill="#d3d6fd"/><path d="M19 1v6a3 3 0 0 0 3 3h6z" fill="#939bf9"/><path d="M8 18h14M8 24h14M8 30h9" stroke="#5865f2" stroke-width="2"/></svg><div><a>${escapeHtml(name)}</a><span>${describeSize(size)}</span></div></div>`;
    }
    default:
      throw new Error(`Nobody has drawn components of type ${ComponentType[component.type]} yet`);
  }
}

function drawRow(row: APIActionRowComponent<APIComponentInMessageActionRow>): string {
  const controls = row.components.map((control) => {
    if (control.type === ComponentType.Button && "label" in control) {
      const emoji = control.emoji?.name ? `<span class="emoji">${escapeHtml(control.emoji.name)}</span>` : "";
      const style = control.style === ButtonStyle.Primary ? " primary" : "";
      const off = control.disabled ? " off" : "";
      return `<span class="button${style}${off}">${emoji}${escapeHtml(control.label ?? "")}</span>`;
    }
    if (control.type === ComponentType.StringSelect) {
      const arrow =
        '<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5"><path d="m5 9 7 7 7-7"/></svg>';
      return `<span class="menu"><span>${escapeHtml(control.placeholder ?? "")}</span>${arrow}</span>`;
    }
    throw new Error(`Nobody has drawn controls of type ${ComponentType[control.type]} yet`);
  });
  return `<div class="row">${controls.join("")}</div>`;
}

function describeSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(2)} KB`;
}
