import type pg from "pg";
import { z } from "zod";
import { CallEvent, type EventBus, ImportEvent, openEventBus } from "./events.ts";
import type { Log } from "./log.ts";
import { openViewers } from "./viewers.ts";

const channel = "tingsu_calls";
const reconnectMs = 1_000;
const repeatViewersMs = 20_000;

const Viewing = z.object({ callId: z.string(), viewers: z.array(z.object({ userId: z.string(), name: z.string() })) });
const Note = z.object({
  from: z.string(),
  event: z.union([CallEvent, ImportEvent]).optional(),
  viewing: Viewing.optional(),
});
type Note = z.infer<typeof Note>;

function noteOf(payload: string | undefined): Note | null {
  const note = Note.safeParse(JSON.parse(payload ?? "null"));
  return note.success ? note.data : null;
}

/**
 * A bus that reaches every process on the same PostgreSQL by LISTEN and NOTIFY, and who views which call in all of them.
 * A lost note loses nothing: screens ask for the rows. `processId` tells our own notes from the others'.
 */
export async function openSharedEvents(pool: pg.Pool, processId: string, log: Log) {
  const local = openEventBus();
  let closed = false;
  let listener: pg.PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = (note: Omit<Note, "from">) => {
    if (closed) return;
    pool
      .query("select pg_notify($1, $2)", [channel, JSON.stringify({ from: processId, ...note })])
      .catch((error: Error) => log.warn({ error: error.message }, "notify"));
  };
  const viewers = openViewers((callId, own, isNews) => {
    if (isNews) local.publish({ callId, what: "viewers" });
    send({ viewing: { callId, viewers: own } });
  });
  const take = ({ from, event, viewing }: Note) => {
    if (from === processId) return;
    if (event) local.publish(event);
    if (viewing && viewers.hear(from, viewing.callId, viewing.viewers))
      local.publish({ callId: viewing.callId, what: "viewers" });
  };
  const connect = async (): Promise<void> => {
    if (closed) return;
    try {
      const client = await pool.connect();
      listener = client;
      client.on("notification", ({ payload }) => {
        const note = noteOf(payload);
        if (note) take(note);
      });
      client.once("error", () => {
        client.release(true);
        timer = setTimeout(connect, reconnectMs);
      });
      await client.query(`listen ${channel}`);
    } catch (error) {
      log.warn({ error: String(error) }, "events of other processes are not heard for now");
      timer = setTimeout(connect, reconnectMs);
    }
  };
  await connect();
  const repeating = setInterval(viewers.repeat, repeatViewersMs);
  repeating.unref();

  const events: EventBus = {
    listen: local.listen,
    publish(event) {
      local.publish(event);
      send({ event });
    },
  };
  const close = () => {
    closed = true;
    clearTimeout(timer);
    clearInterval(repeating);
    listener?.release(true);
  };
  return { events, viewers, close };
}
