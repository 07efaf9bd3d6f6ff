import { ComponentType, ApplicationCommandOptionType as OptionType } from "discord-api-types/v10";
import type { Attachments, OfferedFile } from "./attachments.ts";
import { walkComponents } from "./check/check-components.ts";
import { asNumber, asObject, asObjects, asText, type Json } from "./check/problem.ts";
import type { Exchange } from "./exchanges.ts";
import { describeMessage, type LoopbackMessage } from "./messages.ts";
import { type Place, USUAL_PERMISSIONS, type World } from "./world.ts";

/** Values of options, by name: files for attachments, places for channels. */
export type OptionValues = Readonly<Record<string, string | number | boolean | OfferedFile | Place>>;

/** What a person fills in, as Discord sends it: files and channels are ids, and stand apart. */
export interface FilledOptions {
  readonly options: readonly Json[];
  readonly resolved: Readonly<Record<"attachments" | "channels", Readonly<Record<string, Json>>>>;
}

/** INTERACTION_CREATE as the gateway sends it; `data` is what the person did. */
export function describeInteraction(world: World, exchange: Exchange, data: Json): Json {
  const { place, user, locale, message } = exchange;
  return {
    id: exchange.id,
    application_id: world.application.id,
    type: exchange.type,
    data,
    token: exchange.token,
    version: 1,
    channel_id: place.channel.id,
    channel: { ...place.channel, permissions: USUAL_PERMISSIONS },
    locale,
    app_permissions: USUAL_PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    context: place.context,
    authorizing_integration_owners: place.installed ? { 0: place.guildId ?? "0" } : { 1: user.id },
    ...(place.guildId === null
      ? { user }
      : {
          member: world.describeMember(user, place.guildId),
          guild_id: place.guildId,
          guild_locale: world.guild.preferred_locale,
          guild: { id: place.guildId, locale: world.guild.preferred_locale, features: [] },
        }),
    ...(message === null ? {} : { message: describeMessage(message) }),
  };
}

/**
 * The options that a person fills in for a command or for one of its subcommands, as Discord sends them.
 *
 * @throws Error for what Discord's own app would not let a person send.
 */
export function fillOptions(
  command: Json,
  subcommand: string | undefined,
  values: OptionValues,
  attachments: Attachments,
  focused?: string,
): FilledOptions {
  const resolved = {
    attachments: {} as Record<string, Json>,
    channels: {} as Record<string, Json>,
  };
  const send = (option: Json, value: OptionValues[string]): unknown => {
    if (typeof value !== "object") return value;
    if (option.type === OptionType.Attachment && "bytes" in value) {
      const attachment = attachments.add(value);
      resolved.attachments[attachment.id] = attachment;
      return attachment.id;
    }
    if (option.type === OptionType.Channel && "channel" in value) {
      const { id, type, name } = value.channel;
      if (Array.isArray(option.channel_types) && !option.channel_types.includes(type))
        throw new Error(`"${asText(option.name)}" takes no channel of type ${String(type)}`);
      resolved.channels[id] = { id, type, name, permissions: USUAL_PERMISSIONS };
      return id;
    }
    throw new Error(`"${asText(option.name)}" takes neither a file nor a channel`);
  };
  if (subcommand === undefined) {
    if (asObjects(command.options).some(({ type }) => type === OptionType.Subcommand))
      throw new Error(`"${asText(command.name)}" is only used with a subcommand`);
    return { options: fill(command, values, send, focused), resolved };
  }
  const found = asObjects(command.options).find(
    ({ type, name }) => type === OptionType.Subcommand && name === subcommand,
  );
  if (found === undefined) throw new Error(`"${asText(command.name)}" has no subcommand "${subcommand}"`);
  const options = fill(found, values, send, focused);
  return { options: [{ type: OptionType.Subcommand, name: subcommand, options }], resolved };
}

