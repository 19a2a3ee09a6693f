import type { Call, Draft, Element, Elements, Kind, Scope } from "../orders/index.ts";
import { type Rules, says } from "../platform/rules/index.ts";
import { categoryFor } from "./category.ts";
import { isAnsweredDirectly } from "./direct-answer.ts";
import { contentOf, reasonOf } from "./elements/advice.ts";
import { contactOf } from "./elements/contact.ts";
import { demandOf } from "./elements/demand.ts";
import { empty } from "./elements/element.ts";
import { eventOf } from "./elements/event.ts";
import { incidentElements } from "./elements/incident.ts";
import { nameOf } from "./elements/name.ts";
import { type Place, placeOf } from "./elements/place.ts";
import { priorHandlingOf } from "./elements/prior-handling.ts";
import { targetOf } from "./elements/target.ts";
import type { Heard } from "./elements/target-features.ts";
import { type Threat, threatElements, threatQuote } from "./elements/threat.ts";
import { timeOf } from "./elements/time.ts";
import { kindOf } from "./kind.ts";
import { type KindSigns, kindSigns } from "./kind-signs.ts";
import { missingElements } from "./missing.ts";
import { mayBelongTo, type ScopeDecision, scopeBesideThreat, scopeOf } from "./scope.ts";
import { wishesSecrecy } from "./secrecy.ts";
import { summaryOf } from "./summary.ts";
import { bestRestatement, findRestatements, matterOf, type Restatement } from "./talk/restatement.ts";
import { askedAbout, asWritten, readTalk, type Talk, type Topic } from "./talk/talk.ts";
import { threatens } from "./threat-owner.ts";
import { threatsHeard } from "./threats-heard.ts";
import { titleOf } from "./title.ts";
import { type Urgency, urgencyOf } from "./urgency.ts";

/** What the drafting of orders needs of the rules. */
export type DraftRules = Pick<
  Rules,
  "recording" | "listening" | "kinds" | "scope" | "urgency" | "city" | "agencies" | "items" | "distinctions"
>;

/** Topics that a consultation has only when the agent asked for them or read them back: what is told in passing is no place or time of a matter. */
function forConsultation(talk: Talk, topic: Topic, element: Element, restatement: Restatement | null): Element {
  const asked = askedAbout(talk, topic).length > 0;
  const quote = element.quote ?? "";
  const isRead = quote !== "" && restatement !== null && restatement.turn.plain.source.includes(quote);
  return (asked || isRead) && element.value !== null ? element : empty("不适用", "咨询件不要求");
}

/** What was tried before is kept when it was told; a consultation and a proposal need none. */
function toldOnly(element: Element): Element {
  return element.value === null ? empty("不适用", "咨询件不要求") : element;
}

/** A consultation is about somebody where it asks what the hotline may not tell, or the agent reads back the body that the caller waits for. */
function forConsultationTarget(talk: Talk, scope: Scope, restatement: Restatement | null, target: Element): Element {
  if (scope !== "受理") return target;
  const { organisations, targetParts } = talk.listening;
  const quote = target.quote ?? "";
  const isBody = says(organisations, quote) || says(targetParts.publicBodies, quote);
  const isRestated = quote !== "" && restatement !== null && restatement.turn.plain.source.includes(quote);
  return isBody && isRestated ? target : forConsultation(talk, "target", target, null);
}

/** What a call was found to be before its elements are read. */
type Read = Pick<Heard, "kind" | "scope" | "urgentClass" | "bodies" | "restatement"> & {
  readonly place: Place;
  readonly threats: readonly Threat[];
};

function elementsOf(talk: Talk, read: Read): Elements {
  const { kind, restatement, place, threats } = read;
  const event = eventOf(talk, restatement);
  const demand = demandOf(talk, restatement, kind, threats);
  const written = asWritten(talk);
  const name = nameOf(written);
  const common: Elements = { name, contact: contactOf(written), event, demand };
  const time = timeOf(talk, restatement);
  const found = { place: place.element, time, name, demand, event };
  const target = targetOf(talk, { ...read, found, places: place.spans }, threats);
  const priorHandling = priorHandlingOf(talk);
  if (kind === "建议") {
    return {
      ...common,
      time,
      place: place.element,
      target,
      priorHandling: toldOnly(priorHandling),
      reason: reasonOf(talk, restatement),
    };
  }
  if (kind !== "咨询") return { ...common, time, place: place.element, target, priorHandling };
  return {
    ...common,
    time: forConsultation(talk, "time", time, restatement),
    place: forConsultation(talk, "place", place.element, restatement),
    target: forConsultationTarget(talk, read.scope, restatement, target),
    priorHandling: toldOnly(priorHandling),
    content: contentOf(talk, event),
  };
}

/** District and street of the matter; a consultation has one only when the agent read it back. */
function areaOf(place: Place, kind: Kind, restatement: Restatement | null): Pick<Place, "district" | "street"> {
  const isRestated = [place.district, place.street].some(
    (name) => name !== null && restatement?.turn.text.includes(name),
  );
  return kind !== "咨询" || isRestated
    ? { district: place.district, street: place.street }
    : { district: null, street: null };
}

