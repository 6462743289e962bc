/** The browser's own contact picker, where there is one: the person picks, and only that one comes. */

/** What a picked contact brings. */
export interface Picked {
  readonly name: string;
  readonly number: string;
  readonly email: string;
  /** Further numbers, one a line. */
  readonly others: string;
}

/** https://w3c.github.io/contact-picker/#contacts-manager, as far as it is used here. */
interface ContactsManager {
  select(properties: readonly string[]): Promise<unknown>;
}

/** The longest text that is taken over from a contact. */
const MAX_LENGTH = 200;
/** Most numbers that are taken over. */
const MAX_NUMBERS = 10;

/** Tell whether this browser can ask the phone for one contact. */
export function hasPhonebook(browser: object = navigator): boolean {
  return managerOf(browser) !== null;
}

/** Let the person pick one contact; `null` when they did not, or the phone did not let them. */
export async function pickContact(browser: object = navigator): Promise<Picked | null> {
  try {
    const picked = await managerOf(browser)?.select(["name", "tel", "email"]);
    return Array.isArray(picked) ? read(picked[0]) : null;
  } catch {
    return null;
  }
}

function managerOf(browser: object): ContactsManager | null {
  const contacts: unknown = "contacts" in browser ? browser.contacts : null;
  return isManager(contacts) ? contacts : null;
}

function isManager(value: unknown): value is ContactsManager {
  return (
    typeof value === "object" &&
    value !== null &&
    "select" in value &&
    typeof value.select === "function"
  );
}

function read(contact: unknown): Picked | null {
  if (typeof contact !== "object" || contact === null) return null;
  const [name] = texts("name" in contact ? contact.name : null);
  const [number, ...others] = texts("tel" in contact ? contact.tel : null);
  const [email] = texts("email" in contact ? contact.email : null);
  if (name === undefined && number === undefined && email === undefined) return null;
  return {
    name: name ?? "",
    number: number ?? "",
    email: email ?? "",
    others: others.join("\n"),
  };
}

/** The different texts of a list, cut at a ceiling. */
function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const found = value
    .slice(0, MAX_NUMBERS)
    .filter((each) => typeof each === "string")
    .map((text) => text.trim().slice(0, MAX_LENGTH))
    .filter((text) => text !== "");
  return [...new Set(found)];
}
