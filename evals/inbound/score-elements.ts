import { type Measured, note, noteTotal } from "../metrics.ts";
import { foundWords, plain, textF1 } from "../scorers.ts";
import type { ElementAnswer, InboundSample, OrderAnswer } from "../shapes.ts";

const keys = ["name", "contact", "time", "place", "event", "target", "priorHandling", "demand"];
const freeText = new Set(["event", "demand", "priorHandling", "target", "place"]);
const titles = ["先生", "女士", "某", "大爷", "阿姨", "师傅", "大姐", "老师", ""];
const digits = (value: unknown) => String(value || "").replace(/\D/g, "");

type Check = (element: ElementAnswer | undefined, wanted: string, sample: InboundSample) => boolean;

const checks: Record<string, Check> = {
  contact: (element, wanted) => digits(element?.value) === digits(wanted),
  name: (element, wanted) => plain(element?.value) === plain(wanted) || sameSurname(element?.value, wanted),
  time(element, wanted, sample) {
    const value = String(element?.value || "");
    if (/^\d{4}-\d\d-\d\d/.test(wanted)) return value.slice(0, 10) === wanted.slice(0, 10);
    if (value === "") return false;
    return (
      foundWords(element, sample, "time") || textF1(value, wanted) >= 0.4 || value.slice(0, 7) === wanted.slice(0, 7)
    );
  },
};

/** A surname with a title is the whole name when no more was said. */
function sameSurname(value: unknown, wanted: string): boolean {
  const [given, name] = [[...plain(value)], [...plain(wanted)]];
  return Boolean(value) && given[0] === name[0] && name.length <= 3 && titles.includes(name.slice(1).join(""));
}

function sameText(key: string, element: ElementAnswer | undefined, wanted: string, sample: InboundSample): boolean {
  if (!element?.value) return false;
  const [given, name] = [plain(element.value), plain(wanted)];
  if (foundWords(element, sample, key) || textF1(element.value, wanted) >= 0.35) return true;
  return (name !== "" && given.includes(name)) || (given.length >= 3 && name.includes(given));
}

/** Scores each element that was spoken, and that nothing was made up for a name or number that was not. */
export function scoreElements(measured: Measured, sample: InboundSample, order: OrderAnswer): void {
  const elements = order.elements ?? {};
  for (const key of keys) {
    const wanted = sample.gold.elements[key];
    const element = elements[key];
    if (wanted) {
      const check = checks[key];
      if (freeText.has(key)) note(measured, `text_${key}`, textF1(element?.value, wanted));
      note(measured, `el_${key}`, check ? check(element, wanted, sample) : sameText(key, element, wanted, sample));
    } else if (key === "name" || key === "contact") {
      const callerNumber = key === "contact" && String(element?.value) === sample.callerNumber;
      note(measured, `el_${key}_absent`, !element?.value || callerNumber);
    }
  }
  scoreQuotes(measured, sample, order);
}

function scoreQuotes(measured: Measured, sample: InboundSample, order: OrderAnswer): void {
  for (const element of Object.values(order.elements ?? {})) {
    const quote = element?.quote;
    if (!quote) continue;
    noteTotal(measured, "quotes", 1);
    const stands = sample.utterances.some(({ text }) => text.includes(quote));
    noteTotal(measured, "quotesNotInTranscript", stands ? 0 : 1);
  }
}

/** Every threat must be quoted, and in words that were said. */
export function scoreThreats(measured: Measured, { gold, utterances }: InboundSample, order: OrderAnswer): void {
  if (gold.threatQuotes.length === 0) return;
  const said = plain(utterances.map(({ text }) => text).join(""));
  const quoted = (threat: string) =>
    (order.threatQuotes ?? []).some((quote) => textF1(quote, threat) >= 0.6 && said.includes(plain(quote)));
  note(measured, "threatQuote", gold.threatQuotes.every(quoted));
}
