import { type ReactNode, useState } from "react";
import type { Verdict } from "../../../types-quality.ts";
import { folded, groupOf, lookedAt, type ReviewLine } from "./lines.ts";

type Props = { lines: readonly ReviewLine[]; children: (line: ReviewLine) => ReactNode };

const titles: Partial<Record<Verdict, string>> = { 待人工: "待人工：系统不判，要人听" };

/** The rubric by the engine's verdict: what wants a look stands open, what passed is folded. */
export function ItemList({ lines, children }: Props) {
  return (
    <>
      {lookedAt.map((verdict) => (
        <Group key={verdict} verdict={verdict} lines={groupOf(lines, verdict)}>
          {children}
        </Group>
      ))}
      {folded.map((verdict) => (
        <Folded key={verdict} verdict={verdict} lines={groupOf(lines, verdict)}>
          {children}
        </Folded>
      ))}
    </>
  );
}

type GroupProps = Props & { verdict: Verdict };

function Group({ verdict, lines, children }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={verdict}>
      <h2>
        {titles[verdict] ?? verdict} {lines.length}
      </h2>
      <ol className="qa-items">{lines.map(children)}</ol>
    </section>
  );
}

function Folded({ verdict, lines, children }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  if (lines.length === 0) return null;
  return (
    <section aria-label={verdict}>
      <h2>
        <button type="button" className="fold-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "▾" : "▸"} {verdict} {lines.length}
        </button>
      </h2>
      {isOpen && <ol className="qa-items">{lines.map(children)}</ol>}
    </section>
  );
}
