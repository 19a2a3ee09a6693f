import type pg from "pg";
import { z } from "zod";
import { type CallEvent, type EventBus, openEventBus } from "./events.ts";
import type { Log } from "./log.ts";

const channel = "tingsu_calls";
const reconnectMs = 1_000;
const Note = z.object({
  from: z.string(),
  event: z.object({ callId: z.string(), what: z.enum(["received", "processed", "failed", "edited", "confirmed"]) }),
});

/**
 * A bus that reaches every process on the same PostgreSQL by LISTEN and NOTIFY. A lost note loses nothing:
 * screens ask for the rows. `processId` tells our own notes from the others'.
 */
export async function openSharedEvents(pool: pg.Pool, processId: string, log: Log) {
  const local = openEventBus();
  let closed = false;
  let listener: pg.PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    if (closed) return;
    try {
      const client = await pool.connect();
      listener = client;
      client.on("notification", ({ payload }) => {
        const note = Note.safeParse(JSON.parse(payload ?? "null"));
        if (note.success && note.data.from !== processId) local.deliver(note.data.event);
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

  const events: EventBus = {
    listen: local.listen,
    publish(event: CallEvent) {
      local.deliver(event);
      const payload = JSON.stringify({ from: processId, event });
      pool
        .query("select pg_notify($1, $2)", [channel, payload])
        .catch((error: Error) => log.warn({ error: error.message }, "notify"));
    },
  };
  const close = () => {
    closed = true;
    clearTimeout(timer);
    listener?.release(true);
  };
  return { events, close };
}
