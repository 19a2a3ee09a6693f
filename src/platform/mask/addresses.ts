import type { Span } from "./entity.ts";

const number = "(?:[0-9]{1,5}|[a-z](?![a-z])|[零〇一二两三四五六七八九十百幺]{1,6})";
const gap = "[，,、\\s的]{0,2}";
const building = `${number}(?:号楼|号院|栋|幢|座|单元|号|弄|排|组|队)(?![线码召称令文台机])`;
const bareRoom = "(?:[0-9]{3,4}|[零〇一二两三四五六七八九幺]{3,4})(?![0-9零〇一二两三四五六七八九十幺个年月])";
const room = `(?:${number}(?:室|户|层楼|层|楼|房间|号房|房|门)|${bareRoom})`;
const dashed = "[0-9]{1,3}[-—][0-9]{1,3}(?:[-—][0-9]{1,5})?(?:室|号)?";
const fine = new RegExp(
  `(?:${building}|(?<![0-9])${dashed})(?:${gap}${building}){0,3}(?:(?<=楼|栋|幢|座|单元)${gap}${room})?`,
  "g",
);

const roadEnd = "(?:大道|大街|胡同|路|街|巷|弄|里|村|庄|屯|院)";
const estateEnd =
  "(?:小区|花园|家园|嘉园|新村|公寓|大厦|广场|宿舍|家属院|家属楼|中心|市场|工业园|产业园|花苑|名苑|雅苑|苑|园|城|府|庭|湾|郡|居|里|都|阁|墅|院|村|期|区)";
const named = new RegExp(`(\\p{Script=Han}{0,6}?(?:${roadEnd}|${estateEnd}))[，,、\\s]{0,2}$`, "u");
const unnamed = /(\p{Script=Han}{2,6})[，,\s]{0,1}$/u;
/** What stands before an estate's or a road's own name, and is not part of it. */
const boundary =
  /.*(?:街道|社区|开发区|新区|高新区|[省市县镇乡](?!场)|(?<!小|校|园|厂|城|.期)区(?!.{0,1}$)|住在|位于|地址|我们|他们|反映|我家|是|在|到|叫|住|我|的|就|这个|那个|这|那|对面|旁边)/u;

const lookBack = 16;
const generic = new RegExp(`^${estateEnd}$`);
const buildings = /号楼|栋|幢|座|单元|室|号院/g;

/** Addresses from the road's or estate's name to the finest part told; a bare road or street is none. Text is folded. */
export function findAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(fine)) {
    const before = text.slice(Math.max(0, match.index - lookBack), match.index);
    const isDetailed = (match[0].match(buildings) ?? []).length >= 2;
    const name = nameBefore(before, isDetailed);
    if (name > 0 || isDetailed) {
      spans.push({ type: "address", start: match.index - name, end: match.index + match[0].length });
    }
  }
  return spans;
}

/** Characters of the name that ends right before; 0 when there is none. */
function nameBefore(before: string, isDetailed: boolean): number {
  const match = named.exec(before) ?? (isDetailed ? unnamed.exec(before) : null);
  const words = match?.[1];
  if (!match || words === undefined) return 0;
  const own = words.replace(boundary, "");
  return own.length < 2 || generic.test(own) ? 0 : own.length + (match[0].length - words.length);
}
