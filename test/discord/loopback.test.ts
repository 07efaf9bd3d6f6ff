import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  ContainerBuilder,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  Options,
  Partials,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from "./loopback.ts";

const COMMANDS = [
  {
    name: "ask",
    description: "Asks the documents",
    description_localizations: { vi: "Hỏi tài liệu" },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    default_member_permissions: "0",
    options: [
      { type: 3, name: "question", description: "What to ask", required: true, max_length: 2000 },
      { type: 3, name: "document", description: "Where to look", autocomplete: true },
    ],
  },
  {
    name: "corpus",
    description: "The documents",
    options: [
      {
        type: 1,
        name: "add",
        description: "Adds one",
        options: [
          { type: 11, name: "file", description: "The file" },
          { type: 7, name: "channel", description: "The channel", channel_types: [0] },
        ],
      },
    ],
  },
  { name: "Find sources", type: 3, contexts: [0, 1, 2], integration_types: [0, 1] },
];

type Answer = (interaction: Interaction) => Promise<unknown>;

/** The real client, connected to a loopback Discord; both end with the test. */
async function connect(
  answer: Answer = async () => {},
  more: LoopbackOptions = {},
  options: Partial<ClientOptions> = {},
) {
  const discord = await startLoopbackDiscord(more);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: discord.url, offset: 0 },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(Options.DefaultMakeCacheSettings),
    // Discord lets a bot identify once in five seconds, and discord.js waits for that.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
  const failures: unknown[] = [];
  client.on(Events.Error, (error) => failures.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(COMMANDS);
  return { discord, client, failures };
}

/** Runs one slash command that is answered as told, and waits until the bot's part is over. */
async function ask(discord: LoopbackDiscord, failures: unknown[], errors: number) {
  const exchange = discord.sendCommand("ask", { question: "who" });
  await until(() => failures.length === errors);
  return exchange;
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true);
}

const slash = (run: (interaction: ChatInputCommandInteraction) => Promise<unknown>): Answer => {
  return async (interaction) => (interaction.isChatInputCommand() ? run(interaction) : undefined);
};

describe("a client", () => {
  test("becomes ready, knows its servers and registers commands", async () => {
    const { discord, client } = await connect();
    expect(client.user?.username).toBe("Accord");
    expect(client.guilds.cache.map(({ id }) => id)).toEqual([
      discord.world.guild.id,
      discord.world.otherGuild.id,
    ]);
    expect(discord.commands().map(({ name }) => name)).toEqual(["ask", "corpus", "Find sources"]);
    const [first] = discord.commands();
    await client.application?.commands.set(COMMANDS);
    expect(discord.commands()[0]?.id).toBe(first?.id);
    expect(discord.violations).toEqual([]);
  });

  test("is told what it may not have", async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    const login = (token: string, intents: number) => {
      const client = new Client({ intents, rest: { api: discord.url } });
      onTestFinished(() => client.destroy());
      return client.login(token);
    };
    await expect(login("wrong", 1)).rejects.toThrow("invalid token");
    await expect(login(discord.token, GatewayIntentBits.MessageContent)).rejects.toThrow(
      "disallowed intents",
    );
  });
});

