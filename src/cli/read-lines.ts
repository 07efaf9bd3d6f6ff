/**
 * The lines of a byte stream, decoded as UTF-8; what is not UTF-8 becomes U+FFFD, a byte-order mark is dropped. Lines
 * end with `\n` or `\r\n` and nothing else (readline would also break at U+2028, which a question may hold). An empty
 * line is a line; the end of the stream after a line's end is not.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [first = "", ...others] = text.split("\n");
    rest.push(first);
    for (const next of others) {
      yield withoutReturn(rest.join(""));
      rest = [next];
    }
  }
  rest.push(decoder.decode());
  const last = rest.join("");
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
