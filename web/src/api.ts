import { ApiError, request, withQuery } from "./request.ts";
import type {
  Article,
  ArticleHead,
  AuditEntry,
  CallListEntry,
  CallView,
  City,
  Demo,
  Me,
  NewUser,
  OrderChanges,
  OrderEdit,
  OrderResult,
  SearchResult,
  User,
} from "./types.ts";

const path = encodeURIComponent;

/** Every call of the server that a screen makes. All throw ApiError. */
export const api = {
  me: () => request<Me>("GET", "/api/me"),
  demo: () => request<Demo>("GET", "/api/demo"),
  city: () => request<City>("GET", "/api/city"),
  signIn,
  demoSignIn: (role: string) => request<unknown>("POST", "/api/demo/sign-in", { role }),
  signOut: () => request<unknown>("POST", "/api/auth/sign-out", {}),
  calls: (query: { state?: string; direction?: string; limit?: number }) =>
    request<{ items: CallListEntry[] }>("GET", withQuery("/api/calls", query)),
  call: (id: string) => request<CallView>("GET", `/api/calls/${path(id)}`),
  order: (id: string) => request<{ order: OrderResult; edits: OrderEdit[] }>("GET", `/api/orders/${path(id)}`),
  editOrder: (id: string, version: number, changes: OrderChanges) =>
    request<OrderResult>("PATCH", `/api/orders/${path(id)}`, { version, changes }),
  confirmOrder: (id: string, version: number) =>
    request<OrderResult>("POST", `/api/orders/${path(id)}/confirm`, { version }),
  articles: () => request<{ items: ArticleHead[] }>("GET", "/api/articles"),
  article: (id: string) => request<Article>("GET", `/api/articles/${path(id)}`),
  searchArticles: (text: string) => request<SearchResult>("GET", withQuery("/api/articles/search", { text, k: 10 })),
  audit: () => request<{ items: AuditEntry[]; brokenAt: number | null }>("GET", "/api/audit?limit=200"),
  users: () => request<{ items: User[] }>("GET", "/api/users"),
  createUser: (user: NewUser) => request<User>("POST", "/api/users", user),
};

/** better-auth answers in English; a person is told in plain Chinese. */
async function signIn(username: string, password: string): Promise<void> {
  try {
    await request<unknown>("POST", "/api/auth/sign-in/username", { username, password });
  } catch (error) {
    if (error instanceof ApiError && [400, 401, 422].includes(error.status))
      throw new ApiError(error.status, "用户名或密码不对");
    if (error instanceof ApiError && error.status === 429) throw new ApiError(429, "尝试次数太多，请过一会儿再登录");
    throw error;
  }
}
