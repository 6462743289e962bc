/** Reminders: this phone's push endpoint, its rule at the server, its line with the service worker. */

import type { Hindrance, Reminders, Standing, Started } from "./host.ts";
import { askReminders } from "./net.ts";

const answerMs = 5_000;
/** What a server that does not say means. */
const usualDays = 90;
const mostDays = 3_650;

interface Terms {
  readonly key: string;
  readonly days: number;
}

/** The worker that would show them; `null` where this browser or window has no push. */
async function findWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator && "Notification" in globalThis)) return null;
  const found = await navigator.serviceWorker.getRegistration();
  return found !== undefined && "pushManager" in found ? found : null;
}

async function stand(): Promise<Standing> {
  try {
    const worker = await findWorker();
    if (worker === null) return { endpoint: "", hindrance: "unable" };
    const kept = await worker.pushManager.getSubscription();
    const isBlocked = Notification.permission === "denied";
    return { endpoint: kept?.endpoint ?? "", hindrance: isBlocked ? "blocked" : null };
  } catch {
    // Private windows refuse.
    return { endpoint: "", hindrance: "unable" };
  }
}

/** The key that endpoints are made for, and the days until rest; or why there is none. */
async function askTerms(): Promise<Terms | Hindrance> {
  const { status, key, days } = await askReminders("GET");
  if (status === 404) return "none";
  if (status !== 200 || key === undefined) return "unreached";
  return { key, days: isDays(days) ? days : usualDays };
}

function isDays(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= mostDays;
}

async function ask(): Promise<number | Hindrance> {
  const { hindrance } = await stand();
  if (hindrance !== null) return hindrance;
  const terms = await askTerms();
  return typeof terms === "string" ? terms : terms.days;
}

async function check(): Promise<Hindrance | null> {
  const said = await ask();
  return typeof said === "string" ? said : null;
}

async function subscribe(manager: PushManager, key: string): Promise<string | null> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const attempt = async (): Promise<string> =>
    (await manager.subscribe(options)).endpoint;
  try {
    return await attempt();
  } catch {
    // The present one may have been made for an earlier key.
    await (await manager.getSubscription())?.unsubscribe();
    return attempt().catch(() => null);
  }
}

async function start(
  rule: Parameters<Reminders["start"]>[0],
  line: string,
  known: Started | null,
): Promise<Started | Hindrance> {
  // Asked first: browsers ask the person only right after a touch.
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer === "denied" ? "blocked" : "unasked";
  const terms = await askTerms();
  if (typeof terms === "string") return terms;
  const worker = await findWorker();
  if (worker === null) return "unable";
  const present = await worker.pushManager.getSubscription();
  // Another rule hangs on an endpoint that is not ours: both would show the line.
  if (present !== null && present.endpoint !== known?.endpoint)
    await present.unsubscribe();
  const endpoint = await subscribe(worker.pushManager, terms.key);
  if (endpoint === null) return navigator.onLine ? "unable" : "unreached";
  const id = await tell(rule, endpoint, known?.id ?? "");
  if (id === null) {
    // A new endpoint that no rule knows would only look as if it were on.
    if (endpoint !== known?.endpoint) await endHere();
    return "unreached";
  }
  worker.active?.postMessage({ line });
  return { id, endpoint, days: terms.days };
}

/** Tell the server the rule; gives the id it goes by. */
async function tell(
  rule: unknown,
  endpoint: string,
  known: string,
): Promise<string | null> {
  if (known !== "") {
    const { status } = await askReminders("PUT", { id: known, rule, endpoint });
    if (status === 204) return known;
    // 404: it is no longer kept there. Anything else may still be known under this id.
    if (status !== 404) return null;
  }
  const { status, id } = await askReminders("POST", { endpoint, rule });
  return status === 201 && id !== undefined ? id : null;
}

async function stop(id: string): Promise<boolean> {
  const deleted = id === "" ? null : askReminders("DELETE", { id });
  return (await endHere().catch(() => false)) || (await deleted)?.status === 204;
}

/** Have the service worker end it: it goes on when this page does not. */
async function endHere(): Promise<boolean> {
  const worker = (await findWorker())?.active ?? null;
  if (worker === null) return true;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), answerMs);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data === true);
    };
    worker.postMessage({ line: "" }, [port2]);
  });
}

/** The reminders of the cover in this page. */
export const reminders: Reminders = { stand, ask, check, start, stop };
