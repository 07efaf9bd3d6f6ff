/** The public face of the search engine: nothing else in this folder is imported from outside it. */
export type * from "./document.ts";
export { SHARED_SCOPE } from "./document.ts";
export type { DownloadProgress } from "./embed/download.ts";
export type * from "./engine.ts";
export { describeError, type ErrorCode, UserError } from "./errors.ts";
export { type EngineOptions, openEngine } from "./open-engine.ts";
export { OPTIONS } from "./options.ts";
export { nodeOptions, scriptBeside } from "./own-script.ts";
export { joinFollowUp } from "./question/follow-up.ts";
export type { Facts } from "./read/reader.ts";
export { describeFileProblem, type FileProblem } from "./read/unreadable-file.ts";
export { describeProcess } from "./store/data-folder.ts";
export { openDatabase } from "./store/open-database.ts";
export { toStoreError } from "./store/store-errors.ts";
export { isCalendarDate } from "./text/calendar-date.ts";
export { fill } from "./text/fill.ts";
export { foldText } from "./text/fold.ts";
export { detectLanguage } from "./text/language.ts";
