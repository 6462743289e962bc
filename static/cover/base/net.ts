/** The only file that talks to the network; same origin, no cookies, nothing cached. */

import type { Kit } from "./host.ts";

const maxPackBytes = 2 * 1024 * 1024;
// Room for every service an agency may have, each as long as it may be.
const maxKitBytes = 768 * 1024;
const maxSheetBytes = maxKitBytes;
const maxItemsBytes = 64 * 1024;
const timeoutMs = 20_000;

async function ask(
  path: string,
  options: RequestInit,
  maxBytes: number,
): Promise<string | null> {
  try {
    const answer = await fetch(path, {
      ...options,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status !== 200) return null;
    const text = await answer.text();
    return text.length > maxBytes ? null : text;
  } catch {
    // Offline, refused or too slow are all the same to the person: nothing happens.
    return null;
  }
}

function post(body: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Ask the server what a start code stands for; `null` when it stands for nothing. */
export async function askKit(code: string): Promise<Kit | null> {
  const text = await ask("/k", post({ code }), maxKitBytes);
  return text === null ? null : (JSON.parse(text) as Kit);
}

/** Fetch the source of a pack from its neutral path; `null` when it cannot be had. */
export function fetchPack(path: string): Promise<string | null> {
  return /^\/p\/[0-9a-f]+$/.test(path)
    ? ask(path, {}, maxPackBytes)
    : Promise.resolve(null);
}

/** Fetch a sheet from its neutral path; `null` when it cannot be had. */
export function fetchSheet(path: string): Promise<string | null> {
  return /^\/s\/[0-9a-f]+$/.test(path)
    ? ask(path, {}, maxSheetBytes)
    : Promise.resolve(null);
}

/** Fetch everyday words, one a line; none when they cannot be had. */
export async function fetchItems(path: string): Promise<readonly string[]> {
  const text = await ask(path, {}, maxItemsBytes);
  return text?.split("\n") ?? [];
}

/** What `/r` answered; status 0 when there was no answer. */
export interface Said {
  readonly status: number;
  readonly key?: string;
  readonly days?: unknown;
  readonly id?: string;
}

/** Ask the server about reminders; goes on when the page does not. */
export async function askReminders(method: string, body?: unknown): Promise<Said> {
  try {
    const answer = await fetch("/r", {
      ...(body === undefined ? {} : post(body)),
      ...{ method, keepalive: true, cache: "no-store", credentials: "omit" },
      ...{ redirect: "error", signal: AbortSignal.timeout(timeoutMs) },
    });
    const { status } = answer;
    const isSaid = status === 200 || status === 201;
    return { ...(isSaid ? ((await answer.json()) as Said) : {}), status };
  } catch {
    return { status: 0 };
  }
}

/** Ask the server for the headers that empty caches and all storage; `true` when it answered. */
export async function sweep(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const options: RequestInit = { ...post({ all: true }), keepalive: true };
  try {
    // Browsers heed Clear-Site-Data only on a request that may carry credentials; there are none.
    const answer = await fetch("/x", { ...options, cache: "no-store" });
    return answer.ok;
  } catch {
    return false;
  }
}
