import type { Ctx, Db } from "../../platform/context.ts";
import { findSet, type VectorSet } from "../vectors/store.ts";
import { type AskedBook, askedBook } from "./asked/book.ts";
import { unpackAsked } from "./asked/packed.ts";
import { prepareDocument, type SearchDocument, type StoredVersion } from "./document.ts";
import { matterBook } from "./matters.ts";
import { knownPlaces } from "./places.ts";
import { type BaseStatistics, emptyStatistics, unpackCounts } from "./statistics.ts";
import { findLearned, keyOf, selectRevisions, selectStored, type VersionKey } from "./store.ts";
import { noLinks, unpackLinks, type WordLinks } from "./word-links.ts";

/** What a process keeps of a base: what was learned, and the articles that were looked at last, made ready for comparison. */
export type SearchMemory = {
  statistics: BaseStatistics;
  links: { revision: number; links: WordLinks };
  /** The questions that were confirmed. */
  asked: { revision: number; book: AskedBook };
  /** The vectors that serve; null while there are none. */
  vectors: VectorSet | null;
  /** Whether passages of an earlier release are still to be taken into the lists by word. */
  isUnnumbered: boolean;
  documents: Map<string, SearchDocument>;
};

/** About 15 KB each. */
const documentsKept = 5_000;

/** Others get their turn in between. */
const readAtOnce = 50;

const memories = new WeakMap<Ctx["pool"], SearchMemory>();

/** The memory of this base as it is, which may have become old; undefined before anything of it was read. */
export function remembered(ctx: Ctx): SearchMemory | undefined {
  const memory = memories.get(ctx.pool);
  return memory?.statistics.revision ? memory : undefined;
}

/** Whether nothing was read anew between the two. */
export const isSame = (before: SearchMemory, after: SearchMemory): boolean =>
  (["statistics", "links", "asked", "vectors", "isUnnumbered"] as const).every((part) => before[part] === after[part]);

/** The memory of this base, brought up to date with what other processes have learned since. */
export async function recall(ctx: Ctx, db: Db): Promise<SearchMemory> {
  const memory = memories.get(ctx.pool) ?? emptyMemory();
  memories.set(ctx.pool, memory);
  const revisions = await selectRevisions(db);
  memory.isUnnumbered = revisions.has("unnumbered");
  // Once more where what another question read was already old.
  for (let turn = 0; turn < 2 && oldOf(memory, revisions).length; turn += 1) await readOnce(memory, revisions, db);
  return memory;
}

const readers = { statistics: readStatistics, links: readLinks, asked: readAsked, vectors: readVectors };
type Part = keyof typeof readers;

/** What others have learned since. */
function oldOf({ statistics, links, asked, vectors }: SearchMemory, revisions: ReadonlyMap<string, number>): Part[] {
  const known = {
    statistics: statistics.revision,
    links: links.revision,
    asked: asked.revision,
    vectors: vectors?.id ?? 0,
  };
  return (["statistics", "links", "asked", "vectors"] as const).filter(
    (part) => (revisions.get(part) ?? 0) !== known[part],
  );
}

const reading = new WeakMap<SearchMemory, Promise<void>>();

/** Questions that come meanwhile wait for the same reading: it takes memory, and a second on a large base. */
function readOnce(memory: SearchMemory, revisions: ReadonlyMap<string, number>, db: Db): Promise<void> {
  const begin = async () => {
    for (const part of oldOf(memory, revisions)) await readers[part](memory, db);
  };
  const begun = reading.get(memory) ?? begin().finally(() => reading.delete(memory));
  reading.set(memory, begun);
  return begun;
}

const emptyMemory = (): SearchMemory => ({
  statistics: emptyStatistics(),
  links: noLinks,
  asked: { revision: 0, book: askedBook([]) },
  vectors: null,
  isUnnumbered: false,
  documents: new Map(),
});

async function readStatistics(memory: SearchMemory, db: Db): Promise<void> {
  const row = await findLearned(db, "statistics");
  memory.documents = new Map();
  memory.statistics = row
    ? { ...unpackCounts(row.content), revision: row.revision, articles: row.rows }
    : emptyStatistics();
}

async function readLinks(memory: SearchMemory, db: Db): Promise<void> {
  const row = await findLearned(db, "links");
  memory.links = row ? { revision: row.revision, links: unpackLinks(row.content) } : noLinks;
}

async function readVectors(memory: SearchMemory, db: Db): Promise<void> {
  memory.vectors = (await findSet(db, "serving")) ?? null;
}

async function readAsked(memory: SearchMemory, db: Db): Promise<void> {
  const row = await findLearned(db, "asked");
  memory.asked = { revision: row?.revision ?? 0, book: askedBook(row ? unpackAsked(row.content) : []) };
}

/** These versions ready for comparison, in the order asked; those that are gone are left out. */
export async function documentsOf(
  ctx: Ctx,
  db: Db,
  memory: SearchMemory,
  keys: readonly VersionKey[],
): Promise<SearchDocument[]> {
  // Held here: while the database answers, other questions may put them away.
  const held = keys.map((key) => takeToFront(memory.documents, keyOf(key)));
  const missing = keys.filter((_, at) => !held[at]);
  const read = new Map<string, SearchDocument>();
  for (let from = 0; from < missing.length; from += readAtOnce)
    for (const document of preparedOf(ctx, memory, await selectStored(db, missing.slice(from, from + readAtOnce))))
      read.set(keyOf(document.stored), document);
  return held.flatMap((document, at) => document ?? readOf(read, keys[at]) ?? []);
}

const readOf = (read: ReadonlyMap<string, SearchDocument>, key: VersionKey | undefined) => key && read.get(keyOf(key));

/** These ready for comparison. Versions never change, so they are kept. */
export function preparedOf(
  ctx: Ctx,
  { documents, statistics }: SearchMemory,
  versions: readonly StoredVersion[],
): SearchDocument[] {
  const known = knownPlaces(ctx.rules);
  const book = matterBook(ctx.rules);
  const prepared = versions.map((stored) => {
    const key = keyOf(stored);
    const document = takeToFront(documents, key) ?? prepareDocument(stored, statistics, known, book);
    documents.set(key, document);
    return document;
  });
  for (const key of documents.keys()) {
    if (documents.size <= documentsKept) break;
    documents.delete(key);
  }
  return prepared;
}

/**
 * A Map keeps the order of insertion, so what was used last stands last and the first is let go. Nothing is let go before it is full, and
 * moving thousands for every question would be most of its work.
 */
function takeToFront(documents: Map<string, SearchDocument>, key: string): SearchDocument | undefined {
  const document = documents.get(key);
  if (document && documents.size >= documentsKept) {
    documents.delete(key);
    documents.set(key, document);
  }
  return document;
}
