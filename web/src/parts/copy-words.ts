/** Puts words on the clipboard. False when the browser does not allow it. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyByCommand(words);
  }
}

/** The old way: the only one on a page without https, as in many offices. */
function copyByCommand(words: string): boolean {
  const before = document.activeElement;
  const box = document.createElement("textarea");
  box.value = words;
  box.style.cssText = "position:fixed;opacity:0";
  document.body.append(box);
  box.select();
  const isDone = document.execCommand("copy");
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
