/** Who signs or stands for whom: "For RULE: Sok Vannarith", "FOR THE UNIVERSITY: (signed) Dr. Ellison". */
const FOR_PARTY =
  /^(?:For|FOR|On behalf of|ON BEHALF OF|TM\.|Đại diện|ĐẠI DIỆN|Thay mặt|THAY MẶT) (?:the |THE )?\p{Lu}[^:]{0,80}:[*_]*\s*(?:\(|\p{Lu}[\p{L}.'’-]*\s+\p{Lu})/u;

/** Whether a line says who signs for whom. */
export function isSignatureLine(line: string): boolean {
  return FOR_PARTY.test(line);
}
