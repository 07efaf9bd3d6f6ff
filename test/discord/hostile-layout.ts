import { ComponentType } from "discord-api-types/v10";
import { walkComponents } from "./check/check-components.ts";
import { asObjects, asText, type Json } from "./check/problem.ts";

/** A link as Accord writes it: its own words, and an address that holds nothing that could end it. */
const OWN_LINK = /\[(?:source|nguồn)\]\(<https?:\/\/[^\s<>()[\]\\`@]+>\)/g;

/**
 * What Discord's app would make of a text beside plain words, in the order in which its parser tries: the first that
 * matches where the reader stands is taken. What Accord itself writes comes first and is fine.
 */
const RULES: readonly (readonly [name: string | null, pattern: RegExp])[] = [
  [null, /\\[^0-9A-Za-z\s]/y],
  [null, new RegExp(OWN_LINK.source, "y")],
  ["a code block", /```/y],
  ["inline code", /(`+)[\s\S]*?[^`]\1(?!`)/y],
  ["a masked link", /\[[^\]]*\]\(\s*<?[^\s)]+[^)]*\)/y],
  ["a link", /<?[a-z][a-z+.-]{0,20}:\/\/[^\s<>]+|<(?:mailto|tel|sms):[^>]+>/iy],
  ["a mention", /<(?:@[!&]?|#)\d+>|<\/[^:>\n]+:\d+>|<id:\w+>|@everyone|@here/y],
  ["a custom emoji", /<a?:\w{1,32}:\d+>/y],
  ["a time", /<t:-?\d+(?::[a-z])?>/iy],
  ["an emoji code", /:[^\s:]+?:/y],
  ["a spoiler", /\|\|[\s\S]+?\|\|/y],
  ["strikethrough", /~~[\s\S]+?~~/y],
  ["underline", /__[\s\S]+?__/y],
  [null, /\*\*(?=(?:\\.|[^\\*\n])+\*\*)/y],
  [null, /\*\*/y],
  ["italics", /\*(?=\S)[^*]+?\*|_(?=\S)(?:\\.|[^\\_])+?_(?!\w)/y],
];

/** What begins a line and gives it another look. */
const LINE_STARTS = /^ *(?:#{1,3} |-# |>>> |> |>|[-*+] |\d+[.)] )/;
/** Frames that Accord gives to whole lines. */
const FRAMES = /^(?:> |-# |### )/;

const PICTURE = String.raw`\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]?`;
/** Joined emoji, and flags spelt in tags: what is invisible in them makes their look. */
const EMOJI_SEQUENCE = new RegExp(
  String.raw`${PICTURE}(?:\u{200D}${PICTURE})+|\u{1F3F4}[\u{E0030}-\u{E007A}]{1,8}\u{E007F}`,
  "gv",
);
/** Numbers' signs are shown, though Unicode calls them format characters. */
const SHOWN_FORMATS = /[\u{600}-\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}]/gu;
/** Controls but for line breaks, formats, halves of pairs, and letters that look like nothing. */
const INVISIBLE = new RegExp(
  `[${["\\p{Cs}\\p{Cf}\\p{Noncharacter_Code_Point}", "\\u2028\\u2029\\u3164\\u2800", "[\\p{Cc}--\\n]"].join("")}]`,
  "gv",
);

/** Everything in a message that a person would see broken, or that would do something that Accord did not write. */
export function findBroken(components: readonly Json[]): string[] {
  const broken: string[] = [];
  const displays: string[] = [];
  for (const [path, component] of walkComponents(components)) {
    if (component.type === ComponentType.TextDisplay) {
      const content = asText(component.content);
      displays.push(content);
      broken.push(...findBrokenText(content).map((what) => `${path}: ${what}`));
    }
    for (const label of labelsOf(component))
      broken.push(...findUnseen(label).map((what) => `${path}: ${what} in a label`));
  }
  return [...broken, ...findBrokenPlace(displays)];
}

/** Everything wrong with a name that stands on one line without Markdown: a button's, a choice's. */
export function findUnseen(label: string): string[] {
  return [...findInvisible(label), ...(label.includes("\n") ? ["a line break"] : [])];
}

function labelsOf(component: Json): string[] {
  const options = asObjects(component.options).flatMap(({ label, description }) => [label, description]);
  return [component.label, component.placeholder, ...options].map(asText);
}

/** Everything wrong with the text of one display. */
function findBrokenText(content: string): string[] {
  const { outside, broken } = takeBlock(content);
  const lines = outside.split("\n");
  let quoteEnded = false;
  for (const [index, line] of lines.entries()) {
    const frame = FRAMES.exec(line)?.[0] ?? "";
    const words = line.slice(frame.length);
    if (frame === "### " && lines.slice(0, index).some((above) => !above.startsWith("-# ")))
      broken.push(`a heading inside: ${line}`);
    if (LINE_STARTS.test(words)) broken.push(`what begins a block: ${line}`);
    if (frame === "> " && (quoteEnded || words.trim() === "")) broken.push(`a quote in pieces: ${line}`);
    quoteEnded ||= index > 0 && frame !== "> " && (lines[index - 1] ?? "").startsWith("> ");
    const bold =
      words
        .replace(OWN_LINK, "")
        .replace(/\\[^0-9A-Za-z\s]/g, "")
        .match(/\*\*/g) ?? [];
    if (bold.length % 2 !== 0) broken.push(`bold that does not end: ${line}`);
  }
  return [
    ...broken,
    ...readInline(lines.map((line) => line.replace(FRAMES, "")).join("\n")),
    ...findInvisible(content),
  ];
}

/** A display's text without the one code block that Accord may have put at its end. */
function takeBlock(content: string): { outside: string; broken: string[] } {
  const block = /(^|\n)```\n([\s\S]*)\n```$/.exec(content);
  if (!block) return { outside: content, broken: [] };
  const [whole, , inner = ""] = block;
  const outside = content.slice(0, content.length - whole.length);
  return { outside, broken: inner.includes("```") ? [`a fence inside a code block: ${inner}`] : [] };
}

/** What Discord would act on or draw in another way. */
function readInline(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    let next = at + 1;
    for (const [name, pattern] of RULES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      // Accord's own help names options in code.
      if (name !== null && !/^`(?:private|\/ask [^`]*|riêng-tư|\/hỏi [^`]*)`$/.test(match[0]))
        found.push(`${name}: ${match[0].slice(0, 80)}`);
      next = at + match[0].length;
      break;
    }
    at = next;
  }
  return found;
}

/** What nobody sees, or what changes how the text around it is read. */
function findInvisible(text: string): string[] {
  const rest = text.replace(EMOJI_SEQUENCE, "").replace(SHOWN_FORMATS, "");
  const found = rest.match(INVISIBLE) ?? [];
  const towers = rest.match(/\p{M}{9,}/gu) ?? [];
  return [
    ...found.map((mark) => `U+${mark.codePointAt(0)?.toString(16).toUpperCase()}`),
    ...towers.map(({ length }) => `${length} marks on one letter`),
  ];
}

/** A passage in its place has the document's own lines around the quote: they have no frame at all. */
function findBrokenPlace(displays: readonly string[]): string[] {
  if (!/^\*\*(?:In its place|Tại vị trí trong tài liệu)\*\*\n/.test(displays[0] ?? "")) return [];
  return displays.slice(1).flatMap((display) => {
    const framed = display.split("\n").filter((line) => FRAMES.test(line));
    const isQuote =
      framed.length === display.split("\n").length && framed.every((line) => line.startsWith("> "));
    return framed.length === 0 || isQuote ? [] : [`a frame that the document made: ${framed[0]}`];
  });
}
