import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packPlugin } from './pack.js';

/** Writes the package of what is built to `target/` and tells where. */
try {
  const { fileName, bytes } = await packPlugin();
  const target = fileURLToPath(new URL('../target/', import.meta.url));
  mkdirSync(target, { recursive: true });
  writeFileSync(target + fileName, bytes);
  console.log(`target/${fileName}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