/** Fire, crime, sickness and accidents of now belong to their line, whoever of the two rules heard them. */
function withLine(rules: DraftRules, talk: Talk, scope: ScopeDecision, urgency: Urgency): ScopeDecision {
  const line = urgency.urgentClass === "突发事件" ? urgency.heard[0]?.signal.line : undefined;
  return scope.scope === "受理" && line && mayBelongTo(rules, line, talk)
    ? { scope: line, why: urgency.why, urgentClass: "突发事件" }
    : scope;
}

/** What a caller threatens to do (堵高速) is not what the matter is about. */
function withoutThreats(text: string, threats: readonly Threat[]): string {
  return threats.reduce((rest, { turn, start, end }) => rest.replace(turn.text.slice(start, end), ""), text);
}

/** What belongs to an emergency line is urgent even where no other sign of urgency was heard. */
function withScope(urgency: Urgency, scope: ScopeDecision): Urgency {
  if (urgency.urgentClass || !scope.urgentClass) return urgency;
  return { ...urgency, urgent: "紧急", urgentClass: scope.urgentClass, why: scope.why };
}

/** What makes a call 不稳定因素 by words that are like threats of past calls: a person has to look at them. */
function likeThreats(rules: DraftRules, urgency: Urgency, threat: Threat | undefined): Urgency {
  const urgentClass = "不稳定因素";
  if (urgency.urgentClass === urgentClass || !threat) return urgency;
  const clause = rules.urgency.classes.find((each) => each.urgentClass === urgentClass)?.clause ?? urgentClass;
  const why = `${clause}（像过去通话里的扬言，请核对原话）：“${threatQuote(threat)}”`;
  return { ...urgency, urgent: "紧急", urgentClass, why };
}

/** What is read of a call before its kind is decided. */
function readFirst(rules: DraftRules, call: Call) {
  const talk = readTalk(call, rules.listening);
  const restatement = bestRestatement(findRestatements(talk));
  const heard = urgencyOf(rules.urgency, talk, restatement, call.startedAt);
  const byLine = withLine(rules, talk, scopeOf(rules, talk, restatement), heard);
  const scoped = withScope(heard, byLine);
  const threats = threatsHeard(talk, scoped);
  const urgency = likeThreats(rules, scoped, threats[0]);
  const scope = urgency.urgentClass === "不稳定因素" ? scopeBesideThreat(rules, talk, byLine) : byLine;
  const bears = { urgentClass: urgency.urgentClass, threatens: threatens(talk, threats), scope: scope.scope };
  return { talk, restatement, scope, threats, urgency, bears };
}

/** The signs by which a model tells the kind of a call (scripts/train-kind.ts learns from them). */
export function kindSignsOf(rules: DraftRules, call: Call): KindSigns {
  const { talk, restatement, bears } = readFirst(rules, call);
  return kindSigns(talk, restatement, bears);
}

/**
 * Drafts the order of a call by the rules and the small models beside them, no language model: elements with the words they rest on, kind, urgency, scope, category, title and summary.
 * Pure; every quote is an exact substring of one utterance, and what the call does not say stays empty with the reason.
 */
export function draftFromCall(rules: DraftRules, call: Call): Draft {
  const { talk, restatement, scope, threats, urgency, bears } = readFirst(rules, call);
  const kind = kindOf(rules.kinds, talk, restatement, bears);
  const place = placeOf(talk, rules.city, restatement);
  const area = areaOf(place, kind.kind, restatement);
  const threatQuotes = [...new Set(threats.map(threatQuote))].filter((quote) => quote !== "");
  const elements: Elements = {
    ...elementsOf(talk, {
      kind: kind.kind,
      scope: scope.scope,
      urgentClass: urgency.urgentClass,
      bodies: rules.agencies.map(({ name }) => name),
      restatement,
      place,
      threats,
    }),
    ...(urgency.urgentClass === "不稳定因素" ? threatElements(talk, threats) : {}),
    ...(urgency.urgentClass === "突发事件" ? incidentElements(talk) : {}),
  };
  const confidential = wishesSecrecy(talk, scope.scope);
  return {
    kind: kind.kind,
    kindConfidence: kind.confidence,
    kindWhy: kind.why,
    urgent: urgency.urgent,
    urgentClass: urgency.urgentClass,
    urgentWhy: urgency.why,
    scope: scope.scope,
    scopeWhy: scope.why,
    category: categoryFor(rules, {
      citizenText: withoutThreats(talk.citizenText, threats),
      restatement: restatement ? matterOf(restatement) : "",
      event: elements.event?.value ?? null,
      kind: kind.kind,
      scope: scope.scope,
      urgentClass: urgency.urgentClass,
    }),
    ...area,
    confidential,
    elements,
    missing: missingElements(rules.recording, kind.kind, urgency.urgentClass, elements),
    threatQuotes,
    title: titleOf(
      elements,
      kind.kind,
      area,
      call.startedAt,
      scope.scope,
      threatQuotes,
      talk.citizen.find((turn) => turn.isWritten),
    ),
    summary: summaryOf(rules, {
      talk,
      elements,
      kind: kind.kind,
      scope: scope.scope,
      area,
      confidential,
      restatement,
      quotes: threatQuotes,
    }),
    directAnswer: isAnsweredDirectly(rules.kinds, talk, kind.kind, scope.scope),
  };
}
