/**
 * Every limit of Discord's that Accord can meet, once. Characters are counted in UTF-16 code units, which is never less
 * than what Discord counts, so that what fits here fits there. Each group names the page of
 * https://discord.com/developers/docs that states it.
 */
export const DISCORD_LIMITS = {
  /** interactions/receiving-and-responding, "Interaction Callback" and "Followup Messages". */
  interaction: {
    /** Milliseconds from the interaction until its first response must have arrived. */
    acknowledgement: 3_000,
    /** Milliseconds that an interaction's token works: edits and follow-ups end then. */
    token: 15 * 60_000,
  },

  /** resources/message, "Create Message"; components/reference for messages with IS_COMPONENTS_V2. */
  message: {
    /** Characters of `content`. */
    content: 2_000,
    embeds: 10,
    attachments: 10,
    /** Action rows of a message without IS_COMPONENTS_V2. */
    actionRows: 5,
    /** Components with IS_COMPONENTS_V2, nested ones and accessories counted. */
    components: 40,
    /** Characters of all text displays together. */
    text: 4_000,
    /** Characters of a string nonce. */
    nonce: 25,
  },

  /** resources/message, "Embed Limits". Characters, except `fields`. */
  embed: {
    title: 256,
    description: 4_096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1_024,
    footer: 2_048,
    author: 256,
    /** Titles, descriptions, field names and values, footers and authors of all embeds of a message together. */
    total: 6_000,
  },

  /** components/reference. Characters, unless said otherwise. */
  component: {
    /** At least 1, and unique in its message or modal. */
    customId: 100,
    buttonLabel: 80,
    /** The address of a link button. */
    url: 512,
    /** Buttons in one action row; a select menu fills a row alone. */
    buttonsInRow: 5,
    /** Options of a select menu. */
    selectOptions: 25,
    selectPlaceholder: 150,
    optionLabel: 100,
    optionValue: 100,
    optionDescription: 100,
    /** Text displays in a section. */
    sectionTexts: 3,
    /** Items of a media gallery. */
    galleryItems: 10,
    /** Description of a picture: a thumbnail or an item of a gallery. */
    mediaDescription: 1_024,
  },

  /** interactions/receiving-and-responding, "Modal"; components/reference, "Label" and "Text Input". */
  modal: {
    title: 45,
    /** Top-level components. */
    components: 5,
    label: 45,
    labelDescription: 100,
    inputPlaceholder: 100,
    inputValue: 4_000,
  },

  /** interactions/application-commands. Characters, unless said otherwise. */
  command: {
    name: 32,
    description: 100,
    /** Options of a command, a subcommand or a group. */
    options: 25,
    choices: 25,
    choiceName: 100,
    choiceValue: 100,
    /** The most that a string option can be asked to take. */
    stringLength: 6_000,
    /** All names, descriptions and values of one command; of each localised field only the longest counts. */
    total: 8_000,
    /** Slash commands of one application in one place: everywhere, or one server. */
    chatInput: 100,
    /** Entries in the menu of a message, in the menu of a user. */
    contextMenu: 15,
  },

  /** interactions/receiving-and-responding, "Autocomplete". */
  autocomplete: {
    choices: 25,
    /** Characters, at least 1. */
    choiceName: 100,
    choiceValue: 100,
  },

  /** reference, "Uploading Files". Bytes. */
  upload: {
    request: 25 * 1024 * 1024,
    file: 10 * 1024 * 1024,
  },
} as const;
