/**
 * Gathers words for `waitMs`, then does the work for all of them at once; what comes in meanwhile waits until that is
 * done, so that fast events never keep an answer from arriving.
 */
export function gather<Word = string>(waitMs: number, work: (words: Word[]) => Promise<unknown>) {
  const words = new Set<Word>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const run = async () => {
    timer = undefined;
    const now = [...words];
    words.clear();
    isBusy = true;
    await work(now).catch(() => undefined);
    isBusy = false;
    if (words.size > 0) start();
  };
  const start = () => {
    timer ??= setTimeout(() => void run(), waitMs);
  };
  return {
    add(word: Word) {
      words.add(word);
      if (!isBusy) start();
    },
    stop() {
      clearTimeout(timer);
      words.clear();
    },
  };
}
