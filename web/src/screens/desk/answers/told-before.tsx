import { shortTime } from "../../../parts/time.ts";
import type { Answer, Told } from "../../../types.ts";
import { toldOf } from "./use-answers.ts";

type Props = { told: readonly Told[]; answers: readonly Answer[]; onUndo: (told: Told) => void };

/** What was told earlier in the call and stands above no more. */
export function ToldBefore({ told, answers, onUndo }: Props) {
  const shown = new Set(answers.map((answer) => toldOf(told, answer)?.id));
  const before = told.filter(({ id }) => !shown.has(id));
  if (before.length === 0) return null;
  return (
    <ol aria-label="这通电话里告知过" className="told-before">
      {before.map((each) => (
        <li key={each.id} title={each.text}>
          <span className="told">✓ 已告知</span> {each.title}
          <span className="quiet">
            {" "}
            第 {each.version} 版 · {shortTime(each.at)}
          </span>{" "}
          {each.isMine && (
            <button type="button" className="link" onClick={() => onUndo(each)}>
              撤销
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
