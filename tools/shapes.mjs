// Write data as a module in which objects of one shape are made by one function, so that their
// keys stand there once. Consumers see the same objects as in the JSON.

/** Objects of one kind have the same keys in the same order. */
const shapeOf = (value) => Object.keys(value).join(",");
const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Count every shape in `value`. */
function count(value, counts) {
  if (isObject(value)) counts.set(shapeOf(value), (counts.get(shapeOf(value)) ?? 0) + 1);
  if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) count(each, counts);
}

/** Return the source of a module that exports each field of `data`. */
export function asModule(data) {
  const counts = new Map();
  count(Object.values(data), counts);
  const makers = new Map(
    [...counts]
      .filter(([shape, times]) => times > 2 && shape.includes(","))
      .map(([shape], at) => [shape, `make${at}`]),
  );
  const write = (value) => {
    if (Array.isArray(value)) return `[${value.map(write).join()}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const maker = makers.get(shapeOf(value));
    if (maker !== undefined) return `${maker}(${Object.values(value).map(write).join()})`;
    const fields = Object.entries(value).map(
      ([key, each]) => `${JSON.stringify(key)}:${write(each)}`,
    );
    return `{${fields.join()}}`;
  };
  const functions = [...makers].map(([shape, maker]) => {
    const keys = shape.split(",");
    const fields = keys.map((key, at) => `${JSON.stringify(key)}:_${at}`);
    return `const ${maker}=(${keys.map((_, at) => `_${at}`)})=>({${fields}});`;
  });
  const exports = Object.entries(data).map(
    ([key, each]) => `export const ${key}=${write(each)};`,
  );
  return [...functions, ...exports].join("\n");
}
