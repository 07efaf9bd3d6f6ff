import { ApplicationCommandType, ComponentType, InteractionType } from "discord-api-types/v10";
import type { OfferedFile } from "./attachments.ts";
import { SELECT_TYPES } from "./check/check-controls.ts";
import { asNumber, asObjects, asText, type Json } from "./check/problem.ts";
import { findCommand } from "./command-routes.ts";
import {
  describeInteraction,
  fillModal,
  fillOptions,
  findControl,
  type OptionValues,
  resolveChosen,
} from "./events.ts";
import type { Beginning, Exchange } from "./exchanges.ts";
import type { Gateway } from "./gateway.ts";
import { intentOf } from "./interaction-routes.ts";
import { isHidden } from "./message-routes.ts";
import { describeMessage, type LoopbackMessage } from "./messages.ts";
import type { RouteContext } from "./route-context.ts";
import type { Person, Place } from "./world.ts";

/** Who does something, where, and in which language their Discord is. Default: the usual person, channel and `en-US`. */
export interface By {
  readonly user?: Person;
  readonly place?: Place;
  readonly locale?: string;
}

/** A control by its custom id, or by what else is known of it. */
export type Wanted = string | ((component: Json) => boolean);

/** What people do on Discord. Each deed throws where Discord's own app would not let a person do it. */
export interface People {
  /** Uses a slash command, `ask`, or one of its subcommands, `settings panel`. */
  sendCommand(name: string, values?: OptionValues, by?: By): Exchange;
  /** Types into an option that has autocomplete. `values` are the other options, filled in before. */
  autocomplete(name: string, option: string, typed: string, values?: OptionValues, by?: By): Exchange;
  /** Uses a menu entry on a message. */
  contextMenu(name: string, message: LoopbackMessage, by?: By): Exchange;
  /** Presses a button. Default: by whoever the message was for, where it is. */
  pressButton(message: LoopbackMessage, button: Wanted, by?: By): Exchange;
  /** Chooses in a select menu: values that it offers, or ids of roles or channels. */
  select(message: LoopbackMessage, menu: Wanted, values: readonly string[], by?: By): Exchange;
  /** Sends the modal that an interaction was answered with; texts by custom id of their inputs. */
  submitModal(opened: Exchange, values: Readonly<Record<string, string>>, by?: By): Exchange;
  /** Writes a message; with `repliesTo` and without `quietly` its author is mentioned. */
  say(
    text: string,
    by?: By & {
      readonly repliesTo?: LoopbackMessage;
      readonly quietly?: boolean;
      readonly files?: readonly OfferedFile[];
    },
  ): LoopbackMessage;
  /** Writes a message that begins with a mention of the bot. */
  mention(text: string, by?: By & { readonly repliesTo?: LoopbackMessage }): LoopbackMessage;
}

