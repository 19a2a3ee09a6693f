import { z } from "zod";
import { Text } from "./common.ts";

/** What a rule pack says of itself. An order keeps the id and version of the pack it was made under. */
export const Pack = z.strictObject({ id: Text, title: Text, source: Text, version: Text, note: Text.optional() });
export type Pack = z.infer<typeof Pack>;
