import { type Slot, SlotType } from "./schema.ts";

/** A text cut at its slots, and what is wrong with them, for people. */
export type ParsedSlots = { parts: readonly (string | Slot)[]; slots: Slot[]; faults: string[] };

const braces = /\{\{([^{}]*)\}\}/g;
const longestName = 30;

/**
 * Reads `{{姓名:text}}`, `{{日期:date}}`, `{{办理情况}}` (text when no type is named) out of a text. `slots` holds each name once,
 * in the order of the text. A slot that cannot be read stays as the words it is, with a fault that names its line.
 */
export function parseSlots(text: string): ParsedSlots {
  const parts: (string | Slot)[] = [];
  const slots = new Map<string, Slot>();
  const faults: string[] = [];
  let from = 0;
  for (const found of text.matchAll(braces)) {
    const slot = slotOf(found[1] ?? "");
    const known = typeof slot === "string" ? undefined : slots.get(slot.name);
    const fault = typeof slot === "string" ? slot : known && known.type !== slot.type ? otherType(known) : null;
    if (fault || typeof slot === "string") {
      faults.push(`第 ${lineAt(text, found.index)} 行：${fault}`);
      continue;
    }
    parts.push(text.slice(from, found.index), slot);
    slots.set(slot.name, slot);
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  faults.push(...loneBraces(text));
  return { parts: parts.filter((part) => part !== ""), slots: [...slots.values()], faults };
}

const otherType = ({ name, type }: Slot): string => `空位“${name}”前面的类型是 ${type}，同名空位的类型要一致`;

function slotOf(inside: string): Slot | string {
  const [name = "", type = "text", ...more] = inside.split(/[:：]/).map((part) => part.trim());
  if (!name) return "空位没有名称，应写作 {{姓名:text}}";
  if (name.length > longestName) return `空位名称不能超过 ${longestName} 字`;
  const known = SlotType.safeParse(type || "text");
  if (more.length || !known.success)
    return `不认识的空位类型“${[type, ...more].join(":")}”，可用 ${SlotType.options.join("、")}`;
  return { name, type: known.data };
}

/** `{{` or `}}` without its other half. */
function loneBraces(text: string): string[] {
  const rest = text.replace(braces, (slot) => " ".repeat(slot.length));
  return [...rest.matchAll(/\{\{|\}\}/g)].map(
    ({ 0: sign, index }) => `第 ${lineAt(text, index)} 行：“${sign}”没有成对`,
  );
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
