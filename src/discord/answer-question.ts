import { type Answer, type Filter, type Language, SHARED_SCOPE } from "../../index/index.ts";
import { renderAnswerReply } from "../reply/answer-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { PASSAGES_ON_PAGE, renderSearchReply } from "../reply/search-reply.ts";
import type { Reply, Services } from "./command.ts";
import type { StoredQuestion } from "./question-store.ts";

/** Scopes that every server may see. */
export const VISIBLE_SCOPES = [SHARED_SCOPE] as const;

/** Who asks, and where. */
export interface Asker {
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly locale: Language;
}

/** A question with its filter, as somebody asked it. */
export function toStoredQuestion(
  question: string,
  filter: Omit<Filter, "scopes">,
  asker: Asker,
): StoredQuestion {
  return { question, filter, scopes: VISIBLE_SCOPES, ...asker };
}

/** The part of a stored question that the engine filters by. */
export function filterOf({ filter, scopes }: StoredQuestion): Filter {
  return { ...filter, scopes };
}

/** Asks the engine a stored question: a follow-up with what it leans on, though only its own words are shown. */
export async function askEngine(
  { engine, metrics }: Pick<Services, "engine" | "metrics">,
  asked: StoredQuestion,
): Promise<Answer> {
  const answer = await engine.ask(asked.inFull ?? asked.question, filterOf(asked));
  metrics.asked(answer.outcome);
  return { ...answer, question: asked.question };
}

/** Asks the engine, remembers the question for the reply's buttons, and makes the reply. */
export async function answerQuestion(
  services: Services,
  asked: StoredQuestion,
  isPrivate: boolean,
): Promise<Required<Reply>> {
  const { engine, questions } = services;
  const { scopes, locale } = asked;
  const answer = await askEngine(services, asked);
  const sources = answer.outcome === "answered" ? [] : await engine.sources({ scopes });
  const questionId = questions.remember(asked);
  const reading = services.reading();
  const payload = renderAnswerReply(answer, { locale, questionId, isPrivate, sources, reading });
  return { payload, questionId };
}

/** One page of a search, beginning at `offset`. */
export async function searchPage(
  { engine }: Services,
  asked: StoredQuestion,
  questionId: string,
  offset: number,
): Promise<ReplyPayload> {
  const { question: query, locale } = asked;
  // One more than is shown tells whether there is a next page.
  const found = await engine.search(query, { ...filterOf(asked), limit: PASSAGES_ON_PAGE + 1, offset });
  return renderSearchReply(found, { locale, query, questionId, offset });
}
