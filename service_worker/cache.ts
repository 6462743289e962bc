/** The worker's one cache: the cover's pages and assets of one version. */

import { setup } from "./setup.ts";

/** Every cover names its caches so; anything else found at exit is foreign. */
const ownName = /^\/[a-z]+\/ [0-9a-f]+$/;
const name = `${setup.path} ${setup.version}`;

/** The cache of the reminder's line; no version is ever called 0. */
export const linesName = `${setup.path} 0`;

/** The language the kept page is in, or `null` before there is one. */
async function keptLanguage(): Promise<string | null> {
  const page = await caches.match(setup.path, { ignoreVary: true });
  return page?.headers.get("Content-Language") ?? null;
}

async function put(cache: Cache, path: string, language: string | null): Promise<void> {
  const headers = language === null ? {} : { "Accept-Language": language };
  const answer = await fetch(path, { cache: "no-cache", credentials: "omit", headers });
  // A half-filled cache would break the cover offline: all of it or none.
  if (!answer.ok || answer.redirected) throw new Error("not kept");
  await cache.put(path, answer);
}

/** Fetch and keep everything; pages in `language`, else as before, else as the browser asks. */
export async function fillCache(language: string | null): Promise<void> {
  const wanted = language ?? (await keptLanguage());
  const cache = await caches.open(name);
  const pages = setup.pages.map((path) => put(cache, path, wanted));
  await Promise.all([...pages, ...setup.assets.map((path) => put(cache, path, null))]);
}

/** The kept answer for `path`, if there is one. */
export async function findKept(path: string): Promise<Response | undefined> {
  const cache = await caches.open(name);
  return cache.match(path, { ignoreVary: true });
}

/** The title of the kept page: the cover's name in its language. */
export async function coverTitle(): Promise<string> {
  const page = await (await findKept(setup.path))?.text();
  return /<title>([^<]+)/.exec(page ?? "")?.[1] ?? setup.path.replaceAll("/", "");
}

async function removeWhere(isUnwanted: (name: string) => boolean): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(isUnwanted).map((each) => caches.delete(each)));
}

/** Remove this cover's caches of other versions. */
export function removeOthers(): Promise<void> {
  const isCurrent = (each: string): boolean => each === name || each === linesName;
  return removeWhere((each) => each.startsWith(`${setup.path} `) && !isCurrent(each));
}

/** Remove every cache that no cover made. */
export function tidy(): Promise<void> {
  return removeWhere((each) => !ownName.test(each));
}
