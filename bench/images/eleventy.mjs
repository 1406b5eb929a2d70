// Make the same variants with eleventy-img, its own settings untouched.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const wanted = JSON.parse(process.argv[2]);
const found = createRequire(wanted.modules + "/").resolve("@11ty/eleventy-img");
const { default: image } = await import(pathToFileURL(found));
await Promise.all(
  wanted.sources.map((path) =>
    image(path, { widths: wanted.widths, formats: ["avif", "jpeg"], outputDir: wanted.folder }),
  ),
);
