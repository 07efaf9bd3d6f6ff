import { isIP, type LookupFunction, type Socket } from "node:net";
import { buildConnector } from "undici";
import { untilAborted } from "../clock.ts";
import type { WebSettings } from "./settings.ts";
import { WebError } from "./web-error.ts";

/**
 * How sockets are opened: the one place through which every connection goes, so the one place that decides. A host's
 * addresses are looked up once and all of them checked; a single one that is not allowed refuses the host, since a name
 * that leads inside as well is not a public site. The socket is given the checked addresses and looks nothing up, so
 * that a name which answers differently the second time (DNS rebinding) gains nothing. The address that it is connected
 * to in the end is checked once more, before a request is sent. TLS is verified, whatever the environment says.
 *
 * Errors that it gives: WebError address-private, host-unknown; else what `node:net` and `node:tls` give.
 *
 * @param signal closes a socket that is being opened
 * @param onConnect called when the connection stands
 */
export function createGuardedConnect(
  { resolve, allowAddress, authorities }: Pick<WebSettings, "resolve" | "allowAddress" | "authorities">,
  signal: AbortSignal,
  onConnect: () => void,
): buildConnector.connector {
  return (options, callback) => {
    const { hostname } = options;
    const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
    const refusal = () => new WebError("address-private", { host });
    const open = async (): Promise<Socket> => {
      const addresses = isIP(hostname) === 0 ? await untilAborted(resolve(hostname), signal) : [hostname];
      if (addresses.length === 0) throw new WebError("host-unknown", { host });
      if (!addresses.every((address) => allowAddress(address, port))) throw refusal();
      const connect = buildConnector({
        lookup: answerWith(addresses),
        rejectUnauthorized: true,
        signal,
        // 0 is none: the caller's clock decides.
        timeout: 0,
        ...(authorities === undefined ? {} : { ca: authorities }),
      } as buildConnector.BuildOptions);
      const socket = await new Promise<Socket>((done, fail) => {
        connect(options, (...[error, connected]) => (error === null ? done(connected) : fail(error)));
      });
      if (!allowAddress(socket.remoteAddress ?? "", port)) {
        socket.destroy();
        throw refusal();
      }
      onConnect();
      return socket;
    };
    open().then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

/** A lookup that knows these addresses and no others. */
function answerWith(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const first = known[0];
    if (options.all || first === undefined) callback(null, known);
    else callback(null, first.address, first.family);
  };
}
