import { createHash } from "node:crypto";
import type { Scope } from "../../index/index.ts";

/**
 * What a button, a select menu or a modal asks for. `question` is an id of the question store, `document` a
 * `documentKey`, `start` and `end` a span of that document's text, `offset` how many entries are passed over.
 */
export type ComponentAction =
  | { readonly action: "context"; readonly document: string; readonly start: number; readonly end: number }
  | { readonly action: "more"; readonly question: string; readonly offset: number }
  | { readonly action: "share"; readonly question: string; readonly offset: number }
  | { readonly action: "helpful"; readonly question: string }
  | { readonly action: "unhelpful"; readonly question: string }
  /** The modal in which somebody says why an answer did not help. */
  | { readonly action: "reason"; readonly question: string }
  /** Another page of a search. */
  | { readonly action: "page"; readonly question: string; readonly offset: number }
  /** Another page of the list of documents. */
  | { readonly action: "sources"; readonly offset: number }
  /** A page of one document's headings. */
  | { readonly action: "outline"; readonly document: string; readonly offset: number }
  /** A select menu: the value that was chosen is itself an encoded action. */
  | { readonly action: "open" }
  /** Another page of the documents that were added to a server. */
  | { readonly action: "library"; readonly offset: number }
  /** Puts back an added document that was removed. */
  | { readonly action: "restore"; readonly document: string }
  /** Another part of a server's documents to download. */
  | { readonly action: "export"; readonly offset: number }
  /** A menu of the settings panel. */
  | { readonly action: "setting"; readonly setting: SettingName };

const SETTING_NAMES = ["visibility", "language", "editors", "channels"] as const;
/** A setting that the panel has a menu for. */
export type SettingName = (typeof SETTING_NAMES)[number];

/** Stands first in every id, so that a later format can tell its own from these. */
const VERSION = "a1";

type FieldKind = "id" | "key" | "number" | "setting";

/** The fields of each action in the order in which they are written. */
const FIELDS: { readonly [Name in ComponentAction["action"]]: readonly (readonly [string, FieldKind])[] } = {
  context: [
    ["document", "key"],
    ["start", "number"],
    ["end", "number"],
  ],
  more: [
    ["question", "id"],
    ["offset", "number"],
  ],
  share: [
    ["question", "id"],
    ["offset", "number"],
  ],
  helpful: [["question", "id"]],
  unhelpful: [["question", "id"]],
  reason: [["question", "id"]],
  page: [
    ["question", "id"],
    ["offset", "number"],
  ],
  sources: [["offset", "number"]],
  outline: [
    ["document", "key"],
    ["offset", "number"],
  ],
  open: [],
  library: [["offset", "number"]],
  restore: [["document", "key"]],
  export: [["offset", "number"]],
  setting: [["setting", "setting"]],
};

/**
 * An action as a custom id: at most 60 characters (Discord allows 100), ASCII, the same for the same action.
 *
 * @throws RangeError for values that no correct caller hands over
 */
export function encodeCustomId(action: ComponentAction): string {
  const values = action as unknown as Readonly<Record<string, unknown>>;
  const parts = FIELDS[action.action].map(([field, kind]) => write(values[field], kind, field));
  return [VERSION, action.action, ...parts].join(":");
}

/** The action that a custom id stands for, or `null` for anything that `encodeCustomId` does not write. */
export function decodeCustomId(customId: string): ComponentAction | null {
  const [version, name = "", ...parts] = customId.split(":");
  if (version !== VERSION || !Object.hasOwn(FIELDS, name)) return null;
  const fields = FIELDS[name as ComponentAction["action"]];
  if (parts.length !== fields.length) return null;
  const action: Record<string, unknown> = { action: name };
  for (const [index, [field, kind]] of fields.entries()) {
    const value = read(parts[index] ?? "", kind);
    if (value === null) return null;
    action[field] = value;
  }
  return action as unknown as ComponentAction;
}

/**
 * A short name of a document, made from its scope and path: paths are too long for a custom id. 64 bits of SHA-256:
 * two documents of a corpus never share one by chance.
 */
export function documentKey(document: { readonly scope: Scope; readonly document: string }): string {
  return createHash("sha256")
    .update(JSON.stringify([document.scope, document.document]))
    .digest("hex")
    .slice(0, 16);
}

function write(value: unknown, kind: FieldKind, field: string): string {
  const written = kind === "number" && typeof value === "number" ? value.toString(36) : String(value);
  if (read(written, kind) !== value) throw new RangeError(`${field} cannot stand in a custom id: ${value}`);
  return written;
}

function read(written: string, kind: FieldKind): string | number | null {
  if (kind === "setting") return SETTING_NAMES.find((name) => name === written) ?? null;
  if (kind === "key") return /^[0-9a-f]{16}$/.test(written) ? written : null;
  if (!/^(?:0|[1-9a-z][0-9a-z]{0,10})$/.test(written)) return null;
  if (kind === "id") return written;
  const number = Number.parseInt(written, 36);
  return Number.isSafeInteger(number) ? number : null;
}
