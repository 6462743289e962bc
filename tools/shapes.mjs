// Write data as a module in which objects of one shape are made by one function, so that their
// keys stand there once, and what most of them say not at all. Consumers see the objects of the JSON.

/** Objects of one kind have the same keys in the same order. */
const shapeOf = (value) => Object.keys(value).join(",");
const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Collect the objects of every shape in `value`. */
function collect(value, found) {
  if (isObject(value))
    found.set(shapeOf(value), [...(found.get(shapeOf(value)) ?? []), value]);
  if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) collect(each, found);
}

/** What most `objects` say under `key`, as JSON, and how many do. */
function usual(objects, key) {
  const counts = new Map();
  for (const each of objects) {
    const text = JSON.stringify(each[key]);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [text, times] = [...counts].sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  )[0];
  return { key, text, times };
}

/** The function of a shape: its parameters come in an order that leaves the usual ones out most often. */
function makerOf(name, shape, objects) {
  const keys = shape.split(",");
  const order = keys
    .map((key) => usual(objects, key))
    .sort((a, b) => a.times - b.times || keys.indexOf(a.key) - keys.indexOf(b.key));
  const parameters = order.map(({ text, times }, at) =>
    times > objects.length / 4 && text.length < 40 ? `_${at}=${text}` : `_${at}`,
  );
  const fields = keys.map(
    (key) => `${JSON.stringify(key)}:_${order.findIndex((each) => each.key === key)}`,
  );
  const source = `const ${name}=(${parameters})=>({${fields}});`;
  const isUsual = (value, at) =>
    parameters[at].includes("=") && JSON.stringify(value) === order[at].text;
  const call = (value, write) => {
    const values = order.map(({ key }) => value[key]);
    while (values.length > 0 && isUsual(values.at(-1), values.length - 1)) values.pop();
    return `${name}(${values.map(write).join()})`;
  };
  return { source, call };
}

/** Return the source of a module that exports each field of `data`. */
export function asModule(data) {
  const found = new Map();
  collect(Object.values(data), found);
  const makers = new Map(
    [...found]
      .filter(([shape, objects]) => objects.length > 2 && shape.includes(","))
      .map(([shape, objects], at) => [shape, makerOf(`make${at}`, shape, objects)]),
  );
  const write = (value) => {
    if (Array.isArray(value)) return `[${value.map(write).join()}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const maker = makers.get(shapeOf(value));
    if (maker !== undefined) return maker.call(value, write);
    const fields = Object.entries(value).map(
      ([key, each]) => `${JSON.stringify(key)}:${write(each)}`,
    );
    return `{${fields.join()}}`;
  };
  const functions = [...makers.values()].map(({ source }) => source);
  const exports = Object.entries(data).map(
    ([key, each]) => `export const ${key}=${write(each)};`,
  );
  return [...functions, ...exports].join("\n");
}
