import type { CallView } from "../../../types.ts";
import { Answers } from "../answers/answers.tsx";
import { ScoreShort } from "../score-short.tsx";
import { Attachments } from "./attachments.tsx";
import { Earlier } from "./earlier.tsx";
import { Phrases } from "./phrases.tsx";
import type { Uploads } from "./use-uploads.ts";

type Props = { view: CallView; hasKnowledge: boolean; mayAdd: boolean; uploads: Uploads };

/** What one looks up beside the draft. `hasKnowledge`: the answers of the base stand here and not in the draft. */
export const Beside = ({ view, hasKnowledge, mayAdd, uploads }: Props) => (
  <div className="scroll beside">
    {hasKnowledge && <Answers view={view} />}
    <Earlier orders={view.earlier} />
    <Attachments view={view} mayAdd={mayAdd} uploads={uploads} />
    {view.live && <Phrases view={view} />}
    {view.qa && <ScoreShort qa={view.qa} />}
  </div>
);
