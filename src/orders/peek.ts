import { Readable } from "node:stream";

/** The first bytes of a stream (fewer when it is shorter), and a stream of all of them again. */
export async function peek(bytes: Readable, headBytes: number): Promise<{ head: Buffer; content: Readable }> {
  const chunks = bytes[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  let sizeBytes = 0;
  while (sizeBytes < headBytes) {
    const { value, done } = await chunks.next();
    if (done) break;
    taken.push(Buffer.from(value));
    sizeBytes += value.length;
  }
  const head = Buffer.concat(taken).subarray(0, headBytes);
  return { head, content: Readable.from(inOrder(taken, chunks)) };
}

async function* inOrder(head: readonly Buffer[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
