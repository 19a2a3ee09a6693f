import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** Words to light up in the transcript: utterances by number, and the exact words inside them. */
export type Light = { id: string; utterances: readonly number[]; quotes: readonly string[] };

type Lights = {
  /** What is pointed at, else what is pinned. */
  lit: Light | null;
  pinnedId: string | null;
  point: (light: Light | null) => void;
  /** Pins, or lets go of what is pinned. */
  pin: (light: Light) => void;
};

const LightContext = createContext<Lights>({ lit: null, pinnedId: null, point: () => {}, pin: () => {} });

export const useLight = () => useContext(LightContext);

/** Carries from a field to the transcript beside it which words to light up. */
export function LightProvider({ children }: { children: ReactNode }) {
  const [pointed, setPointed] = useState<Light | null>(null);
  const [pinned, setPinned] = useState<Light | null>(null);
  const lights = useMemo<Lights>(
    () => ({
      lit: pointed ?? pinned,
      pinnedId: pinned?.id ?? null,
      point: (light) => setPointed((before) => (light && before?.id === light.id ? before : light)),
      pin: (light) => setPinned((before) => (before?.id === light.id ? null : light)),
    }),
    [pointed, pinned],
  );
  return <LightContext value={lights}>{children}</LightContext>;
}

/** What an element needs so that pointing at it or focusing it lights up its words, and a click pins them. */
export function useLit(light: Light) {
  const { point, pin, pinnedId } = useLight();
  const has = light.utterances.length > 0 || light.quotes.length > 0;
  return {
    isPinned: pinnedId === light.id,
    on: has
      ? {
          onMouseEnter: () => point(light),
          // What is drawn under a pointer that rests (a screen just opened) is never entered.
          onMouseMove: () => point(light),
          onMouseLeave: () => point(null),
          onFocus: () => point(light),
          onBlur: () => point(null),
          onClick: () => pin(light),
        }
      : {},
  };
}
