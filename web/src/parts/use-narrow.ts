import { useSyncExternalStore } from "react";

const query = matchMedia("(max-width: 899px)");

function listen(onChange: () => void) {
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** True where two columns do not fit. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query.matches);
