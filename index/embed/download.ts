import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { diskError, fetchFile, isIntact, replaceFile } from "./fetch-file.ts";
import { describeModel, type Fetch, fileUrl, type HubFile } from "./hub.ts";
import { OPTIONAL_FILES, REQUIRED_FILES, WEIGHT_FILES } from "./model-files.ts";

// Not @huggingface/hub: its cache download checks neither size nor digest and reports no progress, the calls below it
// need two requests a file, prefer a storage protocol that mirrors lack, and turn network errors into bare strings.

/** How far a download has come. */
export interface DownloadProgress {
  /** The file being fetched. */
  readonly file: string;
  /** Bytes of all files, those already here included. */
  readonly done: number;
  readonly total: number;
}

/** What to download, from where, to where. */
export interface DownloadOptions {
  /** `owner/name`. */
  readonly model: string;
  /** A branch, a tag or a commit. */
  readonly revision: string;
  /** Models lie in `<cacheFolder>/<owner>--<name>/<commit>/`. */
  readonly cacheFolder: string;
  /** The hub's address, without a slash at its end. */
  readonly endpoint: string;
  readonly fetch: Fetch;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** A downloaded model: everything in `folder` is what the hub published at `commit`. */
export interface DownloadedModel {
  readonly folder: string;
  readonly commit: string;
}

/** Written last, so that its presence says that the folder is complete. */
const MANIFEST_FILE = "manifest.json";
const MANIFEST = z.object({
  model: z.string(),
  commit: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number(), algorithm: z.string(), digest: z.string() })),
});

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The model's folder in the cache, downloaded first if it is not there. A branch or tag stays pinned to the commit that
 * it had at the download: later calls make no request at all. Each file is checked against the hub's size and digest
 * before it gets its name; an interrupted download continues where it stopped.
 * @throws {UserError} `model-unreachable`, `model-download`, `model-invalid`, `disk-full` or `data-unwritable`.
 */
export async function downloadModel(options: DownloadOptions): Promise<DownloadedModel> {
  const { model, revision, cacheFolder, endpoint, fetch, onProgress } = options;
  const home = join(cacheFolder, model.replace("/", "--"));
  const pin = join(home, "pins", encodeURIComponent(revision));
  const pinned = COMMIT.test(revision) ? revision : await readPin(pin);
  if (pinned !== null && (await isComplete(join(home, pinned))))
    return { folder: join(home, pinned), commit: pinned };

  const { commit, files } = await describeModel(fetch, endpoint, model, pinned ?? revision);
  const wanted = chooseFiles(files, model);
  const folder = join(home, commit);
  const total = wanted.reduce((sum, file) => sum + file.size, 0);
  let finished = 0;
  for (const file of wanted) {
    const target = join(folder, file.path);
    await mkdir(dirname(target), { recursive: true }).catch((cause) => {
      throw diskError(dirname(target), cause);
    });
    if (!(await isIntact(target, file))) {
      const url = fileUrl(endpoint, model, commit, file.path);
      await fetchFile({
        file,
        url,
        target,
        model,
        fetch,
        onBytes: (bytes) => onProgress?.({ file: file.path, done: finished + bytes, total }),
      });
    }
    finished += file.size;
    onProgress?.({ file: file.path, done: finished, total });
  }
  await replaceFile(join(folder, MANIFEST_FILE), JSON.stringify({ model, commit, files: wanted }, null, 1));
  if (!COMMIT.test(revision)) await replaceFile(pin, commit);
  return { folder, commit };
}

/** The files to fetch: all required ones, the optional ones that exist, and one set of weights. */
function chooseFiles(files: readonly HubFile[], model: string): HubFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const missing = REQUIRED_FILES.find((path) => !byPath.has(path));
  const weights = WEIGHT_FILES.find((path) => byPath.has(path));
  if (missing !== undefined || weights === undefined) {
    const lacks = missing ?? WEIGHT_FILES.join(" or ");
    throw new UserError("model-invalid", { model, reason: { code: "lacks-file", values: { file: lacks } } });
  }
  // Weights beyond 2 GB lie beside the graph, in a file of this name.
  const paths = [...REQUIRED_FILES, ...OPTIONAL_FILES, weights, `${weights}_data`];
  return paths.flatMap((path) => byPath.get(path) ?? []);
}

/** Whether the manifest is there and every file has its size. Digests were checked before the manifest was written. */
async function isComplete(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MANIFEST_FILE), "utf8").catch(() => null);
  if (text === null) return false;
  try {
    const { files } = MANIFEST.parse(JSON.parse(text));
    const sizes = await Promise.all(files.map(async ({ path }) => (await stat(join(folder, path))).size));
    return files.every((file, index) => file.size === sizes[index]);
  } catch {
    return false;
  }
}

async function readPin(path: string): Promise<string | null> {
  const text = (await readFile(path, "utf8").catch(() => "")).trim();
  return COMMIT.test(text) ? text : null;
}
