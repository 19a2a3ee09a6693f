/** Messages of the PostgreSQL wire protocol, version 3. */
export function frame(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : part)));
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export const readyIdle = (): Buffer => frame("Z", Buffer.from("I"));

export const failure = (severity: string, code: string, message: string): Buffer =>
  frame("E", `S${severity}`, `V${severity}`, `C${code}`, `M${message}`, Buffer.alloc(1));

export const cstring = (bytes: Buffer, at: number): string => bytes.toString("utf8", at, bytes.indexOf(0, at));

/** SQL without its leading comments. */
export const bareSql = (sql: string): string => sql.slice(0, 4000).replace(/^(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/, "");
