/** What was typed and not saved yet: `base` is the version of the row it was typed against. */
export type Kept<Value> = { base: number; atMs: number; value: Value };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const prefix = "tingsu.typed.";

/** What this browser kept under a name, or null. What cannot be read is nothing. */
export function keptWords<Value>(shelf: Shelf, name: string): Kept<Value> | null {
  try {
    const found: unknown = JSON.parse(shelf.getItem(prefix + name) ?? "null");
    return isKept<Value>(found) ? found : null;
  } catch {
    return null;
  }
}

/** Keeps typed words in this browser; false when it has no room or does not allow it. */
export function keepWords<Value>(shelf: Shelf, name: string, kept: Kept<Value>): boolean {
  try {
    shelf.setItem(prefix + name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Forgets them: they are saved, or thrown away by the one who typed them. */
export function dropWords(shelf: Shelf, name: string): void {
  try {
    shelf.removeItem(prefix + name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

const isKept = <Value>(found: unknown): found is Kept<Value> =>
  typeof found === "object" && found !== null && "base" in found && "atMs" in found && "value" in found;
