import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Model } from "./model.ts";

/** A model as JSON. */
export const Packed = z.object({
  version: z.literal(1),
  settings: z.object({
    gramLengthMax: z.int().min(0).max(8),
    withWords: z.boolean(),
    withMarks: z.boolean(),
    hashBits: z.int().min(8).max(22),
  }),
  labels: z.array(z.string()).min(2),
  labelShares: z.array(z.number()),
  temperature: z.number().positive(),
  bias: z.array(z.number()),
  raritySize: z.number(),
  weightSize: z.number(),
  places: z.string(),
  rarity: z.string(),
  weights: z.string(),
});
export type Packed = z.infer<typeof Packed>;

const steps = 32767;

/** Numbers in 16 bits each, as text, and the size of the largest. */
export function packNumbers(numbers: Float32Array): { size: number; text: string } {
  const size = numbers.reduce((max, number) => Math.max(max, Math.abs(number)), 0) || 1;
  const short = Int16Array.from(numbers, (number) => Math.round((number / size) * steps));
  return { size, text: base64Of(short) };
}

const base64Of = (array: Int16Array | Int32Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, "base64");
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Reads what `packNumbers` wrote. */
export const unpackNumbers = (text: string, size: number): Float32Array =>
  Float32Array.from(new Int16Array(bytesOf(text)), (short) => (short / steps) * size);

/** A model as plain JSON: weights in 16 bits each, which no decision feels. */
export function packModel(model: Model): Packed {
  const { version, settings, labels, temperature } = model;
  const rarity = packNumbers(model.rarity);
  const weights = packNumbers(model.weights);
  return {
    version,
    settings,
    labels: [...labels],
    labelShares: [...model.labelShares],
    temperature,
    bias: [...model.bias],
    raritySize: rarity.size,
    weightSize: weights.size,
    places: base64Of(model.places),
    rarity: rarity.text,
    weights: weights.text,
  };
}

/** Reads what `packModel` wrote. Throws AppError `unreadable` when it is anything else. */
export function unpackModel(value: unknown): Model {
  const parsed = Packed.safeParse(value);
  if (!parsed.success) throw new AppError("unreadable", "分类器数据不完整或版本不符", { detail: parsed.error.message });
  const { raritySize, weightSize, bias, labelShares, ...rest } = parsed.data;
  const places = new Int32Array(bytesOf(rest.places));
  const rarity = unpackNumbers(rest.rarity, raritySize);
  const weights = unpackNumbers(rest.weights, weightSize);
  const labelCount = rest.labels.length;
  const fits = [
    rarity.length === places.length,
    weights.length === places.length * labelCount,
    bias.length === labelCount,
  ];
  if (fits.includes(false)) throw new AppError("unreadable", "分类器数据不完整或版本不符");
  const numbers = {
    places,
    rarity,
    weights,
    bias: Float32Array.from(bias),
    labelShares: Float32Array.from(labelShares),
  };
  return { ...rest, ...numbers };
}
