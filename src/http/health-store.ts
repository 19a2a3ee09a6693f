import { sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";

/** Answers when the database does. */
export const askDatabase = (db: Db) => db.execute(sql`select 1`);
