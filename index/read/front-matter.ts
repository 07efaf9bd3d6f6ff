import { isMap, parseDocument, visit } from "yaml";
import type { Language, Span } from "../document.ts";
import { isCalendarDate } from "../text/calendar-date.ts";
import { findOnlyDate } from "./only-date.ts";
import type { Facts } from "./reader.ts";

/** The facts of a front matter, and where it stands in the text. */
export interface FrontMatterBlock {
  readonly facts: Facts;
  readonly span: Span;
}

/** How the value of each fact is read; `undefined` leaves the fact out. */
const FACTS: { readonly [Fact in keyof Facts]-?: (value: string) => Facts[Fact] } = {
  title: (value) => value,
  date: readDate,
  url: (value) => (/^https?:/i.test(value) && URL.canParse(value) ? value : undefined),
  publisher: (value) => value,
  language: (value) => /^(en|vi)(?![a-z])/i.exec(value)?.[1]?.toLowerCase() as Language | undefined,
};

/**
 * Reads the YAML between two `---` lines at the beginning of a text. `null` when there is none: a text that opens with
 * a thematic break and holds another one has prose between them. A value that cannot be read leaves its fact out; where
 * the YAML as a whole is wrong ("title: A: subtitle"), each line is read by itself.
 */
export function readFrontMatter(text: string): FrontMatterBlock | null {
  const block = findBlock(text);
  if (block === null) return null;
  const { yaml, span } = block;
  const values = readYaml(yaml) ?? readLines(yaml);
  return values && { facts: readFacts(values), span };
}

/**
 * Where a front matter stands that is broken beyond reading: a block between two `---` lines at the beginning of a text
 * that `readFrontMatter` takes for none, though a line in it begins as one of a front matter does. `null` for prose.
 */
export function findBrokenFrontMatter(text: string): Span | null {
  const block = findBlock(text);
  return block !== null && LIKE_A_FACT.test(block.yaml) && readFrontMatter(text) === null ? block.span : null;
}

/**
 * What a front matter says and `readFrontMatter` leaves out: the names of facts, none where it is broken as a whole. `null`
 * where all is read, or there is none. A language that is not ours is no mistake.
 */
export function findUnreadFacts(text: string): readonly string[] | null {
  const block = findBlock(text);
  const values = block && (readYaml(block.yaml) ?? readLines(block.yaml));
  if (values === null) return findBrokenFrontMatter(text) === null ? null : [];
  const facts: Facts = readFacts(values);
  const unread = (["title", "date", "url", "publisher"] as const).filter(
    (fact) => facts[fact] === undefined && values.has(fact) && !isBlank(values.get(fact)),
  );
  return unread.length === 0 ? null : unread;
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^(?:|null|~)$/i.test(value.trim()));
}

/** A fact's name at the beginning of a line, with its mark or without: "title: X", "title Invitation", "date = 2024". */
const LIKE_A_FACT =
  /^[ \t]*["']?(?:title|date|url|source|link|publisher|author|language|lang)["']?[ \t]*(?:[:=]|(?![\p{L}\p{N}]))/imu;

function findBlock(text: string): { readonly yaml: string; readonly span: Span } | null {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return null;
  const [whole, yaml = ""] = match;
  return { yaml, span: { start: 0, end: whole.length } };
}

type Values = ReadonlyMap<unknown, unknown>;

/** The keys and values of a YAML map, scalars as they are written; `null` for what is none. */
function readYaml(yaml: string): Values | null {
  const parsed = parseDocument(yaml, { schema: "failsafe" });
  if (parsed.contents === null) return new Map();
  // A reference is rather a title with stars around it, and could be unfolded without end.
  let hasReference = false;
  visit(parsed, {
    Alias: () => {
      hasReference = true;
      return visit.BREAK;
    },
  });
  if (parsed.errors.length > 0 || hasReference || !isMap(parsed.contents)) return null;
  return parsed.toJS({ mapAsMap: true }) as Values;
}

/** The keys and values of lines like "title: A: subtitle", the first of each; `null` where any line looks like prose. */
function readLines(yaml: string): Values | null {
  const values = new Map<string, string | undefined>();
  // All lines may be indented, also by tabs, which YAML does not allow.
  const [, indent = ""] = /^(?:[ \t]*\r?\n)*([ \t]*)/.exec(yaml) ?? [];
  for (const indented of yaml.split(/\r?\n/)) {
    const line = indented.startsWith(indent) ? indented.slice(indent.length) : indented;
    const [, key, value = ""] = /^["']?([\w.-]+)["']?[ \t]*:(?:[ \t]+(.*))?$/.exec(line.trimEnd()) ?? [];
    // Comments, entries of lists, and what belongs to the line above.
    if (key === undefined && !/^(?:$|[ \t#]|- )/.test(line)) return null;
    if (key !== undefined && !values.has(key)) values.set(key, withoutQuotes(value));
  }
  return Object.keys(FACTS).some((fact) => values.has(fact)) ? values : null;
}

/** The value on a line; `undefined` for one that has parts or goes on below: a list, unless words follow its bracket. */
function withoutQuotes(value: string): string | undefined {
  if (/^(?:[|>][-+\d]*$|\[[^\]]*\]?$|\{[^}]*\}?$|[&!])/.test(value)) return undefined;
  const [, mark, rest = ""] = /^(["'])(.*)$/.exec(value) ?? [];
  if (mark === undefined) return value;
  const inside = rest.endsWith(mark) ? rest.slice(0, -1) : rest;
  return inside.includes(mark) ? value : inside;
}

function readFacts(values: Values): Facts {
  const facts = Object.entries(FACTS).flatMap(([fact, read]) => {
    const written = values.get(fact);
    const known = typeof written !== "string" || isBlank(written) ? undefined : read(written.trim());
    return known === undefined ? [] : [[fact, known]];
  });
  return Object.fromEntries(facts) as Facts;
}

/** The one date that a value has, exact to the year, month or day; figures day first where they can be read in two ways. */
function readDate(value: string): string | undefined {
  if (isCalendarDate(value)) return value;
  if (/^\d{8}$/.test(value)) return readDate(value.replace(/(....)(..)(..)/, "$1-$2-$3"));
  return findOnlyDate(value)?.date;
}
