import { WebError } from "./web-error.ts";

/** Codes of `node:tls` where the certificate is at fault (Node's documentation, "X509 certificate error codes"). */
const CERTIFICATE_CODES =
  /^(?:CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_|HOSTNAME_MISMATCH$|ERROR_IN_CERT_)/;

/** The connection stood, and then something other than a whole response came. */
const BROKEN_CODES =
  /^(?:ECONNRESET$|EPIPE$|ECONNABORTED$|UND_ERR_|HPE_|Z_|ERR_|BR_|content-encoding$|ABORT_ERR$)/;

/**
 * A failure of looking up, connecting, reading or unpacking as an error for people. What has no `code` was not the
 * network's doing: it is given back as it is.
 */
export function toWebError(error: unknown, host: string): unknown {
  if (error instanceof WebError) return error;
  const code = codeOf(error);
  if (code === null) return error;
  const values = { host, reason: code };
  if (code === "ENOTFOUND" || code === "ENODATA")
    return new WebError("host-unknown", { host }, { cause: error });
  if (CERTIFICATE_CODES.test(code)) return new WebError("certificate", values, { cause: error });
  // A handshake that fails is a connection that was never made.
  if (BROKEN_CODES.test(code) && !code.startsWith("ERR_SSL_"))
    return new WebError("broken", values, { cause: error });
  return new WebError("unreachable", values, { cause: error });
}

/** Parsers wrap what was wrong inside a socket's error and the like; the outermost name is the one that is told. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
