import type { Masked } from "../ports/masked.ts";
import { AppError } from "./errors.ts";
import { findAddresses } from "./mask/addresses.ts";
import { type Entity, type EntityType, type Span, withoutOverlaps } from "./mask/entity.ts";
import { fold } from "./mask/fold.ts";
import { findNames } from "./mask/names.ts";
import { findNumbers } from "./mask/numbers.ts";
import { findWritten } from "./mask/written.ts";

export type { Entity, EntityType } from "./mask/entity.ts";
export { entityTypes } from "./mask/entity.ts";

/** From the token that stands in the masked text to the words it hides. */
export type MaskKey = ReadonlyMap<string, string>;

const labels: Record<EntityType, string> = {
  phone: "手机",
  landline: "座机",
  idcard: "身份证",
  name: "姓名",
  address: "地址",
  plate: "车牌",
  bankcard: "银行卡",
  email: "邮箱",
  wechat: "微信",
};

/**
 * Replaces personal data by tokens such as [手机1]; the same words get the same token. `entities` are character offsets in
 * `text` (contracts.md section 8). Throws AppError `unavailable` rather than give out a number it could not hide.
 */
export function mask(text: string): { text: Masked; key: MaskKey; entities: Entity[] } {
  const entities = findEntities(text);
  const tokens = new Map<string, string>();
  const key = new Map<string, string>();
  let out = "";
  let from = 0;
  for (const entity of entities) {
    const token = tokens.get(entity.text) ?? freeToken(text, entity.type, key);
    tokens.set(entity.text, token);
    key.set(token, entity.text);
    out += text.slice(from, entity.start) + token;
    from = entity.end;
  }
  out += text.slice(from);
  if (findNumbers(fold(out)).length) throw new AppError("unavailable", "个人信息未能完全遮蔽，已停止外发");
  return { text: out as Masked, key, entities };
}

function findEntities(text: string): Entity[] {
  const folded = fold(text);
  const found: Span[] = [
    ...findWritten(folded),
    ...findNumbers(folded),
    ...findAddresses(folded),
    ...findNames(folded),
  ];
  return withoutOverlaps(found, text.length).map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

/** A token that the caller did not happen to say, so that unmasking gives back the same words. */
function freeToken(text: string, type: EntityType, key: MaskKey): string {
  for (let count = key.size + 1; ; count += 1) {
    const token = `[${labels[type]}${count}]`;
    if (!key.has(token) && !text.includes(token)) return token;
  }
}

/** Puts the hidden words back; a token the key does not know stays as it is. */
export const unmask = (text: string, key: MaskKey): string =>
  text.replace(/\[\p{Script=Han}{1,4}\d{1,6}\]/gu, (token) => key.get(token) ?? token);

/** For words we wrote ourselves: prompts and rule data. */
export const trusted = (text: string): Masked => text as Masked;

/** Data between tags, which it cannot close. */
export const fence = (tag: string, text: Masked): Masked =>
  trusted(`<${tag}>\n${text.replaceAll("<", "＜").replaceAll(">", "＞")}\n</${tag}>`);
