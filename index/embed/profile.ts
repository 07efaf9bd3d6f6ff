import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { isFile, readModelConfig, readModelJson } from "./model-files.ts";

/** How a text's vector is made from the vectors of its tokens: their mean, or the one at the first position. */
export type Pooling = "mean" | "first";

/** What a model wants done to texts before it, and to vectors after it. */
export interface Profile {
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  readonly pooling: Pooling;
}

const PLAIN: Profile = { queryPrefix: "", passagePrefix: "", pooling: "mean" };

/**
 * Families that differ from plain mean pooling. The first that matches the last part of a model's name counts.
 * Sources: the model cards of intfloat/multilingual-e5-small and BAAI/bge-small-en-v1.5 on the hub (the card of
 * each family says the same); for the shipped model, its README.
 */
const FAMILIES: readonly { readonly name: RegExp; readonly profile: Partial<Profile> }[] = [
  // Its graph takes the mean itself and repeats it at every position.
  { name: /^accord-static-/, profile: { pooling: "first" } },
  // The "instruct" members of the family want other prompts.
  {
    name: /^(multilingual-)?e5-(small|base|large)(?!.*instruct)/,
    profile: { queryPrefix: "query: ", passagePrefix: "passage: " },
  },
  {
    name: /^bge-(small|base|large)-en-v1\.5/,
    profile: { queryPrefix: "Represent this sentence for searching relevant passages: ", pooling: "first" },
  },
  { name: /^bge-/, profile: { pooling: "first" } },
];

/** sentence-transformers' own description of the pooling; absent modes are off. */
const POOLING_CONFIG = z.looseObject({
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
});

/**
 * The profile of a model by its name alone (`owner/name` or a folder's name); without a known family: no prefixes, mean.
 */
export function profileOf(name: string): Profile {
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return { ...PLAIN, ...FAMILIES.find((family) => family.name.test(last))?.profile };
}

/**
 * The profile of the model in `folder`. The family comes from the model's name, else from the name that its
 * `config.json` remembers; the pooling from `1_Pooling/config.json` where there is one.
 * @throws {UserError} `model-invalid` when a file cannot be read or asks for another kind of pooling.
 */
export async function readProfile(folder: string, name: string): Promise<Profile> {
  const config = await readModelConfig(folder, name);
  const known = [name, config._name_or_path ?? ""].find((candidate) => isKnown(candidate));
  const profile = profileOf(known ?? name);
  if (!(await isFile(join(folder, "1_Pooling", "config.json")))) return profile;
  const modes = await readModelJson(folder, "1_Pooling/config.json", POOLING_CONFIG, name);
  if (modes.pooling_mode_cls_token === modes.pooling_mode_mean_tokens) {
    throw new UserError("model-invalid", { model: name, reason: { code: "pooling" } });
  }
  return { ...profile, pooling: modes.pooling_mode_cls_token ? "first" : "mean" };
}

function isKnown(name: string): boolean {
  const { queryPrefix, pooling } = profileOf(name);
  return queryPrefix !== "" || pooling !== "mean";
}
