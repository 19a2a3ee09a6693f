import { z } from "zod";
import { ConfirmOrder, EditOrder, editOrder, type Order, readOrder } from "../../orders/index.ts";
import { confirmDraft, OrderResult, orderResult } from "../../pipeline/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { signedInRoutes } from "../env.ts";
import { IdParam, jsonBody, responses, signedInRoute } from "../route.ts";

const tags = ["工单"];

const Edit = z.object({
  version: z.int(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
});

const read = signedInRoute("order.read", {
  method: "get",
  path: "/api/orders/{id}",
  tags,
  summary: "An order with who changed what",
  request: { params: IdParam },
  responses: responses(z.object({ order: OrderResult, edits: z.array(Edit) }), "The order and its history", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
  ]),
});

const edit = signedInRoute("order.edit", {
  method: "patch",
  path: "/api/orders/{id}",
  tags,
  summary: "Change fields of an order as it stood at `version`",
  request: { params: IdParam, body: jsonBody(EditOrder) },
  responses: responses(OrderResult, "The order after the change", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
  ]),
});

const confirm = signedInRoute("order.confirm", {
  method: "post",
  path: "/api/orders/{id}/confirm",
  tags,
  summary: "Make the draft real by one's name",
  request: { params: IdParam, body: jsonBody(ConfirmOrder) },
  responses: responses(OrderResult, "The confirmed order", [
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
  ]),
});

/** Runs a verb that changes an order, tells open screens, and shows the row of a conflict as an order is shown. */
async function changed(ctx: Ctx, what: "edited" | "confirmed", verb: () => Promise<Order>): Promise<OrderResult> {
  try {
    const order = await verb();
    ctx.events.publish({ callId: order.callId, what });
    return orderResult(order);
  } catch (error) {
    if (!(error instanceof AppError && error.fault === "conflict" && error.present)) throw error;
    const present = orderResult(error.present as Order);
    throw new AppError("conflict", error.message, { present, cause: error });
  }
}

export const orderRoutes = () =>
  signedInRoutes()
    .openapi(read, async (c) => {
      const { order, edits } = await readOrder(c.var.ctx, c.req.valid("param").id);
      const shown = edits.map(({ id: _, orderId: __, at, ...edit }) => {
        return { ...edit, at: toShanghaiIso(at) };
      });
      return c.json({ order: orderResult(order), edits: shown }, 200);
    })
    .openapi(edit, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      return c.json(await changed(ctx, "edited", () => editOrder(ctx, id, c.req.valid("json"))), 200);
    })
    .openapi(confirm, async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      return c.json(await changed(ctx, "confirmed", () => confirmDraft(ctx, id, c.req.valid("json"))), 200);
    });
