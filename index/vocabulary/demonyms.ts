import { stemWord } from "../text/terms.ts";

/**
 * Countries (and places that are spoken of like one), each followed by the words for what comes from there. Without "Thai" and "Lao", which
 * in Viet Nam are mostly parts of other names ("Thai Nguyen", "Lao Cai").
 */
const DEMONYMS = `
  afghanistan afghan, albania albanian, algeria algerian, america american, argentina argentine, armenia armenian,
  australia australian, austria austrian, azerbaijan azerbaijani, bangladesh bangladeshi, belarus belarusian, belgium belgian,
  bhutan bhutanese, bolivia bolivian, bosnia bosnian, brazil brazilian, britain british, brunei bruneian, bulgaria bulgarian,
  cambodia cambodian khmer, cameroon cameroonian, canada canadian, chile chilean, china chinese, colombia colombian, croatia croatian,
  cuba cuban, cyprus cypriot, czechia czech, denmark danish, ecuador ecuadorian, egypt egyptian, england english, estonia estonian,
  ethiopia ethiopian, europe european, finland finnish, france french, georgia georgian, germany german, ghana ghanaian, greece greek,
  hungary hungarian, iceland icelandic, india indian, indonesia indonesian, iran iranian, iraq iraqi, ireland irish, israel israeli,
  italy italian, japan japanese, jordan jordanian, kazakhstan kazakh, kenya kenyan, korea korean, kuwait kuwaiti, kyrgyzstan kyrgyz,
  laos laotian, latvia latvian, lebanon lebanese, lithuania lithuanian, luxembourg luxembourgish, malaysia malaysian, malta maltese,
  mexico mexican, moldova moldovan, mongolia mongolian, morocco moroccan, mozambique mozambican, myanmar burmese, nepal nepali nepalese,
  netherlands dutch, nigeria nigerian, norway norwegian, pakistan pakistani, peru peruvian, philippines filipino philippine,
  poland polish, portugal portuguese, romania romanian, russia russian, rwanda rwandan, scotland scottish, senegal senegalese,
  serbia serbian, singapore singaporean, slovakia slovak, slovenia slovenian, spain spanish, sweden swedish,
  switzerland swiss, syria syrian, taiwan taiwanese, tanzania tanzanian, tunisia tunisian, turkey turkish, uganda ugandan,
  ukraine ukrainian, uruguay uruguayan, uzbekistan uzbek, venezuela venezuelan, wales welsh, zambia zambian, zimbabwe zimbabwean`;

/** For each stem those of its country, the country first. */
const BY_STEM = new Map<string, readonly string[]>();
for (const set of DEMONYMS.split(",")) {
  const stems = set.trim().split(/\s+/).map(stemWord);
  for (const stem of stems) BY_STEM.set(stem, stems);
}

/** The country of a word for what comes from it, and such words for a country, as English stems: "canada" for "canadian". */
export function findDemonyms(stem: string): readonly string[] {
  return (BY_STEM.get(stem) ?? []).filter((other) => other !== stem);
}

/**
 * The country that an English stem names or belongs to, as a stem; `null` for none, for "English", mostly a language, for
 * "Khmer", a people of Viet Nam too, and for "Laos", whose stem is that of "Lao Cai".
 */
export function findCountry(stem: string): string | null {
  return MEANS_MORE.has(stem) ? null : (BY_STEM.get(stem)?.[0] ?? null);
}

const MEANS_MORE = new Set(["english", "khmer", "laos"].map(stemWord));
