import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayCloseCodes as Close, GatewayOpcodes as Opcode } from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import type { Bell } from "./bell.ts";
import { asNumber, asObject, asText, type Json } from "./check/problem.ts";

/** What a bot said of itself when it identified. */
export interface Identification {
  readonly intents: number;
  readonly properties: Json;
}

/** Events of one identification, kept so that a resume loses none. */
interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** What the gateway needs from the rest of the loopback. */
export interface GatewayOptions {
  readonly token: string;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  /** Bits of the privileged intents that are switched on for the application. */
  readonly privilegedIntents: number;
  readonly bell: Bell;
  /** The data of READY, less what belongs to the session. */
  ready(): Json;
  /** Events that follow READY. */
  greet(intents: number): readonly (readonly [string, Json])[];
  report(rule: string, where: string, message: string): void;
}

/** The gateway side of Discord. */
export interface Gateway {
  readonly identifications: readonly Identification[];
  /** How often a session was resumed. */
  readonly resumes: number;
  readonly heartbeats: number;
  /** Connections that were refused. */
  readonly refusals: number;
  /** Connections that wait for an answer. */
  readonly held: number;
  /** Intents of the present session, 0 without one. */
  readonly intents: number;
  readonly connected: boolean;
  /** Sends an event to the present session; kept for it while it is away. @throws Error without a session. */
  dispatch(type: string, data: unknown): void;
  /** Breaks the connection without a word, or closes it with a code. `forget`: the session cannot be resumed. */
  killSocket(options?: { readonly code?: number; readonly forget?: boolean }): void;
  /** Asks the bot to reconnect (op 7). */
  askToReconnect(): void;
  /** Says that the session is invalid (op 9). */
  invalidate(resumable: boolean): void;
  /** From now on heartbeats are answered, or not: a zombie connection. */
  answerHeartbeats(answer: boolean): void;
  /** Refuses every connection from now on, or takes them again. */
  refuseConnections(refuse: boolean): void;
  /** Leaves every connection without an answer from now on; or takes them again, and breaks those that wait. */
  holdConnections(hold: boolean): void;
  /** Closes with that code whenever a bot identifies, from now on. */
  refuseIdentification(code: number): void;
  close(): void;
}

/** GuildMembers, GuildPresences, MessageContent. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** Adds the gateway to an HTTP server: new sessions at /gateway, resumed ones at /resume. */
export function makeGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const identifications: Identification[] = [];
  let session: Session | null = null;
  let count = 0;
  let resumes = 0;
  let heartbeats = 0;
  let answering = true;
  let refusing = false;
  let refusals = 0;
  let refusedWith: number | null = null;
  let holding = false;
  const held: Duplex[] = [];

  server.on("upgrade", (request, socket, head) => {
    if (holding) {
      held.push(socket);
      options.bell.ring();
    } else if (refusing) {
      refusals += 1;
      socket.destroy();
      options.bell.ring();
    } else sockets.handleUpgrade(request, socket, head, (opened) => greet(opened, request));
  });

  function greet(socket: WebSocket, request: IncomingMessage): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://gateway");
    if (
      searchParams.get("encoding") !== "json" ||
      searchParams.has("compress") ||
      searchParams.get("v") !== "10"
    ) {
      options.report("gateway-query", searchParams.toString(), "only v=10, json, without compression");
      socket.close(Close.DecodeError);
      return;
    }
    socket.on("error", () => socket.terminate());
    socket.on("close", (code) => {
      if (session?.socket !== socket) return;
      // Closing with 1000 or 1001 ends the session; topics/gateway, "Disconnecting".
      if (code === 1_000 || code === 1_001) session = null;
      else session.socket = null;
      options.bell.ring();
    });
    socket.on("message", (data) => {
      const { op, d } = asObject(JSON.parse(String(data)));
      if (op === Opcode.Heartbeat) beat(socket);
      else if (op === Opcode.Identify) identify(socket, asObject(d));
      else if (op === Opcode.Resume) resume(socket, asObject(d), pathname);
      else if (session?.socket !== socket) socket.close(Close.NotAuthenticated);
    });
    send(socket, { op: Opcode.Hello, d: { heartbeat_interval: options.heartbeat } });
  }

  function beat(socket: WebSocket): void {
    heartbeats += 1;
    if (answering) send(socket, { op: Opcode.HeartbeatAck });
    options.bell.ring();
  }

  function identify(socket: WebSocket, data: Json): void {
    if (data.token !== options.token) {
      socket.close(Close.AuthenticationFailed);
      return;
    }
    if (session?.socket === socket) {
      socket.close(Close.AlreadyAuthenticated);
      return;
    }
    const intents = asNumber(data.intents);
    if ((intents & PRIVILEGED & ~options.privilegedIntents) !== 0) {
      socket.close(Close.DisallowedIntents);
      return;
    }
    if (refusedWith !== null) {
      socket.close(refusedWith);
      return;
    }
    identifications.push({ intents, properties: asObject(data.properties) });
    count += 1;
    session = { id: `session-${count}`, intents, events: [], socket };
    dispatch("READY", { ...options.ready(), session_id: session.id, shard: data.shard ?? [0, 1] });
    for (const [type, event] of options.greet(intents)) dispatch(type, event);
    options.bell.ring();
  }

  function resume(socket: WebSocket, data: Json, path: string): void {
    if (data.token !== options.token) {
      socket.close(Close.AuthenticationFailed);
      return;
    }
    const seen = asNumber(data.seq);
    if (session === null || session.id !== asText(data.session_id) || seen > session.events.length) {
      send(socket, { op: Opcode.InvalidSession, d: false });
      return;
    }
    if (path !== "/resume" && session.socket !== socket)
      options.report("resume-url", path, "a session is resumed at the address that READY gave");
    session.socket = socket;
    resumes += 1;
    for (const event of session.events.slice(seen)) send(socket, { op: Opcode.Dispatch, ...event });
    dispatch("RESUMED", {});
    options.bell.ring();
  }

  function dispatch(type: string, data: unknown): void {
    if (session === null) throw new Error(`No bot is connected that ${type} could be sent to`);
    const event = { s: session.events.length + 1, t: type, d: data };
    session.events.push(event);
    if (session.socket !== null) send(session.socket, { op: Opcode.Dispatch, ...event });
  }

  return {
    identifications,
    get resumes() {
      return resumes;
    },
    get heartbeats() {
      return heartbeats;
    },
    get refusals() {
      return refusals;
    },
    get held() {
      return held.length;
    },
    get intents() {
      return session?.intents ?? 0;
    },
    get connected() {
      return session !== null && session.socket !== null;
    },
    dispatch,
    killSocket({ code, forget = false } = {}) {
      const socket = session?.socket;
      if (session !== null) session.socket = null;
      if (forget) session = null;
      if (code === undefined) socket?.terminate();
      else socket?.close(code);
    },
    askToReconnect() {
      if (session?.socket) send(session.socket, { op: Opcode.Reconnect, d: null });
    },
    invalidate(resumable) {
      const socket = session?.socket;
      if (!resumable) session = null;
      if (socket) send(socket, { op: Opcode.InvalidSession, d: resumable });
    },
    answerHeartbeats(answer) {
      answering = answer;
    },
    refuseConnections(refuse) {
      refusing = refuse;
    },
    holdConnections(hold) {
      holding = hold;
      if (!hold) for (const socket of held.splice(0)) socket.destroy();
    },
    refuseIdentification(code) {
      refusedWith = code;
    },
    close() {
      for (const socket of held.splice(0)) socket.destroy();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function send(socket: WebSocket, payload: Json): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}
