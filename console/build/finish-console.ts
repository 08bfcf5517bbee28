import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { digestSources } from './digest-sources.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const COMPRESSED = new Set(['.css', '.js', '.json', '.svg', '.ttf', '.html']);

/**
 * Makes a built console ready to serve: digests on what index.html loads, everything compressed once, and the closed
 * list of files that the gateway reads.
 */
export function finishConsole(): Plugin {
  let folder = '';
  let root = '';
  return {
    name: 'lukou-finish-console',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      async handler(failure) {
        // What went wrong before is told by itself.
        if (failure !== undefined) return;
        const names = (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`).toSorted();
        const files = names.map((name) => ({
          name,
          type: requireType(name),
          isCompressed: COMPRESSED.has(extname(name)),
        }));
        const page = join(folder, 'index.html');
        await writeFile(page, await withDigests(await readFile(page, 'utf8'), folder));
        const compressed = ['index.html', ...names].filter((name) => COMPRESSED.has(extname(name)));
        await Promise.all(compressed.map((name) => compress(join(folder, name))));
        await writeFile(join(folder, 'sources.sha256'), `${await digestSources(root)}\n`);
        await writeFile(join(folder, 'files.json'), `${JSON.stringify({ files }, null, 1)}\n`);
      },
    },
  };
}

function requireType(name: string): string {
  const type = TYPES[extname(name)];
  if (type !== undefined) return type;
  throw new Error(`${name}: name its media type in console/build/finish-console.ts.`);
}

/** Subresource integrity (SHA-384) for each script and style sheet that the document names. */
async function withDigests(html: string, folder: string): Promise<string> {
  let text = html;
  for (const [tag, , name] of html.matchAll(
    /<(?:script|link)\b[^>]*?(src|href)="\/console\/(assets\/[^"]+)"[^>]*>/g,
  )) {
    if (name!.endsWith('.svg')) continue;
    const digest = createHash('sha384')
      .update(await readFile(join(folder, name!)))
      .digest('base64');
    text = text.replace(tag, tag.replace(/>$/, ` integrity="sha384-${digest}">`));
  }
  return text;
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
