import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { type BotProcess, type LogLine, startBotProcess } from "./bot-process.ts";
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from "./loopback.ts";
import type { By } from "./people.ts";
import type { Membership, Person } from "./world.ts";

/** A Discord of its own for a test file, and the bot in its process. */
export interface BotInUse {
  readonly discord: LoopbackDiscord;
  /** Where the bot keeps what it remembers. */
  readonly dataFolder: string;
  /** The process that runs now. */
  readonly process: BotProcess;
  /** Everything that the bot has logged, in the processes before as well. */
  readonly log: readonly LogLine[];
  /** Everything that its processes have written. */
  readonly output: string;
  /**
   * Somebody who has not asked anything yet, where and in whichever language `by` says: one person may only ask ten
   * times a minute.
   */
  newcomer(by?: By, ...memberships: readonly Membership[]): By & { readonly user: Person };
  /** The same, who may manage the first server. */
  manager(by?: By): By & { readonly user: Person };
  /**
   * Waits until the bot has read Discord's answer to whatever it has sent: it has answered something that was asked
   * later. People take longer to reply to a message than the bot to learn its id; a test does not.
   */
  caughtUp(): Promise<void>;
  /** Ends the process as a supervisor does, and starts another on the same data folder. */
  restart(): Promise<void>;
  /** Lets errors pass, those that come later as well: for a test that provokes them. */
  forgive(isExpected: (line: LogLine) => boolean): void;
}

/** Variables that point the bot at a loopback Discord. */
export function environmentFor(discord: LoopbackDiscord, dataFolder: string): Record<string, string> {
  return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ACCORD_DATA: dataFolder };
}

/** How the bot of a test file is started. */
export interface BotUse {
  /** Makes further variables of its environment; `folder` is empty, and removed at the end. */
  readonly prepare?: (folder: string) => Promise<Readonly<Record<string, string>>>;
  readonly discord?: LoopbackOptions;
}

/** Waits until the bot takes questions and has read its corpus. */
export async function whenReady(bot: BotProcess): Promise<void> {
  await bot.logged("ready");
  await bot.logged("corpus read");
}

/**
 * Starts the bot before the tests of a file and ends it after them. The file then fails if the bot has broken a rule of
 * Discord's, has logged an error that no test forgave, or does not end with exit code 0.
 */
export function useBot({ prepare, discord: options }: BotUse = {}): BotInUse {
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  let discord: LoopbackDiscord;
  const processes: BotProcess[] = [];
  const forgiven: ((line: LogLine) => boolean)[] = [];

  async function start(): Promise<void> {
    const started = startBotProcess({ environment });
    processes.push(started);
    await whenReady(started);
  }
  const dataFolder = (): string => join(folder, "data");
  const running = (): BotProcess => {
    const last = processes.at(-1);
    if (last === undefined) throw new Error("The bot has not been started");
    return last;
  };
  const allLines = (): LogLine[] => processes.flatMap(({ log }) => [...log]);
  const errors = (): LogLine[] =>
    allLines().filter((line) => line.level >= 50 && !forgiven.some((isExpected) => isExpected(line)));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "accord-bot-"));
    discord = await startLoopbackDiscord(options);
    const prepared = await prepare?.(await mkdtemp(join(folder, "prepared-")));
    environment = { ...environmentFor(discord, dataFolder()), ...prepared };
    await start();
  }, 90_000);

  afterAll(async () => {
    try {
      const { exitCode } = await running().stop();
      expect(discord.violations).toEqual([]);
      expect(errors()).toEqual([]);
      expect(exitCode).toBe(0);
    } finally {
      for (const each of processes) await each.kill();
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);

  return {
    get discord() {
      return discord;
    },
    get dataFolder() {
      return dataFolder();
    },
    get process() {
      return running();
    },
    get log() {
      return allLines();
    },
    get output() {
      return processes.map(({ output }) => output).join("");
    },
    newcomer: (by = {}, ...memberships) => ({
      ...by,
      user: discord.world.makePerson("newcomer", ...memberships),
    }),
    manager: (by = {}) => ({ ...by, user: discord.world.makePerson("manager", { manages: true }) }),
    async caughtUp() {
      await discord.sendCommand("help", {}, { user: discord.world.makePerson("newcomer") }).answered();
    },
    async restart() {
      const { exitCode } = await running().stop();
      expect(exitCode).toBe(0);
      await start();
    },
    forgive: (isExpected) => void forgiven.push(isExpected),
  };
}
