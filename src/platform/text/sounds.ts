import { pinyin } from "pinyin-pro";
import { lastFew } from "./last-few.ts";

const known = new Map<string, string>();

/** Sounds that recognisers and accents take for one another: zh/z, ch/c, sh/s, -ng/-n, l/n, h/f. */
function blur(sound: string): string {
  return sound
    .replace(/^(z|c|s)h/, "$1")
    .replace(/^l/, "n")
    .replace(/^f/, "h")
    .replace(/(?<=[aei])ng$/, "n");
}

/** Sound of one character without tone, with easily confused sounds made alike; a character without a reading -> itself. */
export function soundOf(char: string): string {
  const cached = known.get(char);
  if (cached !== undefined) return cached;
  const sound = blur(pinyin(char, { toneType: "none", type: "array" })[0] ?? char);
  known.set(char, sound);
  return sound;
}

/** Whether two words of equal length sound alike. */
export function soundsLike(left: string, right: string): boolean {
  return left.length === right.length && [...left].every((char, at) => soundOf(char) === soundOf(right.charAt(at)));
}

const soundsOfText = lastFew((text: string) => [...text].map(soundOf));

/** First place in `text` where `name` is said, exactly or by sound: its start and length, and whether the words are exact. Null when not said. */
export function findName(text: string, name: string): { start: number; end: number; exact: boolean } | null {
  const exact = text.indexOf(name);
  if (exact >= 0) return { start: exact, end: exact + name.length, exact: true };
  if (name.length < 3) return null;
  const said = soundsOfText(text);
  const [first, ...rest] = soundsOfText(name);
  for (let at = 0; at + name.length <= said.length; at += 1) {
    if (said[at] === first && rest.every((sound, index) => said[at + 1 + index] === sound)) {
      return { start: at, end: at + name.length, exact: false };
    }
  }
  return null;
}
