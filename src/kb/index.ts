export { getArticle } from "./get-article.ts";
export { cancelImport, changeMapping, confirmImport } from "./import/decide-import.ts";
export { getImport, listImports } from "./import/get-import.ts";
export { importJob } from "./import/jobs.ts";
export { readArticles } from "./import/read-articles.ts";
export { receiveImport } from "./import/receive-import.ts";
export {
  ChangeImport,
  ImportEncoding,
  ImportFault,
  ImportMapping,
  ImportPreview,
  ImportState,
} from "./import/schema.ts";
export type { ArticleImport } from "./import/store-imports.ts";
export { importArticles } from "./import-articles.ts";
export { listArticles } from "./list-articles.ts";
export { questionOf } from "./question.ts";
export * from "./schema.ts";
export { searchArticles } from "./search-articles.ts";
export { callValues } from "./slots/call-values.ts";
export { fillSlots } from "./slots/fill-slots.ts";
export { parseSlots } from "./slots/parse-slots.ts";
export { Filled, Slot, type SlotValue } from "./slots/schema.ts";
export type { Article } from "./store.ts";
export { suggestAnswers } from "./suggest-answers.ts";
export { suggestAnswersForCall } from "./suggest-answers-for-call.ts";
export { articles, articleVersions, passages } from "./table.ts";
export * from "./use/index.ts";
