import { type LegacyScheme, schemeOfFont } from "../encodings/legacy-vietnamese.ts";

/** A font of a file. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  /** The code of Vietnamese from before Unicode that its name tells. */
  readonly scheme: LegacyScheme | null;
}

/** What letters have before a page sets its first font. */
export const NO_FONT: Font = { name: "", bold: false, scheme: null };

/** A font as pdf.js shares it. */
export function toFont(shared: { name?: unknown; bold?: unknown; black?: unknown } | undefined): Font {
  const name = String(shared?.name ?? "");
  const bold = Boolean(shared?.bold || shared?.black) || /bold|black|heavy|demi/i.test(name);
  return { name, bold, scheme: schemeOfFont(name) };
}
