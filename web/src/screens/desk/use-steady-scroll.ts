import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const own = ["scroll", "focusin", "input", "click"] as const;

/**
 * Keeps the editor that has the focus in its place when lines above it grow or go. (The browser's own scroll anchoring
 * holds the topmost line, and nothing in a box that is not scrolled.) Call it where the lines are drawn.
 */
export function useSteadyScroll(box: RefObject<HTMLElement | null>): void {
  const known = useRef<{ element: Element; topPx: number } | null>(null);
  useLayoutEffect(() => {
    const now = placeOf(box.current);
    const before = known.current;
    if (box.current && now && before?.element === now.element) box.current.scrollTop += now.topPx - before.topPx;
    known.current = placeOf(box.current);
  });
  // What the person does moves things too: that is no jump.
  useEffect(() => {
    const scroller = box.current;
    const note = () => {
      known.current = placeOf(scroller);
    };
    for (const event of own) scroller?.addEventListener(event, note);
    return () => {
      for (const event of own) scroller?.removeEventListener(event, note);
    };
  }, [box]);
}

/** The element in the box that has the focus, and how far below the upper edge of the box it stands, in px. */
function placeOf(box: HTMLElement | null) {
  const element = document.activeElement;
  if (!box || !element || !box.contains(element)) return null;
  return { element, topPx: element.getBoundingClientRect().top - box.getBoundingClientRect().top };
}
