import { useState } from "react";
import { foldSame, type Stretch } from "./stretches.ts";

/** Two texts in one: what went is struck out, what came is marked, what stayed is folded where it is long. */
export function TextDiff({ stretches }: { stretches: readonly Stretch[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? stretches.map((each) => ({ ...each, hidden: 0 })) : foldSame(stretches);
  return (
    <div className="text-diff">
      {shown.map(({ kind, text, hidden }, at) => {
        // The pieces of one diff have no name but their place.
        const key = `${at}-${kind}`;
        if (hidden > 0)
          return (
            <button key={key} type="button" className="link" onClick={() => setWhole(true)}>
              …未变 {hidden} 字，展开…
            </button>
          );
        if (kind === "removed") return <del key={key}>{text}</del>;
        return kind === "added" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </div>
  );
}
