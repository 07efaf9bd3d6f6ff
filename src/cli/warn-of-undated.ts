import type { Engine, Filter } from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { countUndated } from "../count-undated.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Says on stderr how many documents were not looked at because `--after` or `--before` wants a date and they have none.
 *
 * @throws UserError as `Engine.sources` does
 */
export async function warnOfUndated(engine: Engine, filter: Filter, terminal: Terminal): Promise<void> {
  const count = await countUndated(engine, filter);
  if (count > 0) terminal.warn(countThings(terminal.texts.undatedPassedOver, count));
}