function fill(
  command: Json,
  values: OptionValues,
  send: (option: Json, value: OptionValues[string]) => unknown,
  focused?: string,
): Json[] {
  const known = asObjects(command.options);
  for (const name of Object.keys(values)) {
    if (!known.some((option) => option.name === name))
      throw new Error(`"${asText(command.name)}" has no option "${name}"`);
  }
  return known.flatMap((option) => {
    const name = asText(option.name);
    const value = values[name];
    if (value === undefined) {
      if (option.required === true && focused === undefined) throw new Error(`"${name}" must be filled in`);
      return [];
    }
    if (name !== focused && typeof value !== "object") checkValue(option, value);
    return [
      { name, type: option.type, value: send(option, value), ...(name === focused ? { focused: true } : {}) },
    ];
  });
}

/** Roles or channels that a person chose in a menu, as Discord sends them. @throws Error for what is not there. */
export function resolveChosen(
  world: World,
  { place }: { readonly place: Place },
  menu: Json,
  values: readonly string[],
): Json {
  const guild = [world.guild, world.otherGuild].find(({ id }) => id === place.guildId);
  const kind = menu.type === ComponentType.RoleSelect ? "roles" : "channels";
  const offered = asObjects(guild?.[kind]);
  const chosen = values.map((value) => {
    const found = offered.find(({ id }) => id === value);
    if (found === undefined) throw new Error(`There is no "${value}" among the ${kind}`);
    return [value, found] as const;
  });
  return { [kind]: Object.fromEntries(chosen) };
}

function checkValue(option: Json, value: string | number | boolean): void {
  const name = asText(option.name);
  const type = asNumber(option.type);
  const wanted = type === OptionType.Boolean ? "boolean" : type === OptionType.String ? "string" : "number";
  if (typeof value !== wanted) throw new Error(`"${name}" takes a ${wanted}`);
  const choices = asObjects(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw new Error(`"${String(value)}" is no choice of "${name}"`);
  if (typeof value !== "string") return;
  const least = option.min_length ?? 0;
  const most = option.max_length ?? 6_000;
  if (value.length < asNumber(least) || value.length > asNumber(most))
    throw new Error(`"${name}" takes ${String(least)} to ${String(most)} characters`);
}

/**
 * The button or select menu of a message that is named by its custom id, or that a condition finds.
 *
 * @throws Error if a person could not use it: it is not there, or switched off.
 */
export function findControl(
  message: LoopbackMessage,
  types: readonly number[],
  wanted: string | ((component: Json) => boolean),
): Json {
  const controls = [...walkComponents(message.components)].map(([, component]) => component);
  const fits = (component: Json) =>
    typeof wanted === "string" ? component.custom_id === wanted : wanted(component);
  const control = controls.find((component) => types.includes(asNumber(component.type)) && fits(component));
  if (message.deleted || control === undefined) {
    const there = controls.map(({ custom_id: id }) => id).filter((id) => id !== undefined);
    throw new Error(`The message has no such control; it has: ${there.join(", ")}`);
  }
  if (control.disabled === true) throw new Error(`${asText(control.custom_id)} is switched off`);
  return control;
}

/**
 * What a person writes into a modal, as Discord sends it.
 *
 * @throws Error for what Discord's own app would not let a person send.
 */
export function fillModal(modal: Json, values: Readonly<Record<string, string>>): Json {
  const known = new Set<string>();
  const fill = (input: Json): Json => {
    const id = asText(input.custom_id);
    known.add(id);
    const value = values[id] ?? asText(input.value);
    if (input.type !== ComponentType.TextInput)
      return { type: input.type, custom_id: id, id: 0, values: value === "" ? [] : [value] };
    const least =
      input.required === false && value === ""
        ? 0
        : Math.max(asNumber(input.min_length), input.required === false ? 0 : 1);
    if (value.length < least || value.length > asNumber(input.max_length ?? 4_000))
      throw new Error(`"${id}" does not take ${value.length} characters`);
    return { type: input.type, custom_id: id, id: 0, value };
  };
  const components = asObjects(modal.components).flatMap((component): Json[] => {
    if (component.type === ComponentType.Label)
      return [{ type: 18, id: 0, component: fill(asObject(component.component)) }];
    if (component.type === ComponentType.ActionRow)
      return [{ type: 1, id: 0, components: asObjects(component.components).map(fill) }];
    return [{ type: component.type, id: 0 }];
  });
  for (const id of Object.keys(values)) if (!known.has(id)) throw new Error(`The modal has no input "${id}"`);
  return { custom_id: modal.custom_id, components };
}
