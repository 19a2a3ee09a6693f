export type Viewer = { userId: string; name: string };

/** Who has which call open on a screen. A hint for people, never a permission. */
export type Viewers = {
  /** Gives back what ends the viewing. */
  open(callId: string, viewer: Viewer): () => void;
  /** Everyone on the call, each person once, in every process. */
  on(callId: string): Viewer[];
};

/** `isNews` is false when it was told before and is only said again. */
type Tell = (callId: string, own: Viewer[], isNews: boolean) => void;

/** What another process said is forgotten after this time unless said again: it may have crashed. */
const believedMs = 60_000;
const mostTold = 20;

const uniqueById = (viewers: Iterable<Viewer>): Viewer[] => [
  ...new Map([...viewers].map((viewer) => [viewer.userId, viewer])).values(),
];

/** Keeps who views what in this process, and what other processes told. `tell` hears of every change here. */
export function openViewers(tell: Tell) {
  const own = new Map<string, Set<Viewer>>();
  const others = new Map<string, Map<string, { viewers: Viewer[]; heardMs: number }>>();
  const ownOf = (callId: string) => uniqueById(own.get(callId) ?? []).slice(0, mostTold);

  const open: Viewers["open"] = (callId, { userId, name }) => {
    const viewer = { userId, name };
    const here = own.get(callId) ?? new Set<Viewer>();
    const isHere = () => [...here].some((each) => each.userId === userId);
    const isNew = !isHere();
    own.set(callId, here.add(viewer));
    if (isNew) tell(callId, ownOf(callId), true);
    return () => {
      if (!here.delete(viewer)) return;
      if (!here.size) own.delete(callId);
      if (!isHere()) tell(callId, ownOf(callId), true);
    };
  };

  const on: Viewers["on"] = (callId) => {
    const oldestMs = performance.now() - believedMs;
    const told = [...(others.get(callId)?.values() ?? [])].filter(({ heardMs }) => heardMs > oldestMs);
    return uniqueById([...(own.get(callId) ?? []), ...told.flatMap(({ viewers }) => viewers)]);
  };

  /** Takes in what another process told; true when it is news. */
  const hear = (process: string, callId: string, viewers: Viewer[]): boolean => {
    const ids = () => on(callId).map(({ userId }) => userId);
    const before = ids().join();
    const told = others.get(callId) ?? new Map<string, { viewers: Viewer[]; heardMs: number }>();
    if (viewers.length) others.set(callId, told.set(process, { viewers, heardMs: performance.now() }));
    else if (told.delete(process) && !told.size) others.delete(callId);
    return ids().join() !== before;
  };

  /** Tells again what is so here, and forgets what others have not told again. */
  const repeat = (): void => {
    for (const callId of own.keys()) tell(callId, ownOf(callId), false);
    const oldestMs = performance.now() - believedMs;
    for (const [callId, told] of others) {
      for (const [process, { heardMs }] of told) if (heardMs <= oldestMs) told.delete(process);
      if (!told.size) others.delete(callId);
    }
  };

  return { open, on, hear, repeat };
}
