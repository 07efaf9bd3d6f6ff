import type { Scope } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { ScopeIndexes } from "./scope-indexes.ts";
import type { Store } from "./store/store.ts";
import type { AliasSet } from "./vocabulary/aliases.ts";
import type { Lexicon } from "./vocabulary/lexicon.ts";

/** Everything that answering needs. */
export interface SearchContext {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly lexicon: Lexicon;
  readonly aliases: readonly AliasSet[];
  /** The indexes of these scopes; a scope without documents has none. */
  indexesOf(scopes: readonly Scope[]): readonly ScopeIndexes[];
}
