import type { KeyboardEvent } from "react";

type Actions = { edit: (() => void) | undefined; act: (() => void) | undefined };

/** The keys of a line: Enter or F2 edits, Space acts, Y shows the reason, arrows go to the lines above and below. */
export function moveOrAct(event: KeyboardEvent<HTMLElement>, { edit, act }: Actions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "F2" || event.key === "Enter") edit?.();
  else if (event.key === " ") act?.();
  else if (event.key === "y") showReason(event.currentTarget);
  else if (event.key === "ArrowDown") step(event.currentTarget, 1);
  else if (event.key === "ArrowUp") step(event.currentTarget, -1);
  else return;
  event.preventDefault();
}

const showReason = (value: HTMLElement) =>
  value.closest(".field")?.querySelector<HTMLElement>('[aria-label$="的依据"]')?.click();

function step(from: HTMLElement, by: 1 | -1): void {
  const values = [...(from.closest(".draft")?.querySelectorAll<HTMLElement>(".field-value") ?? [])];
  values[values.indexOf(from) + by]?.focus();
}
