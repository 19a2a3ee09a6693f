export { type App, createApp } from "./app.ts";
export { startServer } from "./serve.ts";
export { type Auth, openAuth } from "./session/auth.ts";
export { createUser, NewUser } from "./users/index.ts";
