import { z } from "zod";
import { UserError } from "../errors.ts";
import { isReasonCode, type Reason } from "../reasons.ts";

/** The public hub. A mirror speaks the same language at another address. */
export const DEFAULT_ENDPOINT = "https://huggingface.co";

/** Node's `fetch`, or one that stands in for it. */
export type Fetch = typeof globalThis.fetch;

/** A file that the hub publishes, with what its bytes must be. */
export interface HubFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Files in large-file storage have a SHA-256, the others the SHA-1 of their git blob; both hexadecimal. */
  readonly algorithm: "sha256" | "git-sha1";
  readonly digest: string;
}

/** A model as the hub describes it at one commit. */
export interface HubModel {
  readonly commit: string;
  readonly files: readonly HubFile[];
}

const DIGESTS = { commit: /^[0-9a-f]{40}$/, sha1: /^[0-9a-f]{40}$/, sha256: /^[0-9a-f]{64}$/ } as const;

/** The answer to `/api/models/{name}/revision/{revision}?blobs=true`, as `RepoSibling` of huggingface_hub documents it. */
const MODEL_INFO = z.looseObject({
  sha: z.string().regex(DIGESTS.commit),
  siblings: z.array(
    z.looseObject({
      rfilename: z.string(),
      size: z.number().int().nonnegative().optional(),
      blobId: z.string().regex(DIGESTS.sha1).optional(),
      lfs: z
        .looseObject({ sha256: z.string().regex(DIGESTS.sha256), size: z.number().int().nonnegative() })
        .nullish(),
    }),
  ),
});

/**
 * Asks the hub for a model's commit and files. Files of which it tells neither size nor digest are left out.
 * @param revision a branch, a tag or a commit.
 * @throws {UserError} `model-unreachable`, `model-invalid` (no such public model), `model-download` (any other answer).
 */
export async function describeModel(
  fetch: Fetch,
  endpoint: string,
  model: string,
  revision: string,
): Promise<HubModel> {
  const url = `${endpoint}/api/models/${model}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const host = new URL(endpoint).host;
  const response = await request(fetch, url, model);
  if (response.status === 401 || response.status === 403 || response.status === 404) {
    await response.body?.cancel();
    const values = { host, revision, status: response.status };
    throw new UserError("model-invalid", { model, reason: { code: "no-public-model", values } });
  }
  const file: Reason = { code: "list-of-files" };
  if (!response.ok) {
    await response.body?.cancel();
    throw new UserError("model-download", {
      file,
      model,
      reason: { code: "http-status", values: { host, status: response.status } },
    });
  }
  const parsed = MODEL_INFO.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    const reason: Reason = { code: "no-hub", values: { host } };
    throw new UserError("model-download", { file, model, reason }, { cause: parsed.error });
  }
  const files = parsed.data.siblings.flatMap(({ rfilename: path, size, blobId, lfs }): HubFile[] => {
    if (lfs) return [{ path, size: lfs.size, algorithm: "sha256", digest: lfs.sha256 }];
    if (blobId === undefined || size === undefined) return [];
    return [{ path, size, algorithm: "git-sha1", digest: blobId }];
  });
  return { commit: parsed.data.sha, files };
}

/** The address of a file's bytes; the hub may redirect from there to its storage. */
export function fileUrl(endpoint: string, model: string, commit: string, path: string): string {
  return `${endpoint}/${model}/resolve/${commit}/${path}`;
}

/**
 * Fetches as the hub wants it: unencoded, since ranges and sizes count the file's own bytes. Any status is returned.
 * @throws {UserError} `model-unreachable` when no answer comes.
 */
export async function request(
  fetch: Fetch,
  url: string,
  model: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  try {
    return await fetch(url, { headers: { "accept-encoding": "identity", ...headers } });
  } catch (cause) {
    const { code, host } = describeFailure(cause);
    throw new UserError(
      "model-unreachable",
      { model, host: host ?? new URL(url).host, reason: isReasonCode(code) ? { code } : code },
      { cause },
    );
  }
}

/** `fetch` hides the reason in its error's cause; after a redirect only that knows the host. */
function describeFailure(error: unknown): { readonly code: string; readonly host?: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return { code: String(cause) };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return "hostname" in cause && typeof cause.hostname === "string"
    ? { code, host: cause.hostname }
    : { code };
}
