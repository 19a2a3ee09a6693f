import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const Row = z.object({ msg_id: z.string(), title: z.string(), body: z.string(), reply: z.string() });

/** A message and the number of the reply that was given to it. */
export type Letter = { id: string; query: string; reply: number; isTuned: boolean };
export type Letters = { letters: Letter[]; replies: string[] };

const shortestReply = 60;

/** Messages with their replies from a CSV; short replies are left out, the same reply to several messages is one. */
export function readLetters(path: string): Letters {
  const rows = z.array(Row).parse(parse(readFileSync(path), { columns: true, bom: true }));
  const replies: string[] = [];
  const letters = rows
    .filter(({ reply }) => reply.trim().length >= shortestReply)
    .map(({ msg_id: id, title, body, reply }) => {
      const known = replies.indexOf(reply.trim());
      if (known < 0) replies.push(reply.trim());
      return {
        id,
        query: `${title.trim()}\n${body.trim()}`,
        reply: known < 0 ? replies.length - 1 : known,
        isTuned: isTuned(id),
      };
    });
  return { letters, replies };
}

/** The half that may be tuned on: an even first byte of the SHA-256 of the id. */
export const isTuned = (id: string): boolean => (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 0;
