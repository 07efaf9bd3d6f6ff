import { type GuildMember, PermissionFlagsBits, type PermissionsBitField } from "discord.js";
import type { ServerSettings } from "./settings-store.ts";

/** What an interaction tells of who is behind it, in a server. */
export interface MemberFacts {
  readonly memberPermissions: Readonly<PermissionsBitField> | null;
  /** A member, or what Discord sent of one where the server is not known to the client. */
  readonly member: object | null;
}

/** Whether somebody may change the bot's settings: who may manage the server. */
export function isManager({ memberPermissions }: MemberFacts): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** Whether somebody may change a server's documents: its managers, and who has the role that the settings name. */
export function isEditor(facts: MemberFacts, { editorRoleId }: ServerSettings): boolean {
  return isManager(facts) || (editorRoleId !== null && rolesOf(facts.member).includes(editorRoleId));
}

function rolesOf(member: object | null): readonly string[] {
  const { roles } = (member ?? {}) as Partial<GuildMember> | { roles?: readonly string[] };
  if (roles === undefined) return [];
  return Array.isArray(roles) ? roles : [...(roles as GuildMember["roles"]).cache.keys()];
}
