import type { Figure, Figures } from "./metrics.ts";

type Columns = Record<string, Figures | null>;

const partOfSet = /(^|\.)(p|r|tp|fp|fn)$/;

/** Prints the figures of a task, one a line, a column for each set of samples. F1 comes with precision, recall and counts. */
export function printTask(name: string, columns: Columns): void {
  const shown = Object.entries(columns).flatMap(([head, figures]) => (figures ? [{ head, figures }] : []));
  console.log(`\n${pad(name, 34)}${shown.map(({ head }) => pad(head, 40)).join("")}`);
  const names = new Set(shown.flatMap(({ figures }) => Object.keys(figures)));
  for (const figure of names) {
    if (partOfSet.test(figure)) continue;
    console.log(`  ${pad(figure, 32)}${shown.map(({ figures }) => pad(show(figures, figure), 40)).join("")}`);
  }
}

function show(figures: Figures, name: string): string {
  const figure = figures[name];
  if (!figure || figure.value === null) return "-";
  if (!/(^|\.)f1$/.test(name)) return withError(figure);
  const part = (key: string) => figures[name.replace(/f1$/, key)]?.value ?? "-";
  return `${withError(figure)} p ${part("p")} r ${part("r")} ${part("tp")}/${part("fp")}/${part("fn")}`;
}

function withError({ value, standardError, n }: Figure): string {
  if (value === null) return "-";
  return standardError === null ? String(value) : `${value.toFixed(3)} ±${standardError.toFixed(3)} (${n})`;
}

/** Chinese characters take two places on a screen. */
function pad(text: string, width: number): string {
  const wide = [...text].filter((character) => /[\u2e80-\uffef]/.test(character)).length;
  return `${text}${" ".repeat(Math.max(1, width - text.length - wide))}`;
}
