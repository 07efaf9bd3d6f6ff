import type { Order, Reply } from "./run-apart.ts";

/** The other end of `runApart`: does one thing and ends. */
process.once("message", async ({ module, work, input }: Order) => {
  const reply = await carryOut(module, work, input);
  process.send?.(reply, () => process.exit("error" in reply ? 1 : 0));
});

async function carryOut(module: string, work: string, input: unknown): Promise<Reply> {
  try {
    const exported = (await import(module)) as Record<string, unknown>;
    const call = exported[work];
    if (typeof call !== "function") throw new TypeError(`${module} exports no function ${work}`);
    return { result: await call(input) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
