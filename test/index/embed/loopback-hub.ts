import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * How a file is served wrongly: the connection breaks in the middle, one byte is wrong, the second half is missing, the
 * file is not found, or ranges are ignored.
 */
export type Fault = "drop" | "corrupt" | "short" | "missing" | "no-ranges";

/** A model hub on the loopback interface. `faults` may be changed while it runs. */
export interface LoopbackHub {
  readonly endpoint: string;
  readonly commit: string;
  /** Paths asked for, in order, with their query and, after a space, their range. */
  readonly requests: string[];
  readonly faults: Map<string, Fault>;
  close(): Promise<void>;
}

/** The model that ships with Accord. */
export const SHIPPED_FOLDER = fileURLToPath(new URL("../../../models/accord-static-en-vi", import.meta.url));

/** Files that look like a model to a download, and are quick to serve. */
export function smallFiles(): Map<string, Buffer> {
  const weights = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251));
  return new Map([
    ["README.md", Buffer.from("Not fetched.")],
    ["config.json", Buffer.from('{"model_type":"bert"}')],
    ["tokenizer.json", Buffer.from('{"version":"1.0"}')],
    ["tokenizer_config.json", Buffer.from("{}")],
    ["onnx/model.onnx", Buffer.alloc(10)],
    ["onnx/model_quantized.onnx", weights],
  ]);
}

/** The files of the model that ships with Accord. */
export async function shippedFiles(): Promise<Map<string, Buffer>> {
  const paths = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"];
  const contents = await Promise.all(paths.map((path) => readFile(join(SHIPPED_FOLDER, path))));
  return new Map(paths.map((path, index) => [path, contents[index]!]));
}

/**
 * Serves one model as the hub does: a description with digests, small files directly, large ones through a redirect to
 * another path. Close it, or the test does not end.
 */
export async function startLoopbackHub(id: string, files: ReadonlyMap<string, Buffer>): Promise<LoopbackHub> {
  const commit = createHash("sha1").update(id).digest("hex");
  const requests: string[] = [];
  const faults = new Map<string, Fault>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? "/", "http://hub");
    const range = request.headers.range ?? "";
    requests.push(`${pathname}${search} ${range}`.trim());
    if (
      pathname === `/api/models/${id}/revision/main` ||
      pathname === `/api/models/${id}/revision/${commit}`
    ) {
      response.setHeader("content-type", "application/json").end(JSON.stringify(describe(commit, files)));
      return;
    }
    const [, route, path = ""] = new RegExp(`^/(${id}/resolve/${commit}|cdn)/(.+)$`).exec(pathname) ?? [];
    const content = files.get(path);
    const fault = faults.get(path);
    if (content === undefined || fault === "missing") {
      response.writeHead(404).end("Entry not found");
    } else if (route !== "cdn" && isLarge(path)) {
      response.writeHead(302, { location: `/cdn/${path}` }).end();
    } else {
      send(response, content, fault, fault === "no-ranges" ? "" : range);
    }
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commit,
    requests,
    faults,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function describe(commit: string, files: ReadonlyMap<string, Buffer>) {
  const siblings = [...files].map(([rfilename, content]) => {
    const blobId = createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const entry = { rfilename, size: content.length, blobId };
    return isLarge(rfilename) ? { ...entry, lfs: { sha256, size: content.length, pointerSize: 132 } } : entry;
  });
  return { sha: commit, siblings };
}

/** Which files the hub keeps in large-file storage. */
function isLarge(path: string): boolean {
  return path.endsWith(".onnx");
}

function send(response: ServerResponse, content: Buffer, fault: Fault | undefined, range: string): void {
  const start = Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0);
  const part = Buffer.from(content.subarray(start));
  const half = Math.floor(part.length / 2);
  if (fault === "corrupt") part[half] = part[half]! ^ 1;
  if (start > 0)
    response.setHeader("content-range", `bytes ${start}-${content.length - 1}/${content.length}`);
  response.statusCode = start > 0 ? 206 : 200;
  if (fault === "short") {
    response.end(part.subarray(0, half));
  } else if (fault === "drop") {
    response.setHeader("content-length", part.length);
    response.write(part.subarray(0, half), () => setTimeout(() => response.destroy(), 20));
  } else {
    response.end(part);
  }
}
