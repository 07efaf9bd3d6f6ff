import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Facts } from "../../../index/index.ts";
import type { Log } from "../../log.ts";
import {
  type AdditionStep,
  renderAdditionLater,
  renderAdditionProgress,
} from "../../reply/addition-progress.ts";
import {
  type AdditionResult,
  hasAdded,
  renderAdditionReply,
  type SkipReason,
} from "../../reply/addition-reply.ts";
import { isPersonsOwn } from "../../reply/error-reply.ts";
import { renderNotice } from "../../reply/notice-reply.ts";
import { WebError } from "../../web/web-error.ts";
import type { Reply, Services } from "../command.ts";
import { toDiscord } from "../payload.ts";
import type { Situation } from "../situation.ts";
import { DownloadError } from "./download-attachment.ts";
import { FileRefused, fetchItem, type Item } from "./fetch-item.ts";
import { openProgress } from "./progress.ts";

/** Milliseconds between two looks at how far the engine is with what comes before. */
const LOOK = 1_500;

/**
 * Adds files or a page to the documents of a server, one after the other, and tells meanwhile how far it is. What was
 * left out is told with the reason; if that is all, to the person alone.
 *
 * @param facts of a single item, as the person gave them
 * @throws UserError where the engine cannot take a single item
 */
export async function addDocuments(
  items: readonly Item[],
  facts: Facts,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  services: Services,
  { guildId, userId, locale }: Situation & { readonly guildId: string },
): Promise<Reply> {
  const { additions, clock, log } = services;
  const count = items.length;
  const progress = openProgress(
    (payload) => interaction.editReply(toDiscord(payload)),
    renderAdditionLater(locale),
    clock,
  );
  const tellOf =
    ({ name }: Item, index: number) =>
    (step: AdditionStep): void =>
      progress.show(renderAdditionProgress({ name, number: index + 1, count }, step, locale));

  const addOne = async (item: Item, index: number): Promise<AdditionResult> => {
    const { name } = item;
    try {
      return await addItem(item, facts, services, { guildId, userId }, tellOf(item, index));
    } catch (error) {
      const reason = explain(error);
      logReason(log, interaction.id, error);
      if (reason.kind === "failed" && count === 1) throw error;
      if (reason.kind === "failed") log.error({ id: interaction.id, err: error }, "a document was not added");
      return { name, outcome: "skipped", reason };
    }
  };
  try {
    const isWaiting = additions.isBusy(guildId);
    const turn = additions.enter(guildId, async () => {
      const results: AdditionResult[] = [];
      for (const [index, item] of items.entries()) results.push(await addOne(item, index));
      return results;
    });
    if (turn === null) return { payload: renderNotice("queueFull", locale), isPersonal: true };
    const [first] = items;
    if (isWaiting && first) tellOf(first, 0)({ step: "waiting" });
    const results = await turn;
    if (hasAdded(results)) await refreshTitles(services);
    return { payload: renderAdditionReply(results, locale), isPersonal: !hasAdded(results) };
  } finally {
    await progress.end();
  }
}

/** Autocomplete follows what has changed. It is no failure of the change where it does not. */
export async function refreshTitles({ refreshTitles, log }: Services): Promise<void> {
  await refreshTitles().catch((error: unknown) => log.error({ err: error }, "the titles could not be read"));
}

async function addItem(
  item: Item,
  facts: Facts,
  services: Services,
  { guildId, userId }: { readonly guildId: string; readonly userId: string },
  tell: (step: AdditionStep) => void,
): Promise<AdditionResult> {
  const { engine, clock, stopping } = services;
  const fetched = await fetchItem(item, services, tell);
  stopping.throwIfAborted();
  // The engine does one thing after the other, and reading the corpus can be long.
  const look = (): void => {
    const reading = services.reading();
    const isBefore = reading !== null && reading.done < reading.total;
    tell(
      isBefore ? { step: "reading-corpus", done: reading.done, total: reading.total } : { step: "reading" },
    );
    callOff = clock.after(LOOK, look);
  };
  let callOff = (): void => {};
  look();
  try {
    const report = await engine.addDocument(guildId, { ...fetched, facts, addedBy: userId });
    const { outcome, source, namesake, problem } = report;
    const { name } = item;
    if (outcome !== "unreadable" && source !== null) {
      // Added is added, whatever becomes of this question.
      const details = await engine.source(report.document, [guildId]).catch(() => null);
      const picturePages = details?.picturePages;
      return { name, outcome, source, namesake, ...(picturePages ? { picturePages } : {}) };
    }
    const why = problem ?? { code: "gone" as const, values: {} };
    return { name, outcome: "skipped", reason: { kind: "file", problem: why } };
  } finally {
    callOff();
  }
}

/** Whoever runs the bot may have to mend why nothing comes from Discord or the web; addresses are nobody's business. */
function logReason(log: Log, id: string, error: unknown): void {
  if (error instanceof WebError) log.info({ id, code: error.code }, "a page was not fetched");
  if (isPersonsOwn(error)) log.info({ id, code: error.code }, "a document was refused");
  if (!(error instanceof DownloadError) || error.fault === "stopping") return;
  const { cause } = error.cause instanceof Error ? error.cause : {};
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  log.warn({ id, fault: error.fault, code }, "a file was not downloaded");
}

function explain(error: unknown): SkipReason {
  if (isPersonsOwn(error)) return { kind: "refused", error };
  if (error instanceof WebError) return { kind: "web", error };
  if (error instanceof DownloadError && error.fault !== "large")
    return { kind: "download", fault: error.fault };
  if (error instanceof FileRefused) return { kind: "file", problem: error.problem };
  return { kind: "failed" };
}
