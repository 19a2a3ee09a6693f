import { type RefObject, useEffect } from "react";

/**
 * While something is edited the browser keeps it in its place when lines above grow or go (scroll anchoring), but never
 * in a box that is not scrolled at all: such a box is scrolled by the least there is.
 */
export function useSteadyScroll(box: RefObject<HTMLElement | null>, isEditing: boolean): void {
  useEffect(() => {
    if (isEditing && box.current?.scrollTop === 0) box.current.scrollTop = 1;
  }, [box, isEditing]);
}
