/** What a spreadsheet would run, also with apostrophes before it. */
const formula = /^'*\s*[=+\-@\t\r＝＋－＠]/u;
const guarded = /^'+\s*[=+\-@\t\r＝＋－＠]/u;

/** A text for a cell: what a spreadsheet would take for a formula gets an apostrophe before it, which `fromCell` takes away again. */
export const toCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text of a cell that `toCell` made. */
export const fromCell = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
