import type { Services } from "./command.ts";

/**
 * Forgets a server that the bot was removed from: its settings at once, then its documents, each of which can be put back
 * for a day should the bot be invited again. Its questions stay for as long as all others do.
 *
 * Never rejects: what could not be done is in the log.
 */
export async function forgetServer(
  guildId: string,
  {
    engine,
    serverSettings,
    additions,
    refreshTitles,
    log,
  }: Pick<Services, "engine" | "serverSettings" | "additions" | "refreshTitles" | "log">,
): Promise<void> {
  try {
    serverSettings.forget(guildId);
  } catch (error) {
    log.error({ err: error, guildId }, "the settings of a server could not be forgotten");
  }
  try {
    // What was on its way when the bot was removed would stay for good if it came later.
    const documents = await additions.enterLast(guildId, () => engine.removeDocuments(guildId));
    log.info({ documents }, "removed from a server");
    await refreshTitles();
  } catch (error) {
    log.error({ err: error, guildId }, "the documents of a server could not be removed");
  }
}
