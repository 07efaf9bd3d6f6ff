import type { Language } from "../../index/index.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { textsOf } from "./texts.ts";

/** Short messages without anything to fill in. */
export type Notice =
  | "thanks"
  | "thanksReason"
  | "expired"
  | "retired"
  | "notYours"
  | "closed"
  | "tiedToNothing"
  | "managersOnly"
  | "noText"
  | "editorsOnly"
  | "chooseOne"
  | "noAttachments"
  | "queueFull"
  | "notKept";

/** Thanks for a verdict, or says why a button or a command cannot do what it should. */
export function renderNotice(notice: Notice, locale: Language): ReplyPayload {
  const { feedback, expired, retired, notYours, closed, tiedToNothing, managersOnly, noText, corpus } =
    textsOf(locale);
  const { editorsOnly, chooseOne, noAttachments, queueFull, notKept } = corpus;
  const told = { ...feedback, expired, retired, notYours, closed: closed.here, tiedToNothing, managersOnly };
  const text = { ...told, noText, editorsOnly, chooseOne, noAttachments, queueFull, notKept }[notice];
  const isThanks = notice === "thanks" || notice === "thanksReason";
  return assemblePayload(isThanks ? ACCENTS.neutral : ACCENTS.problem, [showText(text)]);
}
