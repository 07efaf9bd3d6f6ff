import { join } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import type { InferenceSession } from "onnxruntime-node";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import type { Reason } from "../reasons.ts";
import type { Embedder } from "./embedder.ts";
import { findWeights } from "./model-files.ts";
import { poolRows, unitForNothing } from "./pooling.ts";
import { readProfile } from "./profile.ts";
import { firstLine, loadRuntime, type Runtime } from "./runtime.ts";
import { type EncodedText, openEncoder } from "./tokens.ts";

/** A model on this machine. */
export interface LocalModel {
  readonly folder: string;
  readonly name: string;
  readonly revision: string;
}

/** Token vectors of a batch: `data` holds row after row, `positions` positions each, `dimension` numbers a position. */
interface BatchOutput {
  readonly data: Float32Array;
  readonly positions: number;
  readonly dimension: number;
}

type Row = readonly number[];

/**
 * Opens a model for embedding. It uses one thread, and gives the event loop a turn after every batch of
 * `OPTIONS.embeddingBatch` texts (an inference blocks the thread, whatever its promise says). A text that means nothing
 * to the model (empty, only emoji) gets a fixed unit vector. Opening takes a fraction of a second and runs the model once.
 * @throws {UserError} `runtime-missing`, `model-missing` or `model-invalid`.
 */
export async function openEmbedder({ folder, name, revision }: LocalModel): Promise<Embedder> {
  const weights = await findWeights(folder);
  const { queryPrefix, passagePrefix, pooling } = await readProfile(folder, name);
  const runtime = await loadRuntime();
  const encoder = await openEncoder(runtime, folder, name);
  const opened = await openSession(runtime, join(folder, weights), name);
  const { dimension } = await tryModel(() => runBatch(runtime, opened, [encoder.encode("a").ids], 0), name);

  // This version of onnxruntime-node frees a session when nothing refers to it any more.
  let session: InferenceSession | null = opened;
  let truncated = 0;

  async function encodeAll(texts: readonly string[], prefix: string): Promise<EncodedText[]> {
    const encoded: EncodedText[] = [];
    for (const text of texts) {
      if (encoded.length > 0 && encoded.length % OPTIONS.embeddingBatch === 0) await pause();
      encoded.push(encoder.encode(prefix + text));
    }
    return encoded;
  }

  return {
    identity: { name, revision, dimension, queryPrefix, passagePrefix },
    get truncated() {
      return truncated;
    },
    async embed(texts, purpose) {
      if (session === null) throw new Error("The embedder is closed.");
      const encoded = await encodeAll(texts, purpose === "query" ? queryPrefix : passagePrefix);
      truncated += encoded.filter((text) => text.cut).length;
      const vectors: Float32Array[] = texts.map(() => unitForNothing(dimension));
      // Texts of like length go together, so that little of a batch is padding.
      const order = [...encoded.keys()]
        .filter((index) => encoded[index]!.ids.length > 0)
        .sort((a, b) => encoded[a]!.ids.length - encoded[b]!.ids.length);
      for (let start = 0; start < order.length; start += OPTIONS.embeddingBatch) {
        if (start > 0) await pause();
        if (session === null) throw new Error("The embedder was closed while it worked.");
        const batch = order.slice(start, start + OPTIONS.embeddingBatch);
        const rows = batch.map((index) => encoded[index]!.ids);
        const output = await runBatch(runtime, session, rows, encoder.padding);
        const lengths = rows.map((row) => row.length);
        const pooled = poolRows(output.data, lengths, output.positions, dimension, pooling);
        batch.forEach((index, row) => {
          vectors[index] = pooled[row]!;
        });
      }
      return vectors;
    },
    async close() {
      session = null;
    },
  };
}

/**
 * A session of our own instead of the library's model class: that one loads the file into memory, where onnxruntime
 * ignores the number of threads and spins on every core, and it prints each failure with all its inputs.
 */
async function openSession(runtime: Runtime, path: string, model: string): Promise<InferenceSession> {
  const session = await tryModel(
    () =>
      runtime.InferenceSession.create(path, {
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        executionMode: "sequential",
        logSeverityLevel: 3,
      }),
    model,
  );
  const strange = session.inputNames.find((input) => !(input in INPUTS));
  if (strange !== undefined) {
    const reason: Reason = { code: "no-encoder", values: { input: strange } };
    throw new UserError("model-invalid", { model, reason });
  }
  return session;
}

/** What a text encoder may want of a token at `position` of a row; `null` is padding. */
const INPUTS: Readonly<Record<string, (id: number | null, padding: number) => number>> = {
  input_ids: (id, padding) => id ?? padding,
  attention_mask: (id) => (id === null ? 0 : 1),
  token_type_ids: () => 0,
};

async function runBatch(
  runtime: Runtime,
  session: InferenceSession,
  rows: readonly Row[],
  padding: number,
): Promise<BatchOutput> {
  const positions = Math.max(...rows.map((row) => row.length));
  const feeds: Record<string, InstanceType<Runtime["Tensor"]>> = {};
  for (const input of session.inputNames) {
    const values = new BigInt64Array(rows.length * positions);
    rows.forEach((row, number) => {
      for (let position = 0; position < positions; position++) {
        values[number * positions + position] = BigInt(INPUTS[input]!(row[position] ?? null, padding));
      }
    });
    feeds[input] = new runtime.Tensor("int64", values, [rows.length, positions]);
  }
  const outputs = await session.run(feeds);
  const output = outputs.last_hidden_state ?? outputs[session.outputNames[0] ?? ""];
  if (!(output?.data instanceof Float32Array) || output.dims.length !== 3) {
    throw new Error("it gives no vectors of tokens");
  }
  return { data: output.data, positions: output.dims[1]!, dimension: output.dims[2]! };
}

async function tryModel<T>(work: () => Promise<T>, model: string): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new UserError("model-invalid", { model, reason: firstLine(cause) }, { cause });
  }
}
