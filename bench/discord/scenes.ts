import type { Exchange } from "../../test/discord/exchanges.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../../test/discord/loopback.ts";
import type { Place } from "../../test/discord/world.ts";
import { type Asked, askAtOnce, isAnswer } from "./ask-at-once.ts";
import type { Condition, WatchedSync } from "./channel.ts";
import { changeDocuments, type Library } from "./corpus.ts";
import { type OpenBot, openBot } from "./open-bot.ts";

/** A loopback Discord in this process, and a bot in its own. */
interface Scene {
  readonly discord: LoopbackDiscord;
  readonly bot: OpenBot;
  readonly library: Library;
}

/** What everybody did at once, and what it did to the bot. */
export interface Burst extends Asked {
  /** Longest delay of the event loop of the bot's main process, in milliseconds. */
  readonly delay: number;
}

/** A burst into a re-index. */
export interface BurstWhileIndexing extends Burst {
  readonly sync: WatchedSync;
  /** Passages written between the first question and the last answer. */
  readonly indexedMeanwhile: number;
}

/** Three bursts on one bot, of which only the first meets code that was never run. */
export interface Bursts {
  readonly cold: BurstWhileIndexing;
  readonly warm: BurstWhileIndexing;
  readonly quiet: Burst;
  readonly violations: readonly string[];
}

/** Everybody asks at once: of a bot that has just started while it re-indexes, again the same, and in peace. Runs apart. */
export function meetBursts(library: Library): Promise<Bursts> {
  return play(library, async (scene) => ({
    cold: await burstWhileIndexing(scene),
    warm: await burstWhileIndexing(scene),
    quiet: await burst(scene),
  }));
}

async function burst({ discord, bot, library }: Scene): Promise<Burst> {
  await bot.watchLoop();
  const asked = await askAtOnce(discord, library.questions);
  return { ...asked, delay: await bot.readLoop() };
}

async function burstWhileIndexing(scene: Scene): Promise<BurstWhileIndexing> {
  const { bot, library } = scene;
  await changeDocuments(library);
  const { end } = await bot.beginSync();
  const asked = await burst(scene);
  const sync = await end;
  const written = (time: number): number => {
    const { done } = sync.steps.findLast(({ at }) => at <= time) ?? { done: 0 };
    return library.passages.slice(0, done).reduce((sum, passages) => sum + passages, 0);
  };
  return { ...asked, sync, indexedMeanwhile: written(asked.endedAt) - written(asked.beganAt) };
}

/** What a long day does to the bot's memory. */
export interface LongDay {
  /** After so many questions, ascending. */
  readonly conditions: readonly (Condition & { readonly questions: number })[];
  readonly answered: number;
  /** Milliseconds that each autocompletion took. */
  readonly completed: readonly number[];
  readonly documents: number;
  readonly violations: readonly string[];
}

/** Autocompletions, then so many questions that what they leave behind would show. Runs apart. */
export function liveLong(input: {
  readonly library: Library;
  /** When to look at the memory, in questions, ascending. */
  readonly looks: readonly number[];
  readonly completions: number;
}): Promise<LongDay> {
  const { library, looks, completions } = input;
  return play(library, async ({ discord, bot }) => {
    const completed = await completeAll(discord, library, completions);
    const conditions: LongDay["conditions"][number][] = [];
    let asked = 0;
    let answered = 0;
    for (const look of looks) {
      answered += await askOneAfterAnother(discord, library, asked, look);
      asked = look;
      conditions.push({ questions: asked, ...(await bot.look()) });
    }
    return { completed, conditions, answered, documents: library.documents };
  });
}

/** Questions under way at once in a long day, and people who type at once. */
const AT_ONCE = 20;
/** Servers over which a long day is spread: each may ask 600 questions a minute. */
const SERVERS = 20;

/** Asks the questions with these numbers, each by another person, a few at a time. Returns how many were answered. */
async function askOneAfterAnother(
  discord: LoopbackDiscord,
  { questions }: Library,
  from: number,
  to: number,
): Promise<number> {
  const places = makePlaces(discord);
  let next = from;
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (next < to) {
      const number = next++;
      const user = discord.world.makePerson(`visitor-${number}`);
      const place = places[number % places.length] ?? discord.world.places.channel;
      const question = questions[number % questions.length] ?? "";
      const exchange = await discord.sendCommand("ask", { question }, { user, place }).answered();
      if (isAnswer(exchange)) answered++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return answered;
}

/** Servers in which people use the bot that they have installed for themselves. */
function makePlaces({ world }: LoopbackDiscord): Place[] {
  return Array.from({ length: SERVERS }, () => {
    const guildId = world.makePerson("server").id;
    const channel = {
      ...world.places.elsewhere.channel,
      id: world.makePerson("channel").id,
      guild_id: guildId,
    };
    return { ...world.places.elsewhere, channel, guildId };
  });
}

/** People who type titles of documents, a few at a time: how long each of them waited. */
async function completeAll(
  discord: LoopbackDiscord,
  { typed }: Library,
  completions: number,
): Promise<number[]> {
  const exchanges: Exchange[] = [];
  const type = async (number: number): Promise<void> => {
    const word = typed[number % typed.length] ?? "";
    const user = discord.world.makePerson(`typist-${number}`);
    exchanges.push(
      await discord
        .autocomplete("ask", "document", word.slice(0, 1 + (number % word.length)), {}, { user })
        .acknowledged(),
    );
  };
  for (let number = 0; number < completions; number += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, position) => type(number + position)));
  }
  for (const { choices, deed } of exchanges) if (!choices?.length) throw new Error(`${deed} found nothing`);
  return exchanges.map(({ acknowledgedAfter }) => acknowledgedAfter ?? Number.NaN);
}

/** Sets the scene, and adds every rule of Discord's that the bot broke. */
async function play<Result>(
  library: Library,
  work: (scene: Scene) => Promise<Result>,
): Promise<Result & { readonly violations: readonly string[] }> {
  const discord = await startLoopbackDiscord({ openApi: undefined });
  try {
    const bot = await openBot({ folder: library.folder, api: discord.url, token: discord.token });
    const result = await work({ discord, bot, library });
    await bot.stop();
    return {
      ...result,
      violations: discord.violations.map(({ rule, where, message }) => `${rule}: ${where}: ${message}`),
    };
  } finally {
    await discord.close();
  }
}
