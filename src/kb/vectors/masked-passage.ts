import { mask } from "../../platform/mask.ts";
import type { Masked } from "../../ports/masked.ts";

/** A passage as it is embedded: under its title and headings, personal data masked. */
export const maskedPassage = ({ title, path, text }: { title: string; path: string; text: string }): Masked =>
  mask([title, path, text].filter(Boolean).join("\n")).text;
