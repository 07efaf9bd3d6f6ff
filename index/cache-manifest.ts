import { createHash } from "node:crypto";
import { z } from "zod";

/** Grows when the manifest itself changes. */
const MANIFEST_VERSION = 1;

const count = z.number().int().nonnegative();

const identitySchema = z.strictObject({
  /** What the file holds: "graph", "lexical". */
  kind: z.string(),
  /** Version of that kind's file format. */
  format: count,
  /** The scope whose passages are inside: one scope's cache is never read for another. */
  scope: z.string(),
  /** The model whose vectors are inside; `null` for a cache without vectors. */
  model: z
    .strictObject({
      name: z.string(),
      revision: z.string(),
      dimension: count,
      queryPrefix: z.string(),
      passagePrefix: z.string(),
    })
    .nullable(),
  /** Values of a vector; 0 for a cache without vectors. */
  dimension: count,
  /** How vectors are compared, such as "ip" (inner product); empty without vectors. */
  space: z.string(),
  /** Everything else that shapes the contents. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});

const stateSchema = z.strictObject({
  /** The store's generation of that scope whose contents these are. */
  generation: count,
  /** Entries inside, and how many there is room for. */
  count,
  capacity: count,
  /** What the file's kind wants to know beside its bytes, checked by its reader. */
  extra: z.json(),
});

const manifestSchema = z.strictObject({
  version: z.literal(MANIFEST_VERSION),
  identity: identitySchema,
  state: stateSchema,
  bytes: count,
  sha256: z.hash("sha256"),
  /** SHA-256 of all of the above, since a flipped bit in a manifest is as bad as one in the file. */
  seal: z.hash("sha256"),
});

/** What a cache must agree in with the program that wants to read it. */
export type CacheIdentity = z.infer<typeof identitySchema>;
/** What a cache holds just now. */
export type CacheState = z.infer<typeof stateSchema>;
/** The note beside a cache file that vouches for every byte of it. */
export type CacheManifest = Omit<z.infer<typeof manifestSchema>, "version" | "seal">;

/** The manifest as text. */
export function encodeManifest(manifest: CacheManifest): string {
  const { identity, state, bytes, sha256 } = manifest;
  const sealed = { version: MANIFEST_VERSION, identity, state, bytes, sha256 };
  return `${JSON.stringify({ ...sealed, seal: digest(sealed) }, null, 2)}\n`;
}

/** The manifest in this text when it is whole and of a cache like `expected`, otherwise the reason why not. */
export function decodeManifest(text: string, expected: CacheIdentity): CacheManifest | { reason: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { reason: "the manifest is not JSON" };
  }
  const result = manifestSchema.safeParse(parsed);
  if (!result.success)
    return { reason: `the manifest is wrong at "${result.error.issues[0]?.path.join(".")}"` };
  const { seal, ...sealed } = result.data;
  if (seal !== digest(sealed)) return { reason: "the manifest was changed" };
  for (const [name, value] of Object.entries(expected)) {
    const found = sealed.identity[name as keyof CacheIdentity];
    if (canonical(found) !== canonical(value)) return { reason: `it is of another ${name}` };
  }
  const { identity, state, bytes, sha256 } = sealed;
  return { identity, state, bytes, sha256 };
}

function digest(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

/** JSON with sorted keys, so that equal values give equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
