import type { Figures } from "./metrics.ts";
import { readJsonLines, runVerb } from "./run-verb.ts";
import type { Split } from "./shapes.ts";

/** All samples of the files, and apart those that no rule was tuned on (none in files without splits). */
export type Measurement = { all: Figures; report: Figures | null };
export type Task = { name: string; run: (samplesFiles: string[]) => Measurement | Promise<Measurement> };

type Definition<Sample, Result> = {
  name: string;
  /** The batch verb of the command line that answers. */
  verb: string;
  /** What the verb is given: the sample without its answers. */
  question: (sample: Sample) => object;
  score: (samples: Sample[], results: Map<string, Result>) => Figures;
};

/** A task in four words: samples, verb, scorer, figures. */
export function defineTask<Sample extends Split, Result extends { id: string | null }>(
  definition: Definition<Sample, Result>,
): Task {
  const { name, verb, question, score } = definition;
  const run = (samplesFiles: string[]): Measurement => {
    const samples = samplesFiles.flatMap((file) => readJsonLines<Sample>(file));
    const results = runVerb<Result>(verb, samples.map(question));
    const unseen = samples.filter(({ split }) => split === "report");
    return { all: score(samples, results), report: unseen.length > 0 ? score(unseen, results) : null };
  };
  return { name, run };
}