describe("an interaction", () => {
  test("is answered", async () => {
    const { discord } = await connect(slash((interaction) => interaction.reply("Here.")));
    const exchange = await discord.sendCommand("ask", { question: "who" }, { locale: "vi" }).answered();
    expect(exchange.original?.content).toBe("Here.");
    expect(discord.replies).toEqual([exchange.original]);
    expect(discord.violations).toEqual([]);
  });

  test("is deferred privately, edited with components, and followed up with a file", async () => {
    const { discord } = await connect(
      slash(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const components = [
          new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder({ content: "Found." })),
        ];
        const reply = await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 });
        await interaction.followUp({
          content: "All of it.",
          files: [{ name: "quotes.md", attachment: Buffer.from("> a") }],
        });
        return reply;
      }),
    );
    const exchange = discord.sendCommand(
      "ask",
      { question: "who" },
      { place: discord.world.places.elsewhere },
    );
    await exchange.answered();
    expect(exchange.original?.onlyFor).toBe(discord.world.person);
    expect(JSON.stringify(exchange.original?.components)).toContain("Found.");
    await discord.until(() => exchange.followups.length === 1, "a follow-up");
    expect(exchange.followups[0]?.files).toMatchObject([{ name: "quotes.md", size: 3, text: "> a" }]);
    expect(discord.violations).toEqual([]);
  });

  test("gets its reply back with the response", async () => {
    let id = "";
    const { discord } = await connect(
      slash(async (interaction) => {
        const response = await interaction.reply({ content: "Here.", withResponse: true });
        id = response.resource?.message?.id ?? "";
      }),
    );
    const exchange = await discord.sendCommand("ask", { question: "who" }).answered();
    await until(() => id !== "");
    expect(id).toBe(exchange.original?.id);
  });

  test("cannot be acknowledged twice", async () => {
    const { discord, failures } = await connect(
      slash(async (interaction) => {
        await interaction.deferReply();
        interaction.deferred = false;
        await interaction.deferReply();
      }),
    );
    await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 40_060, status: 400 }]);
    expect(discord.violations).toMatchObject([{ rule: "acknowledged-twice", where: "/ask" }]);
  });

  test("cannot be acknowledged after three seconds, and is missed when it never is", async () => {
    let time = Date.now();
    const { discord, failures } = await connect(
      slash(async (interaction) => {
        if (interaction.options.getString("question") === "never") return;
        time += 3_001;
        await interaction.deferReply();
      }),
      { now: () => time },
    );
    await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 10_062, status: 404 }]);
    expect(discord.forgive("late")).toMatchObject([{ where: "/ask" }]);
    expect(discord.violations).toEqual([]);
    discord.sendCommand("ask", { question: "never" });
    time += 3_001;
    expect(discord.violations).toMatchObject([{ rule: "unanswered" }]);
  });

  test("has a token that ends after fifteen minutes", async () => {
    let time = Date.now();
    const { discord, failures } = await connect(
      slash(async (interaction) => {
        await interaction.deferReply();
        time += 15 * 60_000 + 1;
        await interaction.editReply("Too late.");
      }),
      { now: () => time },
    );
    await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 50_027, status: 401 }]);
    expect(discord.violations).toMatchObject([{ rule: "token-expired" }]);
  });

  test("has no messages before its first response", async () => {
    const { discord, failures } = await connect(slash((interaction) => interaction.webhook.send("Early.")));
    await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 10_015 }]);
    expect(discord.violations).toMatchObject([{ rule: "not-acknowledged" }]);
  });

  test("may only be deferred with EPHEMERAL", async () => {
    const flags = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
    const { discord } = await connect(
      slash((interaction) => interaction.deferReply({ flags: flags as number as MessageFlags.Ephemeral })),
    );
    await discord.sendCommand("ask", { question: "who" }).acknowledged();
    expect(discord.violations.map(({ rule }) => rule)).toContain("deferral");
  });
});

