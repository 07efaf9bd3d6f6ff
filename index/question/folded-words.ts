/** The number of words in folded text with one space between them: the position, among a question's words, of what follows. */
export function countWords(text: string): number {
  return text.split(" ").filter(Boolean).length;
}
