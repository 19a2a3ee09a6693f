/** Where a file of an article is had. */
export const fileUrl = (articleId: string, fileId: string): string =>
  `/api/articles/${encodeURIComponent(articleId)}/attachments/${encodeURIComponent(fileId)}`;