describe("what people do with replies", () => {
  const answer: Answer = async (interaction) => {
    if (interaction.isAutocomplete())
      return interaction.respond([{ name: interaction.options.getFocused(), value: "a.md" }]);
    if (interaction.isMessageContextMenuCommand())
      return interaction.reply(interaction.targetMessage.content.toUpperCase());
    if (interaction.isModalSubmit()) {
      const reason = interaction.fields.getTextInputValue("reason");
      return interaction.reply({ content: reason, flags: MessageFlags.Ephemeral });
    }
    if (interaction.isStringSelectMenu())
      return interaction.update({ content: interaction.values.join(), components: [] });
    if (interaction.isButton()) {
      const input = new TextInputBuilder({ customId: "reason", style: TextInputStyle.Short, label: "Why" });
      const rows = [new ActionRowBuilder<TextInputBuilder>().addComponents(input)];
      return interaction.showModal(
        new ModalBuilder({ customId: "why", title: "Why" }).addComponents(...rows),
      );
    }
    if (!interaction.isChatInputCommand()) return undefined;
    const button = new ButtonBuilder({ customId: "bad", label: "Not helpful", style: ButtonStyle.Secondary });
    const menu = new StringSelectMenuBuilder({ customId: "open", options: [{ label: "One", value: "1" }] });
    return interaction.reply({
      content: "Here.",
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(button),
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
      ],
    });
  };

  test("buttons, menus, modals, autocomplete and menu entries reach the client", async () => {
    const { discord, failures } = await connect(answer);
    const { original } = await discord.sendCommand("ask", { question: "who" }).answered();
    const opened = await discord.pressButton(original!, "bad").answered();
    expect(opened.modal).toMatchObject({ title: "Why" });
    const sent = await discord.submitModal(opened, { reason: "Wrong year" }).answered();
    expect(sent.original?.content).toBe("Wrong year");
    await discord.select(original!, "open", ["1"]).answered();
    expect(original).toMatchObject({ content: "1", components: [] });
    const typed = await discord.autocomplete("ask", "document", "mou").answered();
    expect(typed.choices).toEqual([{ name: "mou", value: "a.md" }]);
    const said = discord.say("who signs");
    const found = await discord.contextMenu("Find sources", said).answered();
    expect(found.original?.content).toBe("WHO SIGNS");
    expect(failures).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test("what a person could not do is refused", async () => {
    const { discord } = await connect(answer);
    const { original } = await discord.sendCommand("ask", { question: "who" }).answered();
    expect(() => discord.pressButton(original!, "more")).toThrow("it has: bad, open");
    expect(() => discord.sendCommand("ask", {})).toThrow('"question" must be filled in');
    expect(() => discord.sendCommand("ask", { question: "x".repeat(2_001) })).toThrow("2000 characters");
    expect(() => discord.sendCommand("quote")).toThrow("has not registered");
    expect(() => discord.select(original!, "open", ["2"])).toThrow("not offered");
  });

  test("files, channels and roles reach the client, with who a member is", async () => {
    const seen: unknown[] = [];
    const { discord } = await connect(async (interaction) => {
      if (interaction.isRoleSelectMenu() || interaction.isChannelSelectMenu()) {
        seen.push([interaction.values, interaction.memberPermissions?.has("ManageGuild")]);
        await interaction.deferUpdate();
      }
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment("file", true);
      const channel = interaction.options.getChannel("channel", true);
      seen.push([interaction.options.getSubcommand(), file.name, channel.id]);
      seen.push(await (await fetch(file.url)).text());
      const rows = [new RoleSelectMenuBuilder(), new ChannelSelectMenuBuilder()].map((menu, index) =>
        new ActionRowBuilder<RoleSelectMenuBuilder | ChannelSelectMenuBuilder>().addComponents(
          menu.setCustomId(`${index}`),
        ),
      );
      await interaction.reply({ content: "menus", components: rows, allowedMentions: { parse: [] } });
    });
    const { places, roles } = discord.world;
    const bytes = new TextEncoder().encode("minutes");
    const used = discord.sendCommand("corpus add", {
      file: { name: "minutes.txt", bytes },
      channel: places.lobby,
    });
    const { original } = await used.answered();
    const manager = discord.world.makePerson("an", { manages: true });
    await discord.select(original!, "0", [roles.editors], { user: manager }).acknowledged();
    await discord.select(original!, "1", [places.lobby.channel.id]).acknowledged();
    expect(() => discord.select(original!, "0", [roles.otherEditors])).toThrow("There is no");
    expect(() => discord.sendCommand("corpus", {})).toThrow("only used with a subcommand");
    expect(seen.slice(0, 3)).toEqual([
      ["add", "minutes.txt", places.lobby.channel.id],
      "minutes",
      [[roles.editors], true],
    ]);
    expect(seen[3]).toEqual([[places.lobby.channel.id], false]);
    expect(discord.fetched).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test("only messages that mention the bot say anything", async () => {
    const { discord, client } = await connect();
    const heard: string[] = [];
    client.on(Events.MessageCreate, async (message) => {
      heard.push(message.content);
      if (message.mentions.has(client.user!)) await message.reply("Yes?");
    });
    discord.say("secret");
    const asked = discord.mention("who signs");
    await discord.until(() => discord.replies.length === 1, "a reply");
    expect(discord.replies[0]?.repliesTo).toBe(asked);
    discord.say("and when", { repliesTo: discord.replies[0]! });
    await until(() => heard.includes("and when"));
    expect(heard.slice(0, 2)).toEqual(["", `<@${discord.world.bot.id}> who signs`]);
    expect(discord.violations).toEqual([]);
  });

  test("direct messages and threads are heard", async () => {
    const { discord, client } = await connect(undefined, {}, { partials: [Partials.Channel] });
    client.on(Events.MessageCreate, async (message) => {
      if (!message.author.bot) await message.reply(message.content);
    });
    discord.say("in private", { place: discord.world.places.direct });
    await discord.until(() => discord.replies.length === 1, "a reply to a direct message");
    discord.mention("in a thread", { place: discord.world.places.thread });
    await discord.until(() => discord.replies.length === 2, "a reply in a thread");
    expect(discord.replies.map(({ place }) => place.channel.type)).toEqual([
      ChannelType.DM,
      ChannelType.PublicThread,
    ]);
    expect(discord.replies[0]?.content).toBe("in private");
    expect(discord.violations).toEqual([]);
  });

  test("a reply that could ping somebody is a violation", async () => {
    const { discord } = await connect(
      slash((interaction) =>
        interaction.reply({ content: "@everyone", allowedMentions: { parse: ["everyone"] } }),
      ),
    );
    await discord.sendCommand("ask", { question: "who" }).answered();
    expect(discord.violations).toMatchObject([{ rule: "allowed-mentions" }]);
  });
});

describe("requests that fail", () => {
  test("a rate limit is waited for, and a server error tried again", async () => {
    const { discord } = await connect(slash((interaction) => interaction.reply("Here.")));
    discord.failNext({ status: 429, times: 2, retryAfter: 0.01, request: /callback/ });
    discord.failNext({ status: 502, request: /callback/ });
    await discord.sendCommand("ask", { question: "who" }).answered();
    const callbacks = discord.requests.filter(({ request }) => request.endsWith("/callback"));
    expect(callbacks.map(({ status }) => status)).toEqual([429, 429, 502, 204]);
    expect(discord.violations).toEqual([]);
  });

  test("a response whose answer is lost is tried again, and that is not the bot's fault", async () => {
    const { discord, failures } = await connect(slash((interaction) => interaction.reply("Here.")));
    discord.failNext({ status: "reset", request: /callback/, carriedOut: true });
    const exchange = await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 40_060 }]);
    expect(exchange.original?.content).toBe("Here.");
    expect(discord.violations).toEqual([]);
  });

  test("an error of Discord's arrives with its code", async () => {
    const { discord, failures } = await connect(slash((interaction) => interaction.reply("Here.")));
    discord.failNext({ status: 403, code: 50_013, message: "Missing Permissions", request: /callback/ });
    await ask(discord, failures, 1);
    expect(failures[0]).toBeInstanceOf(DiscordAPIError);
    expect(failures).toMatchObject([{ code: 50_013, message: "Missing Permissions" }]);
  });

  test("a body over a limit is refused and says where", async () => {
    const { discord, failures } = await connect(slash((interaction) => interaction.reply("x".repeat(2_001))));
    await ask(discord, failures, 1);
    expect(failures).toMatchObject([{ code: 50_035 }]);
    expect(String(failures[0])).toContain("content[CONTENT]: has 2001 characters");
    expect(discord.forgive("content")).toMatchObject([{ where: "/ask" }]);
    expect(discord.violations.every(({ rule }) => rule === "openapi")).toBe(true);
  });

  test("a route that Discord has and the loopback has not is a violation", async () => {
    const { discord, client } = await connect();
    await expect(client.rest.get("/voice/regions")).rejects.toMatchObject({ status: 404 });
    expect(discord.violations).toMatchObject([{ rule: "unknown-route" }]);
  });
});

