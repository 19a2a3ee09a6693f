import { useState } from "react";

/** A set of words that outlives a reload of this tab (not the tab). `name` says whose; give a key when it may change. */
export function useKeptSet(name: string): [ReadonlySet<string>, (word: string) => void] {
  const [words, setWords] = useState<ReadonlySet<string>>(() => read(name));
  const add = (word: string) =>
    setWords((before) => {
      const after = new Set([...before, word]);
      write(name, after);
      return after;
    });
  return [words, add];
}

// A browser may refuse its store to a page inside another one: then the set lives as long as the page.
function read(name: string): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(name) ?? "[]") as string[]);
  } catch {
    return new Set();
  }
}

function write(name: string, words: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(name, JSON.stringify([...words]));
  } catch {
    return;
  }
}
