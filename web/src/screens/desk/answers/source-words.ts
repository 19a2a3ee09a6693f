import { dayOf } from "../../../parts/time.ts";
import type { Answer } from "../../../types.ts";

/** Where an answer comes from: agency, legal basis, version. */
export const sourceWords = ({ agency, legalBasis, version }: Answer): string =>
  [agency ?? "未注明单位", legalBasis, version === undefined ? null : `第 ${version} 版`].filter(Boolean).join(" · ");

/** From when to when it holds. `validUntil` is the first moment it no longer does. */
export function validityWords({ validFrom, validUntil }: Answer): string {
  const until = validUntil ? dayOf(new Date(Date.parse(validUntil) - 1).toISOString()) : null;
  if (validFrom && until) return `${dayOf(validFrom)} 至 ${until} 有效`;
  if (validFrom) return `${dayOf(validFrom)} 起有效`;
  return until ? `${until} 前有效` : "长期有效";
}
