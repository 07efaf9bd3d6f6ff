import { type Answer, type Filter, readSmallTalk } from "../../index/index.ts";
import { countUndated } from "../count-undated.ts";
import { renderAnswerReply } from "../reply/answer-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { PASSAGES_ON_PAGE, renderSearchReply } from "../reply/search-reply.ts";
import { renderSmallTalkReply } from "../reply/small-talk-reply.ts";
import type { Reply, Services } from "./command.ts";
import type { StoredQuestion } from "./question-store.ts";
import type { Situation } from "./situation.ts";

/** A question with its filter, as somebody asked it; it sees what the place lets be seen. */
export function toStoredQuestion(
  question: string,
  filter: Pick<Filter, "document" | "after" | "before">,
  { userId, guildId, channelId, locale, view }: Situation,
): StoredQuestion {
  const { scopes, documents } = view;
  const tied = documents === undefined ? {} : { documents };
  return { question, filter: { ...filter, ...tied }, scopes, locale, userId, guildId, channelId };
}

/** The part of a stored question that the engine filters by. */
function filterOf({ filter, scopes }: StoredQuestion): Filter {
  return { ...filter, scopes };
}

/**
 * A stored question as it may be asked again in another situation: it never sees more than that place lets be seen.
 * `null` where it was asked in another server, or in other direct messages.
 */
export function bringInto(
  asked: StoredQuestion,
  { guildId, channelId, view }: Situation,
): StoredQuestion | null {
  const isHere = asked.guildId === guildId && (guildId !== null || asked.channelId === channelId);
  if (!isHere) return null;
  const documents = meet(asked.filter.documents, view.documents);
  const { documents: _, ...filter } = asked.filter;
  return {
    ...asked,
    filter: documents === undefined ? filter : { ...filter, documents },
    scopes: asked.scopes.filter((scope) => view.scopes.includes(scope)),
  };
}

/** What is in both lists; a list that is left out stands for everything. */
function meet(
  asked: readonly string[] | undefined,
  visible: readonly string[] | undefined,
): readonly string[] | undefined {
  if (asked === undefined || visible === undefined) return asked ?? visible;
  return asked.filter((path) => visible.includes(path));
}

/** Asks the engine a stored question: a follow-up with what it leans on, though only its own words are shown. */
export async function askEngine(
  { engine }: Pick<Services, "engine">,
  asked: StoredQuestion,
): Promise<Answer> {
  const answer = await engine.ask(asked.inFull ?? asked.question, filterOf(asked));
  return { ...answer, question: asked.question };
}

/**
 * Asks the engine, remembers the question for the reply's buttons, and makes the reply. Small talk is no question: its
 * reply is for one person, and nothing of it is kept or counted.
 */
export async function answerQuestion(
  services: Services,
  asked: StoredQuestion,
  isPrivate: boolean,
): Promise<Reply> {
  const { engine, questions, metrics } = services;
  const talk = readSmallTalk(asked.question);
  if (talk !== null) return { payload: renderSmallTalkReply(talk, asked.locale), isPersonal: true };
  const answer = await askEngine(services, asked);
  // Here and not where a button asks the same once more.
  metrics.asked(answer.outcome);
  const { filter, locale } = asked;
  const sources = answer.outcome === "answered" ? [] : await engine.sources(filterOf(asked));
  const questionId = questions.remember(asked);
  const reading = services.reading();
  const payload = renderAnswerReply(answer, {
    locale,
    questionId,
    isPrivate,
    sources,
    isNarrowed: filter.document !== undefined,
    reading,
  });
  return { payload, questionId };
}

/** One page of a search, beginning at `offset`. */
export async function searchPage(
  services: Services,
  asked: StoredQuestion,
  questionId: string,
  offset: number,
): Promise<ReplyPayload> {
  const { question: query, locale } = asked;
  // One more than is shown tells whether there is a next page.
  const { engine } = services;
  const filter = filterOf(asked);
  const found = await engine.search(query, {
    ...filter,
    limit: PASSAGES_ON_PAGE + 1,
    offset,
  });
  const undated = await countUndated(engine, filter);
  return renderSearchReply(found, {
    locale,
    query,
    questionId,
    offset,
    reading: services.reading(),
    undated,
  });
}
