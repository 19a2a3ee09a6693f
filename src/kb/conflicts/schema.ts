import { z } from "zod";

export const DismissConflict = z.strictObject({
  reason: z.string().trim().min(1, "请写明原因").max(1_000, "原因不能超过 1000 字"),
});
export type DismissConflict = z.infer<typeof DismissConflict>;
