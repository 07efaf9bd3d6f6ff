import type { Exchange } from "../../test/discord/exchanges.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "../../test/discord/loopback.ts";
import type { Place } from "../../test/discord/world.ts";
import { type Asked, askAtOnce, isAnswer } from "./ask-at-once.ts";
import { changeDocuments, type Library } from "./corpus.ts";
import { type Condition, type OpenBot, openBot } from "./open-bot.ts";

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

/** Two bursts on one bot: the first meets code that was never run and an index that is made anew, the second neither. */
export interface Bursts {
  readonly busy: Burst;
  readonly quiet: Burst;
  /** The re-index that began when the bot was ready. Times are milliseconds since 1970. */
  readonly indexing: { readonly beganAt: number; readonly endedAt: number; readonly passages: number };
  readonly violations: readonly string[];
}

/** Everybody asks at once of a bot that has just started and re-indexes what was changed before, and once more later. Runs apart. */
export async function meetBursts(library: Library): Promise<Bursts> {
  await changeDocuments(library);
  return play(library, async (scene) => {
    const { bot } = scene;
    const busy = await burst(scene);
    const [ready, read] = [await bot.logged("ready"), await bot.logged("corpus read", PATIENCE)];
    const indexing = {
      beganAt: Number(ready.time),
      endedAt: Number(read.time),
      passages: Number(read.passages),
    };
    return { busy, indexing, quiet: await burst(scene) };
  });
}

/** Milliseconds that a re-index may take. */
const PATIENCE = 300_000;

async function burst({ discord, bot, library }: Scene): Promise<Burst> {
  // Looking ends a stretch in which delays are counted.
  await bot.look();
  const asked = await askAtOnce(discord, library.questions);
  return { ...asked, delay: (await bot.look()).delay };
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
    await bot.logged("corpus read", PATIENCE);
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
  // Compiling the schemas of Discord's OpenAPI document takes a second, at the first acknowledgement of all times.
  const discord = await startLoopbackDiscord({ openApi: undefined });
  try {
    const bot = await openBot(library.folder, discord);
    try {
      const result = await work({ discord, bot, library });
      const violations = discord.violations.map(
        ({ rule, where, message }) => `${rule}: ${where}: ${message}`,
      );
      const failures = bot.log.filter(({ level }) => level >= ERROR).map(({ msg }) => `logged: ${msg}`);
      return { ...result, violations: [...violations, ...failures] };
    } finally {
      await bot.stop();
    }
  } finally {
    await discord.close();
  }
}

/** pino's level of errors. */
const ERROR = 50;
