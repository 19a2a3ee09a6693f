import type { RefObject } from "react";
import { useKey } from "../../../parts/keys.tsx";

/** J and K go down and up the rows of the list in the box; the arrow keys of the list itself go on from there. */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  const step = (name: string) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>("tbody tr[tabindex]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? 0 : at + (name === "j" ? 1 : -1);
    rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
  };
  useKey({ name: /^[jk]$/, shown: "J K", words: "列表里下一行、上一行" }, step);
}
