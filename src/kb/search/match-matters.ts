import type { Ctx } from "../../platform/context.ts";
import { plainOf } from "./bags.ts";
import type { SearchDocument } from "./document.ts";
import { type MatterBook, matterBook, matterRarities } from "./matters.ts";
import { articlesBeside, type BaseStatistics } from "./statistics.ts";

/** A matter of a question: `share` how surely it was meant, `mass` what it counts by its rarity. */
export type AskedMatter = { id: number; share: number; mass: number; group: number; isLight: boolean };
/** What a question is about, by the matters of the rules; `rarities` of every matter in this base. */
export type AskedMatters = { asked: readonly AskedMatter[]; rarities: Float64Array; book: MatterBook };

/** What the bridge adds was not said. */
const guessedShare = 0.5;

/** The matters of a question and those of what the bridge adds to it; none when the bridge is off. */
export function askedMatters(
  ctx: Pick<Ctx, "config" | "rules">,
  { text, added }: { text: string; added: readonly { word: string; share: number }[] },
  statistics: BaseStatistics,
): AskedMatters {
  const book = matterBook(ctx.rules);
  const rarities = matterRarities(book, statistics);
  if (!ctx.config.bridge) return { asked: [], rarities, book };
  const shares = new Map<number, number>();
  for (const { word, share } of added)
    for (const id of book.writtenIn(plainOf(word))) shares.set(id, Math.max(shares.get(id) ?? 0, guessedShare * share));
  for (const id of book.saidIn(plainOf(text))) shares.set(id, 1);
  const asked = [...shares].flatMap(([id, share]) => {
    const matter = book.matters[id];
    return matter ? { id, share, mass: (rarities[id] ?? 0) ** 2, group: matter.group, isLight: matter.isLight } : [];
  });
  return { asked, rarities, book };
}

/** How much of what is asked about an article is about, and the other way round; 0 where nothing known is asked. */
export function matterFeatures({ asked, rarities, book }: AskedMatters, document: SearchDocument) {
  if (!asked.length)
    return { ofMatters: 0, ofTitleMatters: 0, inTitle: 0, ofActs: 0, actsInTitle: 0, ofTitleActs: 0, theme: 0 };
  const inBody = new Set(document.matters);
  const inTitle = new Set(document.titleMatters);
  const meant = new Set(asked.map(({ id }) => id));
  const light = asked.filter(({ isLight }) => isLight);
  const heavy = asked.filter(({ isLight }) => !isLight);
  const titleHeavy = [...document.titleMatters].filter((id) => !book.matters[id]?.isLight);
  const titleLight = [...document.titleMatters].filter((id) => book.matters[id]?.isLight);
  const groups = new Set(titleHeavy.map((id) => book.matters[id]?.group));
  const titleMass = titleHeavy.reduce((sum, id) => sum + (rarities[id] ?? 0), 0);
  return {
    ofMatters: shareOf(heavy, ({ id }) => inBody.has(id)),
    inTitle: shareOf(heavy, ({ id }) => inTitle.has(id)),
    ofTitleMatters:
      titleHeavy.reduce((sum, id) => sum + (meant.has(id) ? (rarities[id] ?? 0) : 0), 0) / (titleMass || 1),
    ofActs: shareOf(light, ({ id }) => inBody.has(id)),
    actsInTitle: shareOf(light, ({ id }) => inTitle.has(id)),
    ofTitleActs: titleLight.filter((id) => meant.has(id)).length / (titleLight.length || 1),
    theme: shareOf(heavy, ({ group }) => groups.has(group)),
  };
}

/** Share of the mass of asked matters; what was only guessed adds to what is covered but not to what is asked. */
function shareOf(asked: readonly AskedMatter[], isCovered: (matter: AskedMatter) => boolean): number {
  const all = asked.reduce((sum, { mass, share }) => sum + (share === 1 ? mass : 0), 0);
  const covered = asked.reduce((sum, matter) => sum + (isCovered(matter) ? matter.mass * matter.share : 0), 0);
  const guessed = asked.reduce((sum, { mass, share }) => Math.max(sum, mass * share), 0);
  return Math.min(1, covered / (all || guessed || 1));
}

/** `rarestInTitle`: how rare the rarest asked matter is that the title names, 0 to 1; `noMatter`: the question names none that is known. */
export type MatterEvidence = { rarestInTitle: number; noMatter: boolean };

/** What tells an answer from an article that only shares words with the question. */
export function matterEvidence(
  { asked }: AskedMatters,
  document: Pick<SearchDocument, "titleMatters">,
  { articles }: Pick<BaseStatistics, "articles">,
): MatterEvidence {
  const said = asked.filter(({ share, isLight }) => share === 1 && !isLight);
  const inTitle = new Set(document.titleMatters);
  const rarest = said.reduce((most, { id, mass }) => (inTitle.has(id) ? Math.max(most, Math.sqrt(mass)) : most), 0);
  return { rarestInTitle: rarest / Math.log(1 + articlesBeside + articles), noMatter: said.length === 0 };
}
