"""The script that finds elements as Playwright's locators do: by role, by text, by selector."""

FIND = r"""
const TAGS = {
  button: "button, summary, input[type=button], input[type=submit]",
  textbox: "input:not([type]), input[type=text], textarea",
  heading: "h1, h2, h3, h4, h5, h6",
  listitem: "li", list: "ul, ol", checkbox: "input[type=checkbox]", dialog: "dialog",
  region: "section[aria-label], section[aria-labelledby]", status: "output",
};
const squash = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const deep = (root, found = []) => {
  if (root.shadowRoot) deep(root.shadowRoot, found);
  for (const node of root.children) { found.push(node); deep(node, found); }
  return found;
};
const isSeen = (node) => {
  const { width, height } = node.getBoundingClientRect();
  return width > 0 && height > 0 && node.checkVisibility({ visibilityProperty: true });
};
const isHeard = (node) => {
  if (!node.checkVisibility({ visibilityProperty: true })) return false;
  for (let at = node; at; at = at.parentElement ?? at.getRootNode().host)
    if (at.inert || at.getAttribute("aria-hidden") === "true") return false;
  return true;
};
const roleOf = (node) => node.getAttribute("role")
  ?? Object.keys(TAGS).find((role) => node.matches(TAGS[role])) ?? "";
const levelOf = (node) => Number(node.getAttribute("aria-level") ?? node.tagName.slice(1));
const nameOf = (node) => {
  const ids = node.getAttribute("aria-labelledby");
  const byId = (id) => node.getRootNode().getElementById(id)?.textContent;
  if (ids) return squash(ids.split(" ").map(byId).join(" "));
  const label = node.getAttribute("aria-label") ?? node.labels?.[0]?.textContent;
  return squash(label ?? textOf(node));
};
const textOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true") return "";
  const between = getComputedStyle(node).display === "inline" ? "" : " ";
  return [...node.childNodes].map(textOf).join(between);
};
const fits = (text, { name, isExact, isPattern }) => {
  if (name === null) return true;
  if (isPattern) return new RegExp(name).test(text);
  return isExact ? text === name : text.toLowerCase().includes(name.toLowerCase());
};
const steps = {
  css: (node, step) => node.matches(step.css) && fits(squash(node.textContent), step),
  role: (node, step) => roleOf(node) === step.role && isHeard(node)
    && (step.level === null || levelOf(node) === step.level) && fits(nameOf(node), step),
  text: (node, step) => fits(squash(node.textContent), step)
    && ![...node.children].some((child) => fits(squash(child.textContent), step)),
};
const find = (root, chain) => {
  let found = [root];
  for (const step of chain) {
    if (step.kind === "nth") found = found.slice(step.at).slice(0, 1);
    else if (step.kind === "has") found = found.filter((node) => find(node, step.chain).length > 0);
    else {
      const all = new Set(found.flatMap((node) => deep(node)));
      found = [...all].filter((node) => steps[step.kind](node, step));
    }
  }
  return found;
};
const spotOf = (node) => {
  if (!node || !isSeen(node) || node.disabled) return null;
  let box = node.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) {
    node.scrollIntoView({ block: "center", behavior: "instant" });
    box = node.getBoundingClientRect();
  }
  const x = Math.round(box.x + box.width / 2), y = Math.round(box.y + box.height / 2);
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  for (let at = hit; at; at = at.parentElement ?? at.getRootNode().host)
    if (at === node || at.control === node) return [x, y];
  return node.contains(hit) ? [x, y] : null;
};
const asks = {
  count: (all) => all.length,
  isSeen: (all) => all.length > 0 && isSeen(all[0]),
  spot: (all) => spotOf(all[0]),
  box: ([node]) => {
    if (!node) return null;
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  },
  focus: ([node]) => { node?.focus(); return node !== undefined; },
  texts: (all) => all.map((node) => node.innerText),
  heard: (all) => all.flatMap((root) => deep(root)).filter((node) => roleOf(node) && isHeard(node))
    .map((node) => `${roleOf(node)}: ${nameOf(node)}`).join("\n"),
};
"""
