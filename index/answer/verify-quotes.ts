import type { Quote, Scope } from "../document.ts";
import type { Store } from "../store/store.ts";

/**
 * The quotes that stand, word for word, in the stored text at their span, with emphasis inside it: the last look before they
 * leave. What a question reads does not change under it, so a quote fails only through a bug or a damaged store: it is better
 * not shown than wrong.
 *
 * @param scopes those that the question may see
 */
export function keepVerbatim(
  store: Pick<Store, "readText">,
  scopes: readonly Scope[],
  quotes: readonly Quote[],
): Quote[] {
  const texts = new Map<string, string | null>();
  const textOf = (quote: Quote): string | null => {
    const key = `${quote.scope}\n${quote.document}`;
    let text = texts.get(key);
    if (text === undefined) {
      text = scopes.includes(quote.scope) ? store.readText(quote.scope, quote.document) : null;
      texts.set(key, text);
    }
    return text;
  };
  return quotes.filter((quote) => {
    const emphasisInside = quote.emphasis.every(
      ({ start, end }) => quote.start <= start && start < end && end <= quote.end,
    );
    // A slice ends with the text: a span that goes beyond would pass.
    const isWhole = quote.text.length === quote.end - quote.start;
    return isWhole && emphasisInside && textOf(quote)?.slice(quote.start, quote.end) === quote.text;
  });
}
