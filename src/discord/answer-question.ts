import { type Filter, type Language, SHARED_SCOPE } from "../../index/index.ts";
import { renderAnswerReply } from "../reply/answer-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { PASSAGES_ON_PAGE, renderSearchReply } from "../reply/search-reply.ts";
import type { Services } from "./command.ts";
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

/** Asks the engine, remembers the question for the reply's buttons, and makes the reply. */
export async function answerQuestion(
  { engine, questions }: Services,
  asked: StoredQuestion,
  isPrivate: boolean,
): Promise<{ readonly payload: ReplyPayload; readonly questionId: string }> {
  const { question, filter, scopes, locale } = asked;
  const answer = await engine.ask(question, { ...filter, scopes });
  const sources = answer.outcome === "answered" ? [] : await engine.sources({ scopes });
  const questionId = questions.remember(asked);
  const payload = renderAnswerReply(answer, { locale, questionId, isPrivate, sources });
  return { payload, questionId };
}

/** One page of a search, beginning at `offset`. */
export async function searchPage(
  { engine }: Services,
  asked: StoredQuestion,
  questionId: string,
  offset: number,
): Promise<ReplyPayload> {
  const { question: query, filter, scopes, locale } = asked;
  // One more than is shown tells whether there is a next page.
  const found = await engine.search(query, { ...filter, scopes, limit: PASSAGES_ON_PAGE + 1, offset });
  return renderSearchReply(found, { locale, query, questionId, offset });
}
