import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LukouError, readAtMost } from '../base/index.ts';
import type { IngestReceipt } from '../ingest/index.ts';
import { type DeliveryPorts, type Feeding, type RequestPorts, takeDelivery } from '../request/index.ts';
import { arrivalOf } from './arrival-of.ts';
import { writeIngested, writeRefusedPage } from './exit.ts';

/** What is at `/ingest/<name>`. */
export interface Inlet {
  /** The agency whose records come in here. */
  readonly owner: string;
  /** What its adapter reads, as `content-type` says it: "application/x-ndjson" in "utf-8". */
  readonly mediaType: string;
  readonly charset: string;
  take(delivery: { readonly name: string; readonly bytes: Uint8Array }, by: Feeding): Promise<IngestReceipt>;
}

/** What systems of agencies may hand in at the door. */
export interface DeliveryDoor extends Pick<DeliveryPorts, 'deliveries'> {
  /** By the name of the adapter. */
  readonly inlets: ReadonlyMap<string, Inlet>;
  readonly maxBytes: number;
}

/**
 * `POST /ingest/<adapter>`: records of an agency, from a system of its, answered with the receipt once they are in.
 * Nothing of the body is read before it is known who sends it.
 */
export async function openDeliveryDoor(
  app: FastifyInstance,
  { inlets, maxBytes, deliveries }: DeliveryDoor,
  ports: RequestPorts,
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));
  for (const [name, inlet] of inlets)
    app.post(`/${name}`, { bodyLimit: maxBytes, errorHandler: refuseUnread }, async (request, reply) => {
      try {
        const delivery = {
          name: `deliver ${name}`,
          owner: inlet.owner,
          take: async (by: Feeding) => {
            const bytes = await readDelivery(request, inlet, maxBytes);
            return await inlet.take({ name: `delivery-${request.id}`, bytes }, by);
          },
        };
        return writeIngested(
          reply,
          await takeDelivery(arrivalOf(request), delivery, { ...ports, deliveries }),
        );
      } catch (error) {
        return refuse(error, request, reply);
      }
    });
}

function refuseUnread(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void refuse(error, request, reply);
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What was not read to its end would be taken for the next request.
  reply.header('connection', 'close');
  return writeRefusedPage(reply, error, request.id);
}

async function readDelivery(
  { headers, body }: FastifyRequest,
  { mediaType, charset }: Inlet,
  maxBytes: number,
): Promise<Buffer> {
  const said = (headers['content-type'] ?? '').toLowerCase().replaceAll(/[\s"]/g, '');
  const isRead = said === mediaType || said === `${mediaType};charset=${charset}`;
  if (!isRead || (headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new LukouError('DELIVERY_TYPE_UNSUPPORTED', `Here it is ${mediaType}; charset=${charset}.`);
  const bytes = await readAtMost((body ?? []) as AsyncIterable<Uint8Array> | [], maxBytes).catch(
    (cause: unknown) => {
      throw new LukouError('BAD_REQUEST', 'The delivery broke off; send it again.', { cause });
    },
  );
  if (bytes === null) throw new LukouError('DELIVERY_TOO_LARGE', `The limit is ${maxBytes} bytes.`);
  return bytes;
}
