export { dismissConflict, listConflicts } from "./conflicts/decide-conflicts.ts";
export { type FoundConflict, findConflicts } from "./conflicts/find-conflicts.ts";
export { compareArticleJob } from "./conflicts/jobs.ts";
export { DismissConflict } from "./conflicts/schema.ts";
export type { ConflictEntry } from "./conflicts/store.ts";
export { ExportArticles, exportArticles } from "./export/export-articles.ts";
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
export { addArticleAttachment, openArticleAttachment, removeArticleAttachment } from "./lifecycle/attachments.ts";
export { checkArticle } from "./lifecycle/check-article.ts";
export { createArticle } from "./lifecycle/create-article.ts";
export { DiffPart, DiffSentence } from "./lifecycle/diff-text.ts";
export { diffVersions, type Side, type VersionDiff } from "./lifecycle/diff-versions.ts";
export { editArticle } from "./lifecycle/edit-article.ts";
export { publishScheduledJob } from "./lifecycle/jobs.ts";
export { addComment, listNotes, resolveComment } from "./lifecycle/notes.ts";
export { previewArticle } from "./lifecycle/preview-article.ts";
export { publishArticle } from "./lifecycle/publish-article.ts";
export { listVersions, readVersion } from "./lifecycle/read-versions.ts";
export { restoreVersion } from "./lifecycle/restore-version.ts";
export { retireArticle } from "./lifecycle/retire-article.ts";
export { reviewArticle } from "./lifecycle/review-article.ts";
export * from "./lifecycle/schema.ts";
export type { Note } from "./lifecycle/store.ts";
export { submitArticle, withdrawArticle } from "./lifecycle/submit-article.ts";
export { unscheduleArticle } from "./lifecycle/unschedule-article.ts";
export { type ArticleView, readArticle, viewOf } from "./lifecycle/view-article.ts";
export { countDesk, listArticles, listFacets } from "./list-articles.ts";
export { listBulletins } from "./list-bulletins.ts";
export { keepPostingsJob } from "./postings/jobs.ts";
export { questionOf } from "./question.ts";
export * from "./schema.ts";
export { countWordsJob, learnBridgeJob } from "./search/jobs.ts";
export { type AnswerPair, learnBridge, rememberPair } from "./search/learn-bridge.ts";
export { questionVector } from "./search/question-vector.ts";
export { refreshStatistics } from "./search/refresh-statistics.ts";
export { searchArticles } from "./search-articles.ts";
export { callValues } from "./slots/call-values.ts";
export { type FillFrom, fillArticle, fillTemplate, listTemplates } from "./slots/fill-for-call.ts";
export { fillSlots } from "./slots/fill-slots.ts";
export { parseSlots } from "./slots/parse-slots.ts";
export { Filled, Slot, type SlotValue } from "./slots/schema.ts";
export type { Article } from "./store.ts";
export type { ArticleVersion } from "./store-versions.ts";
export { suggestAnswers } from "./suggest-answers.ts";
export { suggestAnswersForCall } from "./suggest-answers-for-call.ts";
export { articles, articleVersions, passages } from "./table.ts";
export * from "./use/index.ts";
export { embedPassagesJob } from "./vectors/jobs.ts";
export { readVectors, VectorsView } from "./vectors/read-vectors.ts";
export { servingSet } from "./vectors/serving-set.ts";
export { passageVectors, vectorSets } from "./vectors/table.ts";
export { wantEmbedder } from "./vectors/want-embedder.ts";
