import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A JSON file of the folder `models` that ships with the program, found from the sources and from any bundle alike; null without it. */
export function readShipped(name: string): unknown {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, "models", name);
    if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
    if (dirname(folder) === folder) return null;
  }
}

/**
 * What ships with the program, read and made ready by `read` when it is first asked for; null where the file is not there: the rules then stand
 * alone. Throws what `read` throws of a damaged file.
 */
export function shippedOnce<Made>(name: string, read: (file: unknown) => Made): () => Made | null {
  let made: Made | null | undefined;
  return () => {
    if (made !== undefined) return made;
    const file = readShipped(name);
    made = file === null ? null : read(file);
    return made;
  };
}