describe("the gateway", () => {
  const collect = async (more: LoopbackOptions = {}) => {
    const heard: string[] = [];
    const told = await connect(
      slash(async (interaction) => {
        heard.push(interaction.options.getString("question", true));
        await interaction.reply("Here.");
      }),
      more,
    );
    return { ...told, heard };
  };

  test("resumes after a broken connection, and no event is lost", async () => {
    const { discord, heard } = await collect();
    await discord.sendCommand("ask", { question: "before" }).answered();
    discord.killSocket();
    await discord.sendCommand("ask", { question: "while away" }).answered();
    await discord.sendCommand("ask", { question: "after" }).answered();
    expect(heard).toEqual(["before", "while away", "after"]);
    expect(discord.gateway).toMatchObject({ resumes: 1, identifications: { length: 1 } });
    expect(discord.violations).toEqual([]);
  });

  test("resumes when it is asked to reconnect, and when the session is invalid but resumable", async () => {
    const { discord, heard } = await collect();
    discord.gateway.askToReconnect();
    await discord.sendCommand("ask", { question: "meanwhile" }).answered();
    await discord.until(() => discord.gateway.resumes === 1, "a first resume");
    discord.gateway.invalidate(true);
    await discord.until(() => discord.gateway.resumes === 2, "a second resume");
    expect(heard).toEqual(["meanwhile"]);
    expect(discord.gateway.identifications).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test("identifies anew when the session is over", async () => {
    const { discord, heard } = await collect();
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.identifications.length === 2, "a second identification");
    discord.killSocket({ forget: true });
    await discord.until(() => discord.gateway.identifications.length === 3, "a third identification");
    await discord.sendCommand("ask", { question: "anew" }).answered();
    expect(heard).toEqual(["anew"]);
    expect(discord.gateway.resumes).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test("is left by a client that hears no answer to its heartbeats", async () => {
    const { discord } = await collect({ heartbeat: 50 });
    await discord.until(() => discord.gateway.heartbeats > 1, "heartbeats");
    discord.gateway.answerHeartbeats(false);
    await discord.until(() => !discord.gateway.connected, "a client that leaves");
    discord.gateway.answerHeartbeats(true);
    await discord.until(() => discord.gateway.resumes > 0, "a resume");
    expect(discord.violations).toEqual([]);
  });
});
