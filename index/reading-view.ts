import type { Scope } from "./document.ts";
import type { IndexSet, ScopeIndexes } from "./scope-indexes.ts";
import type { Store } from "./store/store.ts";

/** What a question reads: a store, and indexes of the same state. */
export interface View {
  readonly store: Store;
  /** The indexes of these scopes; a scope without documents has none. */
  indexesOf(scopes: readonly Scope[]): readonly ScopeIndexes[];
}

/** Lets questions be answered from one state while another is being made. */
export interface ReadingView {
  /** Does a question's work on the present view, which stays as it is until the work is done. */
  read<Result>(work: (view: View) => Result | Promise<Result>): Promise<Result>;
  /**
   * Does work that writes, after calling `freeze`: until it is done, questions see everything as it was at that call.
   * One such work at a time.
   */
  change<Result>(work: (freeze: () => Promise<void>) => Promise<Result>): Promise<Result>;
  /** Resolves when no question that has begun is unanswered. */
  settle(): Promise<void>;
}

/**
 * Opens the view of a store and its indexes.
 *
 * @param openSnapshot the store as it is when this is called, unmoved by what is written later
 */
export function createReadingView(store: Store, indexes: IndexSet, openSnapshot: () => Store): ReadingView {
  const present: View = { store, indexesOf: indexes.of };
  let view = present;
  const begun = new Set<Promise<unknown>>();
  const settle = async (): Promise<void> => void (await Promise.allSettled(begun));
  return {
    settle,
    async read(work) {
      const seen = view;
      const result = (async () => work(seen))();
      begun.add(result);
      try {
        return await result;
      } finally {
        begun.delete(result);
      }
    },
    async change(work) {
      let snapshot: Store | null = null;
      const freeze = async (): Promise<void> => {
        const indexesOf = indexes.hold();
        // Nothing is indexed yet: nothing can be found before and during the work.
        if (snapshot !== null || indexesOf === null) return;
        snapshot = openSnapshot();
        view = { store: snapshot, indexesOf };
        await settle();
      };
      const thaw = async (frozen: Store): Promise<void> => {
        view = present;
        await settle();
        frozen.close();
      };
      try {
        return await work(freeze);
      } finally {
        if (snapshot !== null) await thaw(snapshot);
      }
    },
  };
}
