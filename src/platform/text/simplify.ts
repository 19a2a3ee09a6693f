import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const known = new Map<string, string>();

/** One traditional character -> its simplified form; any other character -> itself. Kept in a small map, since calls repeat characters. */
export function simplifyChar(char: string): string {
  const cached = known.get(char);
  if (cached !== undefined) return cached;
  const converted = convert(char);
  const single = [...converted].length === 1 ? converted : char;
  known.set(char, single);
  return single;
}
