import type { Seat } from "../../types-quality.ts";

/** `林晓 A1001`, or the number alone. */
export const seatWords = ({ agentId, name }: Pick<Seat, "agentId" | "name">): string =>
  name ? `${name} ${agentId}` : agentId;
