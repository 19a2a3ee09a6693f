import { at, read, server } from "./client.ts";
import type { GiveFeedback, OrderChanges, Role, TellAnswer } from "./types.ts";

type CallFilter = Parameters<typeof server.calls.$get>[0]["query"];
/** A person as an administrator enters them. */
export type NewUser = Parameters<typeof server.users.$post>[0]["json"];

/** Every call of the server that a screen makes. All throw ApiError. */
export const api = {
  me: () => read(server.me.$get()),
  demo: () => read(server.demo.$get()),
  city: () => read(server.city.$get()),
  signIn: (username: string, password: string) =>
    read(server.auth["sign-in"].username.$post({ json: { username, password } })),
  demoSignIn: ({ role, second }: { role: Role; second: boolean }) =>
    read(server.demo["sign-in"].$post({ json: { role, second } })),
  signOut: () => read(server.auth["sign-out"].$post()),
  calls: (query: CallFilter) => read(server.calls.$get({ query })),
  call: (id: string) => read(server.calls[":id"].$get({ param: at(id) })),
  tellAnswer: (id: string, json: TellAnswer) => read(server.calls[":id"].answers.tell.$post({ param: at(id), json })),
  undoTold: (id: string, toldId: string) =>
    read(server.calls[":id"].answers[":toldId"].undo.$post({ param: { ...at(id), toldId }, json: {} })),
  giveFeedback: (json: GiveFeedback) => read(server.feedback.$post({ json })),
  order: (id: string) => read(server.orders[":id"].$get({ param: at(id) })),
  editOrder: (id: string, version: number, changes: OrderChanges) =>
    read(server.orders[":id"].$patch({ param: at(id), json: { version, changes } })),
  confirmOrder: (id: string, version: number) =>
    read(server.orders[":id"].confirm.$post({ param: at(id), json: { version } })),
  audit: () => read(server.audit.$get({ query: { limit: 200 } })),
  users: () => read(server.users.$get()),
  createUser: (user: NewUser) => read(server.users.$post({ json: user })),
};
