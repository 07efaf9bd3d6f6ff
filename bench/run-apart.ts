import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the child process is asked to do. */
export interface Order {
  /** URL of a module. */
  readonly module: string;
  /** The name of a function that the module exports. */
  readonly work: string;
  readonly input: unknown;
}

/** What the child process answers. */
export type Reply = { readonly result: unknown } | { readonly error: string };

/**
 * Calls a function that a module exports in a process of its own, so that no measure finds the memory, the compiled code
 * or the native threads of another. Input and result cross by structured clone. What it prints goes to stderr.
 *
 * @param heap megabytes of JavaScript memory at most; default Node's own limit
 * @throws Error when the function throws or the process ends without an answer
 */
export async function runApart<Input, Result>(
  module: string,
  work: string | ((input: Input) => Result | Promise<Result>),
  input: NoInfer<Input>,
  heap?: number,
): Promise<Result> {
  const name = typeof work === "string" ? work : work.name;
  const child = fork(fileURLToPath(new URL("./child.ts", import.meta.url)), {
    execArgv: [...process.execArgv, ...(heap === undefined ? [] : [`--max-old-space-size=${heap}`])],
    serialization: "advanced",
    stdio: ["ignore", process.stderr, process.stderr, "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (reply: Reply) => {
      if ("error" in reply) reject(new Error(`${name}: ${reply.error}`));
      else resolve(reply.result as Result);
    });
    child.once("exit", (code, signal) => reject(new Error(`${name} ended with ${signal ?? `code ${code}`}`)));
    child.send({ module, work: name, input } satisfies Order);
  });
}
