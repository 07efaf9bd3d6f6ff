import { serveReader } from "./reader-serving.ts";

// The script of the reader's own process: openReaderProcess forks it.
serveReader(process);
