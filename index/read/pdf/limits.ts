/** Bounds for files from strangers: each stops work that no real agreement, minutes or newsletter comes near. */
export const PDF_LIMITS = {
  /** Pages. A larger file is refused as a whole, so that nobody wonders which pages were read. */
  pages: 2_000,
  /** Letters on all pages: 2,000 full pages have half of it. */
  letters: 12_000_000,
  /** Letters on one page: a page of a newspaper has 40,000. */
  lettersOnPage: 200_000,
  /** Bytes of one stream that is no picture, unpacked. */
  unpackedStream: 64 * 1024 * 1024,
  /** Bytes before which "%PDF-" has to stand: what other readers allow. */
  header: 1_024,
  /** Bytes at the end in which "%%EOF" has to stand: servers and mail programs sometimes add something. */
  tail: 64 * 1_024,
} as const;
