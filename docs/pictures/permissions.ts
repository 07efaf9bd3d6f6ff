import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** What the bot has to be allowed in a server, and nothing more; names as the developer portal writes them. */
export const PERMISSIONS = [
  { name: "View Channels", bit: PermissionFlagsBits.ViewChannel },
  { name: "Send Messages", bit: PermissionFlagsBits.SendMessages },
  { name: "Send Messages in Threads", bit: PermissionFlagsBits.SendMessagesInThreads },
  // Long citations are sent as a file.
  { name: "Attach Files", bit: PermissionFlagsBits.AttachFiles },
  // To answer a message as a reply to it.
  { name: "Read Message History", bit: PermissionFlagsBits.ReadMessageHistory },
] as const;

/** Scopes of the link with which somebody adds the bot to a server. */
export const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands] as const;

/** The sum of the permissions, as it stands in a link. */
export const PERMISSION_SUM = PERMISSIONS.reduce((sum, { bit }) => sum | bit, 0n);

/** The link that adds the bot of that application to a server. */
export function inviteLink(applicationId: string): string {
  const query = `client_id=${applicationId}&scope=${SCOPES.join("+")}&permissions=${PERMISSION_SUM}`;
  return `https://discord.com/oauth2/authorize?${query}`;
}
