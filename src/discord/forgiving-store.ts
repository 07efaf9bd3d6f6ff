import type { Log } from "../log.ts";
import type { QuestionStore } from "./question-store.ts";

/** An id that no question has: its buttons say that the question is forgotten. */
const FORGOTTEN = "0";

/**
 * A store that lets answers go out which it cannot remember (a full disk): the failure is in the log, and the answer's
 * buttons say that the question is forgotten. Everything else fails as the store does.
 */
export function forgiveForgetting(store: QuestionStore, log: Log): QuestionStore {
  const attempt = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work();
    } catch (error) {
      log.error({ err: error }, "a question could not be remembered");
      return otherwise;
    }
  };
  return {
    ...store,
    remember: (question) => attempt(() => store.remember(question), FORGOTTEN),
    attachMessage: (id, messageId) => attempt(() => store.attachMessage(id, messageId), undefined),
  };
}
