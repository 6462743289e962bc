// One strict rule set for everything written in TypeScript.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "build/",
      "pwa/built/",
      "node_modules/",
      ".venv/",
      "**/*.mjs",
      "eslint.config.js",
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      // Numbers read well in template texts.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      // `() => void call()` is the plainest way to write an event handler.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true },
      ],
    },
  },
  {
    files: ["**/*.d.ts"],
    // A file that the build turns into a text has a default export by its nature.
    rules: { "no-restricted-exports": "off" },
  },
  {
    // The desk's scripts are served as they are written, so they have no types.
    files: ["pwa/desk/files/*.js"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { projectService: false },
      globals: {
        BroadcastChannel: "readonly",
        addEventListener: "readonly",
        atob: "readonly",
        btoa: "readonly",
        document: "readonly",
        fetch: "readonly",
        location: "readonly",
        navigator: "readonly",
        print: "readonly",
        setTimeout: "readonly",
        window: "readonly",
      },
    },
  },
  {
    files: ["tests/js/**"],
    // node:test's describe and it return promises that the runner itself awaits.
    rules: { "@typescript-eslint/no-floating-promises": "off" },
  },
);
