import { UserError } from "./errors.ts";
import { OPTIONS } from "./options.ts";
import { tokenize } from "./text/tokens.ts";

/**
 * Makes sure that words or a wording can be looked for. A question has errors of its own (`question/question.ts`).
 *
 * @throws UserError `query-empty` without a letter or digit, `query-long` above `OPTIONS.maximumQuestionLength`
 */
export function requireQuery(query: string): void {
  const limit = OPTIONS.maximumQuestionLength;
  if (query.length > limit) throw new UserError("query-long", { length: query.length, limit });
  if (tokenize(query).length === 0) throw new UserError("query-empty");
}
