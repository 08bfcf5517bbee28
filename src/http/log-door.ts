import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLogName, type LogPages } from '../audit/index.ts';
import { type NamedTile, readTilePath, TILE_WIDTH } from '../merkle/index.ts';
import { readLogEntries, type RequestPorts } from '../request/index.ts';
import { arrivalOf } from './arrival-of.ts';
import { writeLogEntries, writeLogPage, writeNotice, writeRefusedPage } from './exit.ts';

/** What is served under `/log`. */
export interface LogDoor {
  readonly pages: LogPages;
  /** The log of this process: `/log/checkpoint` is short for `/log/<its name>/checkpoint`. */
  readonly ownLog: string;
}

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
// A tile never changes; a head and a proof against it are soon followed by others.
const FOR_EVER = 'public, max-age=31536000, immutable';
const A_MOMENT = 'public, max-age=5';

/** C2SP's paths: `checkpoint`, `tile/<L>/<N>`, `tile/entries/<N>` for auditors, and `proof/<index>`. */
export function openLogDoor(app: FastifyInstance, { pages, ownLog }: LogDoor, ports: RequestPorts): void {
  app.get<{ Params: { '*': string } }>('/log/*', { exposeHeadRoute: false }, async (request, reply) => {
    const [log, path] = splitPath(request.params['*'], ownLog);
    const tile = readTilePath(path);
    const index = /^proof\/(0|[1-9][0-9]{0,14})$/.exec(path)?.[1];
    try {
      return await ports.operations.during(`log ${request.ip}`, async () => {
        if (path === 'checkpoint') return send(reply, await pages.findHead(log), TEXT, A_MOMENT);
        if (index !== undefined)
          return send(reply, await pages.findProof(log, Number(index)), TEXT, A_MOMENT);
        if (tile?.isEntries === true) return await sendEntries(request, reply, log, tile);
        if (tile !== null) return send(reply, await pages.findTile(log, tile), BYTES, FOR_EVER);
        return writeNotice(reply, 404, NOTHING_HERE);
      });
    } catch (error) {
      return writeRefusedPage(reply, error, request.id);
    }
  });

  async function sendEntries(
    request: FastifyRequest,
    reply: FastifyReply,
    log: string,
    tile: NamedTile,
  ): Promise<FastifyReply> {
    const first = tile.index * TILE_WIDTH;
    const name = `read log ${log} ${first} ${first + tile.width}`;
    const read = async () => {
      const bytes = await pages.findEntries(log, tile);
      return bytes === null ? null : { bytes, rows: tile.width };
    };
    const page = await readLogEntries(arrivalOf(request), { name, read }, ports);
    return page === null ? writeNotice(reply, 404, NOTHING_HERE) : writeLogEntries(reply, page);
  }
}

const NOTHING_HERE = { errors: [{ message: 'The log does not hold this.' }] };

/** The log's name and the rest; a path that begins as one of a log’s own is of this process’s log. */
function splitPath(path: string, ownLog: string): readonly [log: string, rest: string] {
  const [first = '', ...rest] = path.split('/');
  if (/^(checkpoint|tile|proof)$/.test(first)) return [ownLog, path];
  return isLogName(first) ? [first, rest.join('/')] : ['', ''];
}

function send(
  reply: FastifyReply,
  page: string | Buffer | null,
  type: string,
  caching: string,
): FastifyReply {
  return page === null ? writeNotice(reply, 404, NOTHING_HERE) : writeLogPage(reply, page, type, caching);
}
