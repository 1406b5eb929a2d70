// Make the same variants with sharp: each from its source, as many at a time as there are cores.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { basename } from "node:path";

const wanted = JSON.parse(process.argv[2]);
const sharp = createRequire(wanted.modules + "/")("sharp");
sharp.concurrency(wanted.threads);
sharp.cache(false);
mkdirSync(wanted.folder, { recursive: true });

// As pinsite does, pictures up to a width are made with settings of their own.
const at = (format, options, width) => ({ ...options, ...(width <= wanted.fine ? wanted.finer[format] : {}) });

const one = async (path) => {
  for (const width of wanted.widths) {
    for (const [format, options] of Object.entries(wanted.formats)) {
      const name = `${wanted.folder}/${basename(path, ".jpg")}-${width}.${format}`;
      await sharp(path).rotate().resize({ width }).toColourspace("srgb").toFormat(format, at(format, options, width)).toFile(name);
    }
  }
};

const waiting = [...wanted.sources];
const hand = async () => {
  for (let path = waiting.shift(); path; path = waiting.shift()) await one(path);
};
await Promise.all(Array.from({ length: wanted.hands }, hand));
