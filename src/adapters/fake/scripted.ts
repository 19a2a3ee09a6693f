/** What a fake answers: always the same, one after the other (then the last again), or by the call. */
export type Script<Call, Answer> = Answer | readonly Answer[] | ((call: Call) => Answer | Promise<Answer>);

/** Gives the answer to each call and keeps the calls; an answer that is an Error is thrown. */
export function scripted<Call, Answer>(
  script: Script<Call, Answer>,
): {
  calls: Call[];
  answer(call: Call): Promise<Answer>;
} {
  const calls: Call[] = [];
  return {
    calls,
    async answer(call) {
      calls.push(call);
      const answer = await pick(script, call, calls.length - 1);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

function pick<Call, Answer>(script: Script<Call, Answer>, call: Call, at: number): Answer | Promise<Answer> {
  if (isFunction(script)) return script(call);
  if (!isList(script)) return script;
  const answer = script[Math.min(at, script.length - 1)];
  if (answer === undefined) throw new Error("a fake was given an empty list");
  return answer;
}

const isFunction = <Call, Answer>(script: Script<Call, Answer>): script is (call: Call) => Answer | Promise<Answer> =>
  typeof script === "function";
const isList = <Call, Answer>(script: Script<Call, Answer>): script is readonly Answer[] => Array.isArray(script);