/** People whose deeds reach the bot through the gateway. */
export function makePeople(context: RouteContext & { readonly gateway: Gateway }): People {
  const { world, exchanges, commands, messages, attachments, makeId, gateway } = context;

  function act(beginning: Omit<Beginning, "id" | "user" | "place" | "locale">, data: Json, by: By): Exchange {
    const { user = world.person, place = world.places.channel, locale = "en-US" } = by;
    const exchange = exchanges.begin({ ...beginning, id: makeId(), user, place, locale });
    gateway.dispatch("INTERACTION_CREATE", describeInteraction(world, exchange, data));
    return exchange;
  }

  function useControl(message: LoopbackMessage, control: Json, more: Json, by: By): Exchange {
    const user = by.user ?? message.onlyFor ?? message.interaction?.user ?? world.person;
    if (message.onlyFor !== null && message.onlyFor.id !== user.id)
      throw new Error(`${user.username} does not see this message`);
    const id = asText(control.custom_id);
    return act(
      { type: InteractionType.MessageComponent, deed: `control ${id}`, message },
      { custom_id: id, component_type: control.type, id: control.id, ...more },
      { ...by, user, place: message.place },
    );
  }

  const say: People["say"] = (text, by = {}) => {
    const { user = world.person, place = by.repliesTo?.place ?? world.places.channel, repliesTo = null } = by;
    const named = text.includes(`<@${world.bot.id}>`) ? [world.bot] : [];
    const answered = repliesTo !== null && by.quietly !== true ? [repliesTo.author] : [];
    const mentions = [...new Set([...named, ...answered])];
    const files = (by.files ?? []).map((file) => {
      const { name, bytes } = file;
      return { name, bytes, size: bytes.length, text: "", attachment: attachments.add(file) };
    });
    const message = messages.create({ place, author: user, repliesTo, mentions }, { content: text }, files);
    const event = describeMessage(message, isHidden(message, world.bot, gateway.intents));
    const { user: _, ...member } = world.describeMember(user, place.guildId ?? "") as Json & {
      user: unknown;
    };
    const sent = {
      ...event,
      channel_type: place.channel.type,
      ...(place.guildId === null ? {} : { member }),
    };
    // Where only the person has installed the application, the bot hears nothing.
    if (place.installed) context.announce("MESSAGE_CREATE", sent, intentOf(place.guildId));
    return message;
  };

  return {
    sendCommand(name, values = {}, by = {}) {
      const [typed = "", subcommand] = name.split(" ");
      const command = findCommand(
        commands,
        typed,
        ApplicationCommandType.ChatInput,
        by.place ?? world.places.channel,
      );
      const filled = fillOptions(command, subcommand, values, attachments);
      const data = { id: command.id, name: typed, type: command.type, ...filled };
      return act({ type: InteractionType.ApplicationCommand, deed: `/${name}`, message: null }, data, by);
    },
    autocomplete(name, option, typed, values = {}, by = {}) {
      const [typedName = "", subcommand] = name.split(" ");
      const command = findCommand(
        commands,
        typedName,
        ApplicationCommandType.ChatInput,
        by.place ?? world.places.channel,
      );
      const own = asObjects(command.options);
      const options =
        subcommand === undefined ? own : asObjects(own.find((each) => each.name === subcommand)?.options);
      const focused = options.find((each) => each.name === option);
      if (focused?.autocomplete !== true) throw new Error(`"${option}" of "${name}" has no autocomplete`);
      const filled = fillOptions(command, subcommand, { ...values, [option]: typed }, attachments, option);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const data = { id: command.id, name: typedName, type: command.type, ...filled };
      return act({ type, deed: `typing in /${name}`, message: null }, data, by);
    },
    contextMenu(name, message, by = {}) {
      const place = by.place ?? message.place;
      const command = findCommand(commands, name, ApplicationCommandType.Message, place);
      const resolved = { messages: { [message.id]: describeMessage(message) } };
      const data = { id: command.id, name, type: asNumber(command.type), target_id: message.id, resolved };
      return act({ type: InteractionType.ApplicationCommand, deed: name, message: null }, data, {
        ...by,
        place,
      });
    },
    pressButton: (message, button, by = {}) =>
      useControl(message, findControl(message, [ComponentType.Button], button), {}, by),
    select(message, menu, values, by = {}) {
      const control = findControl(message, SELECT_TYPES, menu);
      const { type, options, min_values: least = 1, max_values: most = 1 } = control;
      if (values.length < asNumber(least) || values.length > asNumber(most))
        throw new Error(`${values.length} values cannot be chosen`);
      if (type !== ComponentType.StringSelect) {
        const resolved = resolveChosen(world, message, control, values);
        return useControl(message, control, { values, resolved }, by);
      }
      const offered = asObjects(options).map(({ value }) => value);
      for (const value of values) if (!offered.includes(value)) throw new Error(`"${value}" is not offered`);
      return useControl(message, control, { values }, by);
    },
    submitModal(opened, values, by = {}) {
      if (opened.modal === null) throw new Error(`${opened.deed} has opened no modal`);
      const data = fillModal(opened.modal, values);
      const { message, user, place, locale } = opened;
      const beginning = {
        type: InteractionType.ModalSubmit,
        deed: `modal ${asText(data.custom_id)}`,
        message,
      };
      return act(beginning, data, { user, place, locale, ...by });
    },
    say,
    mention: (text, by = {}) => say(`<@${world.bot.id}> ${text}`, by),
  };
}
