import type { ReplyPayload } from "../reply/payload.ts";

/** What a button does: a modal at once, another page in place of this one, a reply for one person, or one for all. */
export type Response =
  | {
      readonly kind: "update" | "private" | "shared";
      /** `personal` is told to one person alone, and what all see stays as it is. */
      readonly payload: () => Promise<ReplyPayload | { readonly personal: ReplyPayload }>;
      /** The stored question that it answers. */
      readonly questionId?: string;
    }
  | { readonly kind: "modal"; readonly questionId: string };
