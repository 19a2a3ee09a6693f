import { type Actor, actorName } from "../../../platform/access.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Told } from "./schema.ts";
import type { ToldRow } from "./store.ts";

/** What was told, as a screen of this person shows it. */
export const toldView = (actor: Actor, row: ToldRow): Told => ({
  id: row.id,
  articleId: row.articleId,
  version: row.version,
  title: row.title,
  quote: row.quote,
  text: row.text,
  utterance: row.utterance,
  at: toShanghaiIso(row.at),
  byName: row.byName,
  isMine: row.by === actorName(actor),
  undoneAt: row.undoneAt && toShanghaiIso(row.undoneAt),
});
