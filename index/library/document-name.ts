import { posix } from "node:path";

/** UTF-16 code units of a name at most, its ending included. */
const LONGEST = 120;

/**
 * The path of an added document: its file's name without folders, control characters and dots at its beginning, not too
 * long, its ending kept.
 */
export function toDocumentName(name: string): string {
  const clean = posix
    .basename(name.normalize("NFC").replaceAll("\\", "/"))
    .replace(/[\p{Cc}\p{Cs}\p{Cf}]+/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[.~$\s]+/u, "")
    .trim();
  if (clean === "") return "document";
  if (clean.length <= LONGEST) return clean;
  const ending = posix.extname(clean).slice(0, 12);
  const stem = [...clean.slice(0, clean.length - posix.extname(clean).length)];
  while (stem.join("").length > LONGEST - ending.length - 1) stem.pop();
  return `${stem.join("").trim()}…${ending}`;
}

/** The name itself, or the first of "name (2).pdf", "name (3).pdf", ... that is free. */
export function findFreeName(name: string, isTaken: (name: string) => boolean): string {
  const ending = posix.extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 2, candidate = name; ; number++) {
    if (!isTaken(candidate)) return candidate;
    candidate = `${stem} (${number})${ending}`;
  }
}
