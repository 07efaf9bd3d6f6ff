import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { asObject, asObjects, asText, checkCount, checkText, type Problems } from "./problem.ts";

const { embed: EMBED } = DISCORD_LIMITS;

/** Checks each embed, and the sum of their characters. */
export function checkEmbeds(problems: Problems, value: unknown): void {
  const embeds = asObjects(value);
  checkCount(problems, "embeds", "embeds", embeds.length, DISCORD_LIMITS.message.embeds);
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    const path = `embeds[${index}]`;
    const footer = asObject(embed.footer).text;
    const author = asObject(embed.author).name;
    const fields = asObjects(embed.fields);
    checkText(problems, `${path}.title`, "embed-title", embed.title, EMBED.title);
    checkText(problems, `${path}.description`, "embed-description", embed.description, EMBED.description);
    checkText(problems, `${path}.footer.text`, "embed-footer", footer, EMBED.footer);
    checkText(problems, `${path}.author.name`, "embed-author", author, EMBED.author);
    checkCount(problems, `${path}.fields`, "embed-fields", fields.length, EMBED.fields);
    for (const [position, field] of fields.entries()) {
      checkText(problems, `${path}.fields[${position}].name`, "embed-field", field.name, EMBED.fieldName, 1);
      checkText(
        problems,
        `${path}.fields[${position}].value`,
        "embed-field",
        field.value,
        EMBED.fieldValue,
        1,
      );
    }
    const texts = [
      embed.title,
      embed.description,
      footer,
      author,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ];
    total += texts.reduce((sum: number, text) => sum + asText(text).length, 0);
  }
  checkCount(problems, "embeds", "embed-total", total, EMBED.total);
}
