import type { CallListEntry, Engine } from "../types.ts";
import { engineWords, stateWords } from "./words.ts";

/** Where a value comes from. What a person typed never looks like what a machine proposed. */
export const SourceTag = ({ engine }: { engine: Engine }) => (
  <span className={`source source-${engine}`} title={`来源：${engineWords[engine]}`}>
    {engineWords[engine]}
  </span>
);

export const StateTag = ({ state }: { state: CallListEntry["state"] }) => (
  <span className={`state state-${state}`}>{stateWords[state]}</span>
);

export const UrgentTag = ({ urgent }: { urgent: string }) =>
  urgent === "紧急" ? <span className="urgent">紧急</span> : null;
