/** The public face of the search engine: nothing else in this folder is imported from outside it. */
export type * from "./document.ts";
export { SHARED_SCOPE } from "./document.ts";
export type * from "./engine.ts";
export { describeError, type ErrorCode, UserError } from "./errors.ts";
export { OPTIONS } from "./options.ts";
