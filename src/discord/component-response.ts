import type { Language } from "../../index/index.ts";
import { type Notice, renderNotice } from "../reply/notice-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";

/** An answer for all to see, below the private one. What all can see can be replied to. */
export interface SharedResponse {
  readonly kind: "shared";
  readonly payload: () => Promise<ReplyPayload>;
  /** The stored question that it answers. */
  readonly questionId: string;
}

/** What a button does: another page in place of this one, a reply for one person, one for all, or a modal at once. */
export type Response =
  | {
      readonly kind: "update" | "private";
      /** `personal` is told to one person alone, and what all see stays as it is. */
      readonly payload: () => Promise<ReplyPayload | { readonly personal: ReplyPayload }>;
    }
  | SharedResponse
  | { readonly kind: "modal"; readonly questionId: string };

/** Tells one person something short. */
export function respondWithNotice(notice: Notice, locale: Language): Response {
  return { kind: "private", payload: async () => renderNotice(notice, locale) };
}
