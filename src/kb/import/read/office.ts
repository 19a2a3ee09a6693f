import { AppError } from "../../../platform/errors.ts";
import type { Budget } from "./reading.ts";
import { partsOf } from "./zip-parts.ts";

/**
 * Unpacks an office file to nowhere, so that its real size is known before a library takes it whole into memory.
 * Throws AppError `unreadable` past `mostXmlBytes` and for XML with a document type (no office program writes one), `too_large` for a bomb.
 */
export async function measureOffice(path: string, budget: Budget, mostXmlBytes: number): Promise<void> {
  let xmlBytes = 0;
  for await (const part of partsOf(path, budget)) {
    const { bytes, head } = await part.measure();
    if (!/\.(xml|rels|vml)$/i.test(part.name)) continue;
    xmlBytes += bytes;
    if (head.includes("<!DOCTYPE") || head.includes("<!ENTITY"))
      throw new AppError("unreadable", "文档内含不安全的定义，已拒绝");
    if (xmlBytes > mostXmlBytes)
      throw new AppError("unreadable", `文件展开后超过 ${mostXmlBytes / 2 ** 20} MB，请拆分，或另存为 CSV 再导入`);
  }
}
