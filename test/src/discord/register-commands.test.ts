import {
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
  SlashCommandBuilder,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { defineMessageMenu, defineSlash, describeOption } from "../../../src/discord/define.ts";
import { registerCommands } from "../../../src/discord/register-commands.ts";

type Body = Readonly<Record<string, unknown>>;
type Written = readonly [method: "post" | "patch" | "delete", route: string, body?: Body];

const APPLICATION = "100";
const EVERYWHERE = Routes.applicationCommands(APPLICATION);
const IN_SERVER = Routes.applicationGuildCommands(APPLICATION, "9");

/**
 * Discord's side, which keeps what it is sent as Discord does: a change leaves alone what it does not name, and reading
 * brings fields along that nobody sent.
 */
function fakeDiscord() {
  const stored = new Map<string, Map<string, Body>>();
  const written: Written[] = [];
  let ids = 0;
  const at = (route: string): Map<string, Body> => {
    const place = route.replace(/(\/commands)\/\d+$/, "$1");
    const found = stored.get(place) ?? new Map<string, Body>();
    stored.set(place, found);
    return found;
  };
  const idOf = (route: string): string => route.slice(route.lastIndexOf("/") + 1);
  const read = (body: unknown): Body => JSON.parse(JSON.stringify(body)) as Body;
  const rest: Pick<REST, "get" | "post" | "patch" | "delete"> = {
    async get(route, options) {
      expect(options?.query?.get("with_localizations")).toBe("true");
      const isGlobal = route === EVERYWHERE;
      return [...at(route)].map(([id, body]) => ({
        id,
        application_id: APPLICATION,
        version: "1",
        default_permission: true,
        default_member_permissions: null,
        nsfw: false,
        description: "",
        ...(isGlobal ? { dm_permission: true } : { guild_id: "9" }),
        ...body,
        ...(Array.isArray(body.options) && body.options.length > 0 ? {} : { options: undefined }),
        ...(isGlobal ? {} : { contexts: null, integration_types: undefined }),
      }));
    },
    async post(route, options) {
      written.push(["post", route, read(options?.body)]);
      at(route).set(String(++ids), read(options?.body));
    },
    async patch(route, options) {
      written.push(["patch", route, read(options?.body)]);
      at(route).set(idOf(route), { ...at(route).get(idOf(route)), ...read(options?.body) });
    },
    async delete(route) {
      written.push(["delete", route]);
      at(route).delete(idOf(route));
    },
  };
  return {
    written,
    stored: (route: string) => [...at(route).values()],
    put: (route: string, body: Body) => void at(route).set(String(++ids), body),
    async register(wanted: readonly RESTPostAPIApplicationCommandsJSONBody[], guildId?: string) {
      written.length = 0;
      return registerCommands(rest, APPLICATION, wanted, guildId);
    },
  };
}

const ask = () =>
  defineSlash({ en: "ask", vi: "hỏi" }, { en: "Ask", vi: "Hỏi" }).addStringOption((option) =>
    describeOption(option, { en: "question", vi: "câu-hỏi" }, { en: "What?", vi: "Điều gì?" })
      .setRequired(true)
      .addChoices({ name: "one", value: "1" }, { name: "two", value: "2" }),
  );
const ask2 = () =>
  ask().addStringOption((option) =>
    describeOption(option, { en: "document", vi: "tài-liệu" }, { en: "Where?", vi: "Ở đâu?" }),
  );
const menu = defineMessageMenu({ en: "Find sources", vi: "Tìm nguồn" }).toJSON();
const nothing = { created: [], changed: [], removed: [] };

interface Option {
  required: boolean;
  readonly choices: unknown[];
}

/** Changes a definition's options without the builders' help. */
function change(
  definition: ReturnType<typeof ask>,
  edit: (options: Option[]) => void,
): RESTPostAPIApplicationCommandsJSONBody {
  const copy = JSON.parse(JSON.stringify(definition.toJSON()));
  edit(copy.options);
  return copy;
}

function makeOptional(options: Option[]): void {
  for (const option of options) option.required = false;
}

describe("registration", () => {
  it.each([
    ["everywhere", undefined, EVERYWHERE],
    ["in one server", "9", IN_SERVER],
  ])("writes the bot's commands once, and the second time nothing: %s", async (_where, guildId, route) => {
    const discord = fakeDiscord();
    const definitions = commands.map(({ data }) => data);
    const names = definitions.map(({ name }) => name);
    expect(await discord.register(definitions, guildId)).toEqual({ ...nothing, created: names });
    expect(discord.written.map(([method, where]) => [method, where])).toEqual(
      names.map(() => ["post", route]),
    );
    expect(await discord.register(definitions, guildId)).toEqual(nothing);
    expect(discord.written).toEqual([]);
  });

  it("says where a command may be used only for those that are everywhere", async () => {
    const discord = fakeDiscord();
    await discord.register([ask().toJSON()], "9");
    expect(Object.keys(discord.written[0]?.[2] ?? {})).not.toContain("contexts");
    await discord.register([ask().toJSON()]);
    expect(discord.written[0]?.[2]).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it.each<[string, RESTPostAPIApplicationCommandsJSONBody, RESTPostAPIApplicationCommandsJSONBody]>([
    ["a description", ask().toJSON(), ask().setDescription("Ask away").toJSON()],
    ["a localised name", ask().toJSON(), ask().setNameLocalizations({ vi: "hỏi-đi" }).toJSON()],
    ["a localisation that is gone", ask().toJSON(), ask().setDescriptionLocalizations(null).toJSON()],
    [
      "a localisation that is new",
      ask().toJSON(),
      ask().setNameLocalizations({ vi: "hỏi", fr: "demander" }).toJSON(),
    ],
    ["an option that is new", ask().toJSON(), ask2().toJSON()],
    ["an option that is gone", ask2().toJSON(), ask().toJSON()],
    [
      "the last option that is gone",
      ask().toJSON(),
      new SlashCommandBuilder().setName("ask").setDescription("Ask").toJSON(),
    ],
    [
      "options in another order",
      change(ask2(), makeOptional),
      change(ask2(), (options) => {
        makeOptional(options);
        options.reverse();
      }),
    ],
    ["an option that need not be filled in any more", ask().toJSON(), change(ask(), makeOptional)],
    [
      "an option's limit",
      ask().toJSON(),
      change(ask(), ([option]) => void Object.assign(option!, { max_length: 10 })),
    ],
    ["a choice that is gone", ask().toJSON(), change(ask(), ([option]) => void option?.choices.pop())],
    ["permissions", ask().toJSON(), ask().setDefaultMemberPermissions(8).toJSON()],
    ["permissions that are gone", ask().setDefaultMemberPermissions(8).toJSON(), ask().toJSON()],
    ["a mark for adults that is gone", ask().setNSFW(true).toJSON(), ask().toJSON()],
    ["places", ask().toJSON(), ask().setContexts(0).toJSON()],
    ["ways of installing", ask().toJSON(), ask().setIntegrationTypes(0).toJSON()],
  ])("changes a command for %s, and is then content", async (_what, before, after) => {
    const discord = fakeDiscord();
    await discord.register([before, menu]);
    expect(await discord.register([after, menu])).toEqual({ ...nothing, changed: ["ask"] });
    expect(discord.written.map(([method, route]) => [method, route])).toEqual([["patch", `${EVERYWHERE}/1`]]);
    expect(await discord.register([after, menu])).toEqual(nothing);
    expect(discord.stored(EVERYWHERE)[0]).toMatchObject({
      options: JSON.parse(JSON.stringify(after)).options ?? [],
    });
  });

  it.each<[string, Body]>([
    ["places in another order", { contexts: [2, 0, 1], integration_types: [1, 0] }],
    [
      "nulls and empty lists",
      { name_localizations: { vi: "hỏi" }, default_member_permissions: null, dm_permission: false },
    ],
    ["what it says by itself", { version: "7", handler: 1, default_permission: false }],
  ])("takes no offence at %s", async (_what, more) => {
    const discord = fakeDiscord();
    discord.put(EVERYWHERE, { ...(JSON.parse(JSON.stringify(ask().toJSON())) as Body), ...more });
    expect(await discord.register([ask().toJSON()])).toEqual(nothing);
  });

  it("removes what is not wanted any more, but not what activities need", async () => {
    const discord = fakeDiscord();
    await discord.register([ask().toJSON(), menu]);
    discord.put(EVERYWHERE, { name: "launch", type: 4, description: "Launch" });
    expect(await discord.register([ask().toJSON()])).toEqual({ ...nothing, removed: ["Find sources"] });
    expect(discord.written).toEqual([["delete", `${EVERYWHERE}/2`]]);
  });

  it("tells commands of the same name apart by their kind", async () => {
    const discord = fakeDiscord();
    const both = [ask().toJSON(), defineMessageMenu({ en: "ask", vi: "hỏi" }).toJSON()];
    expect((await discord.register(both)).created).toEqual(["ask", "ask"]);
    expect(await discord.register(both)).toEqual(nothing);
    expect((await discord.register(both.slice(0, 1))).removed).toEqual(["ask"]);
    expect(discord.stored(EVERYWHERE)).toMatchObject([{ type: 1 }]);
  });

  it("leaves the other place alone", async () => {
    const discord = fakeDiscord();
    await discord.register([ask().toJSON(), menu]);
    await discord.register([ask().toJSON()], "9");
    expect(discord.stored(EVERYWHERE)).toHaveLength(2);
    expect(discord.stored(IN_SERVER)).toHaveLength(1);
  });
});
