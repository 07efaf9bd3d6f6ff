import { ComponentType, TextInputStyle } from "discord.js";
import type { Language } from "../../index/index.ts";
import { encodeCustomId } from "../discord/custom-id.ts";
import type { ModalPayload } from "./payload.ts";
import { textsOf } from "./texts.ts";

/** Name of the field that holds the reason. */
export const REASON_FIELD = "reason";
/** Characters that a reason may have: enough to say what is missing, little enough to be read by somebody. */
const LONGEST_REASON = 1_000;

/** Asks why an answer did not help. Leaving it empty is fine. */
export function renderReasonModal(questionId: string, locale: Language): ModalPayload {
  const { title, label, placeholder } = textsOf(locale).feedback;
  return {
    custom_id: encodeCustomId({ action: "reason", question: questionId }),
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON_FIELD,
          style: TextInputStyle.Paragraph,
          placeholder,
          required: false,
          max_length: LONGEST_REASON,
        },
      },
    ],
  };
}
