import type { Scope } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Ranker } from "./rank/ranker.ts";
import type { TextCache } from "./rank/text-cache.ts";
import type { ScopeIndexes } from "./scope-indexes.ts";
import type { Store } from "./store/store.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";

/** Everything that answering needs. */
export interface SearchContext {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
  readonly texts: TextCache;
  /** The indexes of these scopes; a scope without documents has none. */
  indexesOf(scopes: readonly Scope[]): readonly ScopeIndexes[];
}
