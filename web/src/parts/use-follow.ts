import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const nearEndPx = 40;

/**
 * Keeps a scrolled box at its end while things are added, unless the reader scrolled up. `count` is how many there are;
 * gives how many came unseen and what goes back to the end.
 */
export function useFollow(box: RefObject<HTMLElement | null>, count: number, isOn: boolean) {
  const isAtEnd = useRef(true);
  const [seen, setSeen] = useState(Number.POSITIVE_INFINITY);
  const toEnd = useCallback(() => {
    isAtEnd.current = true;
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [box]);
  useEffect(() => {
    const scroller = box.current;
    if (!scroller || !isOn) return;
    const onScroll = () => {
      // A box that is hidden has no place in it.
      if (scroller.clientHeight === 0) return;
      isAtEnd.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;
      if (isAtEnd.current) setSeen(Number.POSITIVE_INFINITY);
      else setSeen((before) => Math.min(before, scroller.querySelectorAll("[data-i]").length));
    };
    const stay = () => isAtEnd.current && toEnd();
    const observer = new ResizeObserver(stay);
    observer.observe(scroller);
    if (scroller.firstElementChild) observer.observe(scroller.firstElementChild);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    stay();
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    };
  }, [box, isOn, toEnd]);
  return { unseen: isOn ? Math.max(0, count - seen) : 0, toEnd };
}
