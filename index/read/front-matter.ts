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
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return null;
  const [whole, yaml = ""] = match;
  const values = readYaml(yaml) ?? readLines(yaml);
  return values && { facts: readFacts(values), span: { start: 0, end: whole.length } };
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
  const values = new Map<string, string>();
  for (const line of yaml.split(/\r?\n/)) {
    const [, key, value = ""] = /^["']?([\w.-]+)["']?[ \t]*:(?:[ \t]+(.*))?$/.exec(line.trimEnd()) ?? [];
    // Comments, entries of lists, and what belongs to the line above.
    if (key === undefined && !/^(?:$|[ \t#]|- )/.test(line)) return null;
    if (key !== undefined && !values.has(key)) values.set(key, withoutQuotes(value));
  }
  return Object.keys(FACTS).some((fact) => values.has(fact)) ? values : null;
}

function withoutQuotes(value: string): string {
  // What YAML means by these cannot be told from one line.
  if (/^[|>[{&!]/.test(value)) return "";
  const [, mark, rest = ""] = /^(["'])(.*)$/.exec(value) ?? [];
  if (mark === undefined) return value;
  const inside = rest.endsWith(mark) ? rest.slice(0, -1) : rest;
  return inside.includes(mark) ? value : inside;
}

function readFacts(values: Values): Facts {
  const facts = Object.entries(FACTS).flatMap(([fact, read]) => {
    const written = values.get(fact);
    const value = typeof written === "string" ? written.trim() : "";
    const known = /^(?:|null|~)$/i.test(value) ? undefined : read(value);
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
