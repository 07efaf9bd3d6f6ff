/**
 * Names that Windows keeps for devices, with or without an ending
 * (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
 */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

/**
 * A name of a file or folder as every system can write it: `-` for control characters and `<>:"/\|?*`, no dots or spaces
 * at its end, no device. Empty where only those were there.
 */
export function toPortableName(name: string): string {
  const bare = name.replace(/[<>:"/\\|?*\p{Cc}]/gu, "-").replace(/[. ]+$/, "");
  return DEVICES.test(bare) ? `_${bare}` : bare;
}
