/** What an index must remember of the model that made its vectors: vectors of two models are never compared. */
export interface ModelIdentity {
  /** The hub id (`Xenova/multilingual-e5-small`) or the folder's name. */
  readonly name: string;
  /** The hub's commit, or a digest of a local folder's model files. */
  readonly revision: string;
  readonly dimension: number;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

/** Turns texts into unit vectors. */
export interface Embedder {
  readonly identity: ModelIdentity;
  /**
   * One finite vector of length 1 per text, in order. `purpose` chooses the model's prefix.
   * Texts beyond the model's limit are cut; `truncated` counts them.
   */
  embed(texts: readonly string[], purpose: "query" | "passage"): Promise<Float32Array[]>;
  /** How many texts were cut since the embedder was opened. */
  readonly truncated: number;
  /** Frees the native session. */
  close(): Promise<void>;
}
