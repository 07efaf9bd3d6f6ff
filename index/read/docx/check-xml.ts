import { UnreadableFile } from "../unreadable-file.ts";

/** Comments, character data, instructions; closing tags; opening tags, where ">" may stand in an attribute's value. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?"']+)(?:\s[^"'<>]*(?:"[^"<]*"[^"'<>]*|'[^'<]*'[^"'<>]*)*)?\/?>|</g;

/**
 * Refuses a part of a Word document whose tags do not fit each other, as Word does. mammoth's parser would go on after
 * its root has ended, in a time that grows with the square of what follows: a minute for three megabytes.
 *
 * @throws UnreadableFile `damaged`
 */
export function checkXml(name: string, source: string): void {
  const open: string[] = [];
  let hasEnded = false;
  for (const [whole, closing, opening] of source.matchAll(TAG)) {
    const isStray = whole === "<" || (opening !== undefined && hasEnded);
    if (isStray || (closing !== undefined && open.pop() !== closing)) refuse(name);
    if (opening !== undefined && !whole.endsWith("/>")) open.push(opening);
    hasEnded ||= open.length === 0 && (closing !== undefined || opening !== undefined);
  }
  if (open.length > 0) refuse(name);
}

function refuse(name: string): never {
  throw new UnreadableFile("damaged", { reason: { code: "no-xml", values: { part: name } } });
}
