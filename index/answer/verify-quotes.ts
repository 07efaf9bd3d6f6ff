import type { Quote, Scope } from "../document.ts";
import type { Store } from "../store/store.ts";

/**
 * The quotes that stand, word for word, in the stored text at their span: the last look before they leave. A quote
 * fails it only if its document was replaced while the question was being answered.
 */
export function keepVerbatim(store: Store, scopes: readonly Scope[], quotes: readonly Quote[]): Quote[] {
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
    return emphasisInside && textOf(quote)?.slice(quote.start, quote.end) === quote.text;
  });
}
