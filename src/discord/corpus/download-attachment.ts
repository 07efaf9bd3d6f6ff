import type { Clock } from "../../clock.ts";

/** Why a file that somebody sent did not arrive. `stopping`: the bot is about to end. */
export type DownloadFault = "gone" | "slow" | "broken" | "large" | "stopping";

/** A file that somebody sent and that did not arrive. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly fault: DownloadFault;

  constructor(fault: DownloadFault, options?: ErrorOptions) {
    super(`The attachment could not be downloaded: ${fault}`, options);
    this.fault = fault;
  }
}

/** What downloading may cost. */
export interface DownloadLimits {
  readonly bytes: number;
  /** Milliseconds for the whole file, and of silence in it. */
  readonly whole: number;
  readonly idle: number;
}

/** Milliseconds; a file of the largest size comes in a minute over 3 Mbit/s. */
export const DOWNLOAD_TIMES = { whole: 120_000, idle: 20_000 } as const;

/** What downloading needs. */
export interface DownloadSettings {
  readonly clock: Clock;
  readonly limits: DownloadLimits;
  /** Gives up. */
  readonly signal: AbortSignal;
  /** Told how many bytes have come. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Downloads a file from the address that Discord gives for an attachment. The address is Discord's own, nothing that a
 * person could have chosen; redirects are not followed all the same, and no token is sent.
 *
 * @throws DownloadError
 */
export async function downloadAttachment(
  url: string,
  { clock, limits, signal, onProgress = () => {} }: DownloadSettings,
): Promise<Uint8Array> {
  const ending = new AbortController();
  let fault: DownloadFault = "broken";
  const giveUp = (why: DownloadFault) => (): void => {
    if (ending.signal.aborted) return;
    fault = why;
    ending.abort();
  };
  const onStopping = giveUp("stopping");
  const callOff = clock.after(limits.whole, giveUp("slow"));
  let callOffIdle = clock.after(limits.idle, giveUp("slow"));
  signal.addEventListener("abort", onStopping);
  if (signal.aborted) onStopping();
  try {
    const response = await fetch(url, { signal: ending.signal, redirect: "error" });
    if (!response.ok || response.body === null) {
      giveUp([403, 404, 410].includes(response.status) ? "gone" : "broken")();
      throw new Error(`HTTP ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      callOffIdle();
      callOffIdle = clock.after(limits.idle, giveUp("slow"));
      size += chunk.length;
      if (size > limits.bytes) {
        giveUp("large")();
        throw new Error("too large");
      }
      chunks.push(chunk);
      onProgress(size);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch (error) {
    throw new DownloadError(fault, { cause: error });
  } finally {
    callOff();
    callOffIdle();
    signal.removeEventListener("abort", onStopping);
  }
}
