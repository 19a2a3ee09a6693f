import { Duplex } from "node:stream";
import type { Engine } from "./engine.ts";
import { bareSql, cstring, frame } from "./frames.ts";

const sliceBytes = 256 * 1024;

/** The server end of one client connection. node-postgres takes it for a net.Socket. */
export class Wire extends Duplex {
  readonly id: number;
  readonly channels = new Set<string>();
  readonly statements = new Set<string>();
  released = false;
  /** An UNLISTEN of this client has reached the shared session. */
  relisten = false;
  readonly #engine: Engine;
  #unlisten = false;
  #inbox: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  #started = false;
  #out: Uint8Array[] = [];
  #sending = false;

  constructor(engine: Engine, id: number) {
    super({ allowHalfOpen: false });
    this.#engine = engine;
    this.id = id;
  }

  connect() {
    this.#engine.ready.then(
      () => this.emit("connect"),
      (error: Error) => this.destroy(error),
    );
  }
  setNoDelay() {
    return this;
  }
  setKeepAlive() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  override _read() {}
  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#engine.gone(this);
    done(error);
  }
  override _final(done: () => void) {
    done();
    this.destroy();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.#inbox = this.#inbox.length ? Buffer.concat([this.#inbox, chunk]) : chunk;
    for (;;) {
      const head = this.#started ? 1 : 0; // only the startup packet has no type byte
      if (this.#inbox.length < head + 4) break;
      const length = head + this.#inbox.readUInt32BE(head);
      if (this.#inbox.length < length) break;
      const message = this.#inbox.subarray(0, length);
      this.#inbox = this.#inbox.subarray(length);
      if (this.#started) this.#message(message);
      else {
        this.#started = true;
        this.push(this.#engine.greeting(this.id));
      }
    }
    done();
  }

  /** Large results go out in slices, so that parsing them never blocks the event loop for long. */
  send(data: Uint8Array) {
    if (!this.#out.length && data.length <= sliceBytes) {
      this.push(data);
      return;
    }
    for (let at = 0; at < data.length; at += sliceBytes) this.#out.push(data.subarray(at, at + sliceBytes));
    if (this.#sending) return;
    this.#sending = true;
    setImmediate(() => this.#drain());
  }

  #drain() {
    const next = this.destroyed ? undefined : this.#out.shift();
    if (!next) {
      this.#sending = false;
      this.#out.length = 0;
      return;
    }
    this.push(next);
    setImmediate(() => this.#drain());
  }

  #message(message: Buffer) {
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === "X") return;
    if (type === "Q") this.#track(cstring(message, 5));
    if (type === "P") this.#track(cstring(message, message.indexOf(0, 5) + 1));
    this.#batch.push("PBDC".includes(type) ? this.#private(type, message) : message);
    // COPY FROM STDIN must reach PGlite together with its data (it exits otherwise): say "go on" here, send all at the end.
    if (type === "Q" && /^copy\b.*\bfrom\s+stdin\b/is.test(bareSql(cstring(message, 5)))) {
      this.push(frame("G", Buffer.alloc(3)));
      return;
    }
    if (!"QSHcf".includes(type)) return;
    this.#engine.submit({
      wire: this,
      data: Buffer.concat(this.#batch.splice(0)),
      silent: false,
      unlisten: this.#unlisten,
    });
    this.#unlisten = false;
  }

  /** Statement names are per connection in PostgreSQL: keep them apart in the shared session. */
  #private(type: string, message: Buffer): Buffer {
    const isPortal = (type === "D" || type === "C") && message[5] !== 0x53;
    if (isPortal) return message;
    const at = type === "P" ? 5 : type === "B" ? message.indexOf(0, 5) + 1 : 6;
    const name = cstring(message, at);
    if (!name) return message;
    const own = `${this.id}_${name}`;
    if (type === "P") this.statements.add(own);
    return frame(type, message.subarray(5, at), own, message.subarray(at + Buffer.byteLength(name) + 1));
  }

  #track(sql: string) {
    const match = /^(un)?listen\s+(?:"((?:[^"]|"")+)"|([\w$]+|\*))/i.exec(bareSql(sql));
    if (!match) return;
    const channel = match[2]?.replaceAll('""', '"') ?? match[3]?.toLowerCase() ?? "";
    if (!match[1]) this.channels.add(channel);
    else {
      this.#unlisten = true;
      if (channel === "*") this.channels.clear();
      else this.channels.delete(channel);
    }
  }
}
