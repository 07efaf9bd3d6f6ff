import type { IncomingMessage, ServerResponse } from "node:http";
import type { Json } from "./check/problem.ts";

/** A file that a person sends. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The name as the person wrote it, without its ending, where Discord keeps a plainer one. */
  readonly title?: string;
  readonly contentType?: string;
  /** What Discord says of its size; default the truth. */
  readonly size?: number;
  /** Serves it in another way than at once and whole. */
  readonly serve?: (response: ServerResponse) => void;
}

/** A file that lies on the loopback's CDN, as the API writes an attachment. */
export interface Attachment extends Json {
  readonly id: string;
  readonly url: string;
}

/** Files that people sent, and where they are fetched from. */
export interface Attachments {
  add(file: OfferedFile): Attachment;
  /** Answers a request for a file; `false` where it is none. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** Paths that were fetched, in order. */
  readonly fetched: readonly string[];
}

const PATH = "/attachments/";

/**
 * No files yet.
 *
 * @param address the server's, `127.0.0.1:1234`
 * @param report is told of requests that no bot should make
 */
export function makeAttachments(
  makeId: () => string,
  address: () => string,
  report: (rule: string, where: string, message: string) => void,
): Attachments {
  const files = new Map<string, OfferedFile>();
  const fetched: string[] = [];
  return {
    fetched,
    add(file) {
      const id = makeId();
      const path = `${PATH}${id}/${encodeURIComponent(file.name)}`;
      files.set(path, file);
      const url = `http://${address()}${path}?ex=1&is=1&hm=1`;
      return {
        id,
        filename: file.name,
        ...(file.title === undefined ? {} : { title: file.title }),
        size: file.size ?? file.bytes.length,
        url,
        proxy_url: url,
        content_type: file.contentType ?? "application/octet-stream",
        ephemeral: false,
      };
    },
    serve(request, response) {
      const { pathname } = new URL(request.url ?? "/", "http://cdn");
      if (!pathname.startsWith(PATH)) return false;
      fetched.push(pathname);
      // The CDN is another host than the API: the token is nothing to it.
      if (request.headers.authorization !== undefined)
        report("token-shown", pathname, "the token was sent to the CDN");
      const file = files.get(pathname);
      response.on("error", () => {});
      if (file === undefined) response.writeHead(404).end("This content is no longer available.");
      else if (file.serve !== undefined) file.serve(response);
      else response.writeHead(200, { "content-length": file.bytes.length }).end(file.bytes);
      return true;
    },
  };
}
