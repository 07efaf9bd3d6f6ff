import { writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { downloadModel } from "../../../index/embed/download.ts";
import { describeError, UserError } from "../../../index/errors.ts";
import { smallFiles, startLoopbackHub } from "./loopback-hub.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

async function failureOf(
  endpoint: string,
  model = "someone/small-model",
  cacheFolder?: string,
): Promise<UserError> {
  const folder = cacheFolder ?? (await newFolder());
  const error = await downloadModel({ model, revision: "main", cacheFolder: folder, endpoint, fetch }).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

/** Runs `work` with the address of a server that answers everything alike. */
async function withServer<T>(answer: RequestListener, work: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe("a hub that does not help", () => {
  it("and refuses connections is named, with what to do", async () => {
    const endpoint = await withServer(
      (_, response) => response.end(),
      async (address) => address,
    );
    const error = await failureOf(endpoint);
    const { text, hint } = describeError(error);
    expect(text).toBe(
      `The model someone/small-model is not on this machine and ${new URL(endpoint).host} cannot be reached (connection refused).`,
    );
    expect(hint).toContain("HF_ENDPOINT");
    expect(describeError(error, "vi").text).toContain("(kết nối bị từ chối)");
  });

  it("and hangs up is unreachable too", async () => {
    const error = await withServer((request) => request.socket.destroy(), failureOf);
    expect(error.code).toBe("model-unreachable");
    expect(error.message).toMatch(/\(connection (closed|reset)\)/);
  });

  it.each([401, 403, 404])("and answers %i has no such model", async (status) => {
    const error = await withServer((_, response) => response.writeHead(status).end(), failureOf);
    expect(error.code).toBe("model-invalid");
    expect(error.message).toContain(`no public model of that name and revision "main" (HTTP ${status})`);
  });

  it("and is overloaded is worth another try", async () => {
    const error = await withServer((_, response) => response.writeHead(503).end(), failureOf);
    expect(error.code).toBe("model-download");
    expect(error.message).toContain("HTTP 503");
  });

  it.each(["<html>Log in to the campus network</html>", '{"sha":"../../etc","siblings":[]}'])(
    "and answers %s is no hub",
    async (body) => {
      const error = await withServer((_, response) => response.end(body), failureOf);
      expect(error.code).toBe("model-download");
      expect(error.message).toContain("did not answer like a model hub");
    },
  );

  it("and has the model without ONNX weights says so", async () => {
    const files = smallFiles();
    files.delete("onnx/model.onnx");
    files.delete("onnx/model_quantized.onnx");
    const hub = await startLoopbackHub("someone/small-model", files);
    const error = await failureOf(hub.endpoint);
    await hub.close();
    expect(error.code).toBe("model-invalid");
    expect(error.message).toContain(": its repository has no onnx/model_quantized.onnx or onnx/model.onnx.");
  });

  it("is told from a cache folder that cannot be written", async () => {
    const file = join(await newFolder(), "file");
    await writeFile(file, "");
    const hub = await startLoopbackHub("someone/small-model", smallFiles());
    const error = await failureOf(hub.endpoint, "someone/small-model", file);
    await hub.close();
    expect(error.code).toBe("data-unwritable");
  });
});
