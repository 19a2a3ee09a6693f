// Runs PGlite off the main thread. One message in = one wire-protocol batch; one message out = the raw reply,
// the transaction status of its last ReadyForQuery, and the notifications it carried.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";

const notification = 0x41;
const copyIn = 0x47; // already answered by the wire
const readyForQuery = 0x5a;
const greeted = [
  "server_version",
  "server_encoding",
  "client_encoding",
  "DateStyle",
  "IntervalStyle",
  "TimeZone",
  "integer_datetimes",
  "standard_conforming_strings",
];

const lite = await PGlite.create(workerData.dataDir, { extensions: { vector } });
for (const sql of workerData.setup) await lite.exec(sql);
const settings = await lite.query("select name, setting from pg_settings where name = any($1)", [greeted]);
parentPort.postMessage({ ready: settings.rows.map((row) => [row.name, row.setting]) });

parentPort.on("message", async (message) => {
  try {
    if (message === "close") {
      await lite.close();
      parentPort.close();
    } else {
      parentPort.postMessage(scan(await lite.execProtocolRaw(message)));
    }
  } catch (error) {
    parentPort.postMessage({ fatal: error?.message ?? String(error) });
  }
});

function scan(raw) {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const notes = [];
  const keep = [];
  let status;
  let from = 0;
  let at = 0;
  while (at < raw.length) {
    const length = 1 + view.getUint32(at + 1);
    if (raw[at] === readyForQuery) status = String.fromCharCode(raw[at + 5]);
    if (raw[at] === notification || raw[at] === copyIn) {
      if (raw[at] === notification) notes.push(raw.slice(at, at + length));
      keep.push(raw.subarray(from, at));
      from = at + length;
    }
    at += length;
  }
  const data = keep.length ? Buffer.concat([...keep, raw.subarray(from)]) : raw.slice();
  return { data, status, notes };
}
