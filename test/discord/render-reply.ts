import { ComponentType } from "discord-api-types/v10";
import { asObject, asObjects, asText, type Json } from "./check/problem.ts";
import type { LoopbackMessage } from "./messages.ts";

/** Columns of a transcript. */
const WIDTH = 96;

/** A character that stands for itself, or a link with its label and address: what is escaped begins no link. */
const ESCAPE_OR_LINK = /\\([\\`*_~|<>[\](){}#@&.!+:/-])|\[((?:\\.|[^\\\]])+)\]\(<?([^)>]+)>?\)/g;

/**
 * A message as plain text, about as a person sees it: quotes behind a bar, buttons and menus in brackets, those that
 * cannot be pressed in parentheses. Bold stays marked by two stars, for plain text has none.
 */
export function renderMessage(message: LoopbackMessage): string {
  const { author, onlyFor, repliesTo, files } = message;
  const notes = [
    ...(onlyFor === null ? [] : [`only ${onlyFor.username} sees this`]),
    ...(repliesTo === null ? [] : [`replying to ${repliesTo.author.username}`]),
  ];
  const head = `${author.username}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}:`;
  const body = [
    ...(message.content === "" ? [] : renderText(message.content)),
    ...message.components.flatMap(renderComponent),
    ...files.flatMap(({ name, text }) => ["", `[file ${name}]`, ...text.trimEnd().split("\n")]),
  ];
  return [head, ...body.map((line) => `  ${line}`.trimEnd())].join("\n");
}

function renderComponent(component: Json): string[] {
  const parts = asObjects(component.components);
  switch (component.type) {
    case ComponentType.Container:
      return parts.flatMap(renderComponent);
    case ComponentType.TextDisplay:
      return renderText(asText(component.content));
    case ComponentType.Separator:
      return ["────────"];
    case ComponentType.ActionRow:
      return parts.some(({ type }) => type === ComponentType.StringSelect)
        ? parts.flatMap(renderMenu)
        : ["", parts.map(renderButton).join("  ")];
    case ComponentType.File:
      // Its contents stand below.
      return [];
    default:
      return [`[component of type ${String(component.type)}]`];
  }
}

function renderButton({ label, emoji, disabled }: Json): string {
  const words = [asText(asObject(emoji).name), asText(label)].filter(Boolean).join(" ");
  return disabled === true ? `(${words})` : `[${words}]`;
}

function renderMenu({ placeholder, options }: Json): string[] {
  return ["", `[${asText(placeholder)} ▾]`, ...asObjects(options).map(({ label }) => `   ${asText(label)}`)];
}

function renderText(markdown: string): string[] {
  let isFenced = false;
  return markdown.split("\n").flatMap((line) => {
    if (line.startsWith("```")) isFenced = !isFenced;
    // What is there to be copied stands as it is.
    if (isFenced || line.startsWith("```")) return [line];
    const [, mark = "", words = ""] = /^(> |### |-# )?(.*)$/.exec(line) ?? [];
    const seen = readMarks(words);
    if (mark === "> ") return wrap(seen, WIDTH - 2).map((part) => `│ ${part}`);
    return wrap(mark === "### " ? seen.toUpperCase() : seen, WIDTH);
  });
}

/** Words as they are seen, with a link's address behind its label. */
function readMarks(words: string): string {
  return words.replace(
    ESCAPE_OR_LINK,
    (_, escaped: string | undefined, label = "", address = "") =>
      escaped ?? `${readMarks(label)}: ${address}`,
  );
}

/** Lines of at most `width` characters, broken between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
