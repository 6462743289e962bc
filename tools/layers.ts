// Check that each room of the client imports only from lower floors (docs/architecture.md).
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Room → rooms it may import from, besides itself. The longest matching room owns a file. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  "static/cover/base": [],
  "static/cover/box": ["static/cover/base"],
  "static/cover/covers/list": ["static/cover/base"],
  "static/cover/covers/calculator": ["static/cover/base"],
  "static/cover/leave": ["static/cover/base", "static/cover/box/messages.ts"],
  "static/cover/opener": [
    "static/cover/base",
    "static/cover/leave",
    "static/cover/box/messages.ts",
  ],
  "static/cover/main": ["static/cover"],
  "static/inner": ["static/cover/base"],
  "static/inner/shared": [],
  service_worker: [],
};

const importPath = /(?:^|\n)\s*(?:import|export)\b[^;]*?from\s+"(\.[^"]+)"/g;
const within = (path: string, room: string): boolean =>
  path === room || path.startsWith(`${room}/`);

/** Return the sentences that say what `path` with `text` may not import. */
export function faults(path: string, text: string): string[] {
  const owner = Object.keys(rooms)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];
  if (owner === undefined) return [`${path}: belongs to no room`];
  return [...text.matchAll(importPath)]
    .map((match) => relative(root, resolve(root, dirname(path), match[1] ?? "")))
    .filter(
      (target) => ![owner, ...(rooms[owner] ?? [])].some((room) => within(target, room)),
    )
    .map((target) => `${path}: may not import ${target}`);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = ["static", "service_worker"].flatMap(sources);
  const found = all.flatMap((path) =>
    faults(path, readFileSync(join(root, path), "utf8")),
  );
  for (const fault of found) console.error(fault);
  console.log(`layers: ${String(all.length)} files, ${String(found.length)} faults`);
  process.exit(found.length > 0 ? 1 : 0);
}
