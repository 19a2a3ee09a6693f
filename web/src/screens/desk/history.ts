import { readableMoment } from "../../parts/time.ts";
import type { City, ElementKey, Elements, OrderChanges, OrderEdit } from "../../types.ts";

const labels: Record<string, string> = {
  kind: "诉求类型",
  urgent: "紧急程度",
  urgentClass: "紧急类别",
  scope: "受理范围",
  category: "事项分类",
  agencies: "牵头单位",
  district: "区",
  street: "街道",
  confidential: "是否保密",
  title: "标题",
  summary: "主要内容",
};

/** Which lines of the screen each field of the row stands in. */
const lines: Record<string, string> = { agencies: "lead", urgentClass: "urgent", district: "area", street: "area" };

/** The lines that a person changed: they are marked as a person's. */
export const typedByPeople = (edits: readonly OrderEdit[]): Set<string> =>
  new Set(edits.map(({ field }) => lines[field] ?? field));

export type Change = { label: string; before: string; after: string };

/** An edit as a person reads it; elements one by one, and nothing for what only follows from them. */
export function changesOf(edit: OrderEdit, city: City): Change[] {
  if (edit.field === "elements") return elementChanges(edit, city);
  const label = labels[edit.field];
  return label ? [{ label, before: plainWords(edit.before), after: plainWords(edit.after) }] : [];
}

const elementsIn = (value: unknown) => (value ?? {}) as Elements;

function changedKeys({ before, after }: OrderEdit): ElementKey[] {
  const [old, now] = [elementsIn(before), elementsIn(after)];
  const keys = Object.keys({ ...old, ...now }) as ElementKey[];
  return keys.filter((key) => old[key]?.value !== now[key]?.value || old[key]?.status !== now[key]?.status);
}

const elementChanges = (edit: OrderEdit, city: City): Change[] =>
  changedKeys(edit).map((key) => ({
    label: city.elements.find((element) => element.key === key)?.label ?? key,
    before: elementWords(elementsIn(edit.before)[key]),
    after: elementWords(elementsIn(edit.after)[key]),
  }));

const elementWords = (element: Elements[ElementKey]) => readableMoment(element?.value ?? element?.status ?? "（空）");

function plainWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "（空）";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value !== "object") return String(value);
  const { level1, item, lead } = value as { level1?: string; item?: string; lead?: string | null };
  return item ? `${level1} / ${item}` : (lead ?? "（空）");
}

/** The edits of the newest version, when this person made them and nobody changed the order since; else none. */
export function lastOwnEdits(
  edits: readonly OrderEdit[],
  version: number,
  isMine: (by: string) => boolean,
): OrderEdit[] {
  const newest = edits.filter((edit) => edit.version === version);
  return newest.every(({ by }) => isMine(by)) ? newest : [];
}

/** What to ask of the server so that these edits are taken back. */
export function undoChanges(edits: readonly OrderEdit[]): OrderChanges {
  return Object.assign({}, ...edits.map(undoOne)) as OrderChanges;
}

function undoOne(edit: OrderEdit): OrderChanges {
  const { field, before } = edit;
  if (field === "elements")
    return { elements: Object.fromEntries(changedKeys(edit).map((key) => [key, typedBefore(edit, key)])) };
  if (field === "category") {
    const { level1, item } = before as { level1: string; item: string };
    return { category: { level1, item } };
  }
  if (field === "agencies") return { leadAgency: (before as { lead: string | null } | null)?.lead ?? null };
  return field in labels ? { [field]: before } : {};
}

function typedBefore({ before }: OrderEdit, key: ElementKey) {
  const element = elementsIn(before)[key];
  return { value: element?.value ?? null, status: element?.status ?? "未询问" };
}
