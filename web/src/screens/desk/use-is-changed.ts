import { useState } from "react";

/** Whether the words are others than those that stood here when the line came on the screen. */
export function useIsChanged(words: string): boolean {
  const [first] = useState(words);
  const [isChanged, setChanged] = useState(false);
  if (!isChanged && words !== first) setChanged(true);
  return isChanged;
}
