import { MessageFlags, MessageType } from "discord-api-types/v10";
import type { Attachment } from "./attachments.ts";
import { walkComponents } from "./check/check-components.ts";
import { asNumber, asObjects, asText, type Json } from "./check/problem.ts";
import type { Person, Place } from "./world.ts";

/** A file that came with a message. */
export interface SentFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What the API says of it where a person sent it. */
  readonly attachment?: Attachment;
}

/** A message on the loopback Discord, as it is now. */
export interface LoopbackMessage {
  readonly id: string;
  readonly place: Place;
  readonly author: Person;
  /** Who alone sees it, if it is ephemeral. */
  readonly onlyFor: Person | null;
  readonly createdAt: number;
  /** The message that it replies to. */
  readonly repliesTo: LoopbackMessage | null;
  readonly mentions: readonly Person[];
  flags: number;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  files: readonly (SentFile & { readonly id: string })[];
  deleted: boolean;
  /** Every body that it was created or edited with, oldest first. */
  readonly bodies: Json[];
  /** The interaction that it answers. */
  readonly interaction: { readonly id: string; readonly type: number; readonly user: Person } | null;
}

/** What a new message is made of. */
export interface Draft {
  readonly place: Place;
  readonly author: Person;
  readonly onlyFor?: Person | null;
  readonly repliesTo?: LoopbackMessage | null;
  readonly mentions?: readonly Person[];
  readonly interaction?: LoopbackMessage["interaction"];
  readonly flags?: number;
}

/** All messages, in order. */
export interface Messages {
  readonly all: LoopbackMessage[];
  find(id: string): LoopbackMessage | undefined;
  create(draft: Draft, body: Json, files?: readonly SentFile[]): LoopbackMessage;
  edit(message: LoopbackMessage, body: Json, files?: readonly SentFile[]): void;
}

/** An empty Discord. */
export function makeMessages(makeId: () => string, now: () => number): Messages {
  const all: LoopbackMessage[] = [];

  function edit(message: LoopbackMessage, body: Json, files: readonly SentFile[] = []): void {
    message.bodies.push(body);
    message.flags = (message.flags | asNumber(body.flags)) & ~MessageFlags.Loading;
    if (body.content !== undefined) message.content = asText(body.content);
    if (body.embeds !== undefined) message.embeds = asObjects(body.embeds);
    if (body.components !== undefined) message.components = numberComponents(asObjects(body.components));
    const kept = keptFiles(message, body);
    message.files = [...kept, ...files.map((file) => ({ ...file, id: file.attachment?.id ?? makeId() }))];
  }

  return {
    all,
    find: (id) => all.find((message) => message.id === id && !message.deleted),
    edit,
    create(draft, body, files) {
      const message: LoopbackMessage = {
        id: makeId(),
        place: draft.place,
        author: draft.author,
        onlyFor: draft.onlyFor ?? null,
        createdAt: now(),
        repliesTo: draft.repliesTo ?? null,
        mentions: draft.mentions ?? [],
        interaction: draft.interaction ?? null,
        flags: 0,
        content: "",
        embeds: [],
        components: [],
        files: [],
        deleted: false,
        bodies: [],
      };
      edit(message, body, files);
      message.flags |= draft.flags ?? 0;
      all.push(message);
      return message;
    },
  };
}

/** Of the files that a message has, an edit keeps those that it lists, or all if it lists none. */
export function keptFiles(message: LoopbackMessage, body: Json): LoopbackMessage["files"] {
  if (!Array.isArray(body.attachments)) return message.files;
  const listed = asObjects(body.attachments).map(({ id }) => String(id));
  return message.files.filter(({ id }) => listed.includes(id));
}

/** Discord gives each component a number. */
function numberComponents(components: readonly Json[]): Json[] {
  const copy = structuredClone(components) as Json[];
  let next = 1;
  for (const [, component] of walkComponents(copy)) Object.assign(component, { id: component.id ?? next++ });
  return copy;
}

/** The message as the API writes it. `hidden` empties what needs the privileged intent. */
export function describeMessage(message: LoopbackMessage, hidden = false): Json {
  const { place, author, repliesTo, interaction } = message;
  const attachments = message.files.map(
    ({ id, name, size, attachment }) =>
      attachment ?? {
        id,
        filename: name,
        size,
        url: `https://cdn.discordapp.com/attachments/${place.channel.id}/${id}/${name}`,
        proxy_url: `https://media.discordapp.net/attachments/${place.channel.id}/${id}/${name}`,
      },
  );
  return {
    id: message.id,
    channel_id: place.channel.id,
    ...(place.guildId === null ? {} : { guild_id: place.guildId }),
    type:
      repliesTo === null
        ? interaction
          ? MessageType.ChatInputCommand
          : MessageType.Default
        : MessageType.Reply,
    author,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.bodies.length > 1 ? new Date(message.createdAt).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: message.mentions,
    mention_roles: [],
    pinned: false,
    flags: message.flags,
    content: hidden ? "" : message.content,
    embeds: hidden ? [] : message.embeds,
    components: hidden ? [] : message.components,
    attachments: hidden ? [] : attachments,
    ...(author.bot === true ? { application_id: author.id, webhook_id: author.id } : {}),
    ...(interaction === null
      ? {}
      : {
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: interaction.user,
            authorizing_integration_owners: {},
          },
        }),
    ...(repliesTo === null
      ? {}
      : {
          message_reference: { message_id: repliesTo.id, channel_id: repliesTo.place.channel.id, type: 0 },
          referenced_message: repliesTo.deleted
            ? null
            : describeMessage({ ...repliesTo, repliesTo: null }, hidden && repliesTo.author.bot !== true),
        }),
  };
}
