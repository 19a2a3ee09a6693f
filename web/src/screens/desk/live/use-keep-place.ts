import { type RefObject, useEffect } from "react";

/**
 * When what stands above the columns grows or shrinks, the columns are scrolled by as much: what one reads or types
 * stays where it is, or in sight when that place is covered now.
 */
export function useKeepPlace(top: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const above = top.current;
    const below = above?.nextElementSibling;
    if (!above || !below) return;
    // A box that gets higher may be moved by the browser before we hear of it: its last scroll event tells where it stood.
    const places = new WeakMap<EventTarget, number>();
    const note = ({ target }: Event) => target instanceof Element && places.set(target, target.scrollTop);
    below.addEventListener("scroll", note, { capture: true, passive: true });
    let { height: heightPx } = above.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const grownPx = above.getBoundingClientRect().height - heightPx;
      heightPx += grownPx;
      const stoodAt = (box: Element) => (grownPx < 0 ? places.get(box) : undefined) ?? box.scrollTop;
      for (const box of below.querySelectorAll(".keeps-place")) box.scrollTop = stoodAt(box) + grownPx;
      const typed = document.activeElement;
      if (typed?.closest(".keeps-place")) typed.scrollIntoView({ block: "nearest" });
    });
    observer.observe(above);
    return () => {
      observer.disconnect();
      below.removeEventListener("scroll", note, { capture: true });
    };
  }, [top]);
}
