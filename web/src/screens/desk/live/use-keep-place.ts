import { type RefObject, useEffect } from "react";

/**
 * When what stands above the columns grows or shrinks, the columns are scrolled by as much: what one reads or types
 * stays where it is.
 */
export function useKeepPlace(top: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const above = top.current;
    const below = above?.nextElementSibling;
    if (!above || !below) return;
    let heightPx = above.offsetHeight;
    const observer = new ResizeObserver(() => {
      const grownPx = above.offsetHeight - heightPx;
      heightPx += grownPx;
      for (const scroller of below.querySelectorAll(".keeps-place")) scroller.scrollTop += grownPx;
    });
    observer.observe(above);
    return () => observer.disconnect();
  }, [top]);
}
