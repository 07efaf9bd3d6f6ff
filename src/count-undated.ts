import type { Engine, Filter } from "../index/index.ts";

/**
 * How many documents a filter leaves out because they have no date: 0 where it asks for none.
 *
 * @throws UserError as `Engine.sources` does
 */
export async function countUndated(engine: Pick<Engine, "sources">, filter: Filter): Promise<number> {
  const { after, before, ...others } = filter;
  if (after === undefined && before === undefined) return 0;
  const sources = await engine.sources(others);
  return sources.filter(({ date }) => date === null).length;
}
