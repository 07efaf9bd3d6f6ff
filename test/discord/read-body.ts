import type { IncomingMessage } from "node:http";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { apiErrors } from "./api-error.ts";
import type { SentFile } from "./messages.ts";

/** What came with a request. */
export interface RequestBody {
  /** The JSON, from the body or from the part `payload_json`; undefined if there is none. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/**
 * Reads a request's JSON and files.
 *
 * @throws ApiError 40005 above Discord's limit of bytes.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= DISCORD_LIMITS.upload.request) chunks.push(chunk);
  }
  if (size > DISCORD_LIMITS.upload.request) throw apiErrors.tooLarge();
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { json: bytes.length === 0 ? undefined : JSON.parse(bytes.toString("utf8")), files: [] };
  }
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: SentFile[] = [];
  let json: unknown;
  for (const [name, part] of form) {
    if (typeof part !== "string") {
      const sent = await part.bytes();
      files.push({ name: part.name, size: part.size, text: new TextDecoder().decode(sent), bytes: sent });
    } else if (name === "payload_json") json = JSON.parse(part);
  }
  return { json, files };
}
