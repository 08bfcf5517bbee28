import { once } from 'node:events';
import { constants, createSecureServer, type Http2SecureServer, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { issueCertificate, makeAuthority, type MadeCertificate } from '../world/make-certificate.ts';
import { askWithPolice, POLICE_ANSWER, WITHOUT_POLICE } from './ask-with-police.ts';

const authority = makeAuthority('authority');
const stranger = makeAuthority('stranger');
const agency = issueCertificate('agency', authority);
const gateway = issueCertificate('gateway', authority);
const unknownGateway = issueCertificate('unknown-gateway', stranger);
const TLS_OF_GATEWAY = { ca: authority.cert, cert: gateway.cert, key: gateway.key };

interface SecureAgency extends AsyncDisposable {
  readonly url: string;
  /** HTTP version and common name of the caller, for each request. */
  readonly seen: string[];
  readonly connections: () => number;
}

/** Speaks HTTP/2 and HTTP/1.1 over TLS, to gateways that its authority knows. */
async function serveSecurely(
  answer: (response: Http2ServerResponse) => void = (response) => void response.end(POLICE_ANSWER),
): Promise<SecureAgency> {
  const seen: string[] = [];
  let opened = 0;
  const server: Http2SecureServer = createSecureServer(
    {
      allowHTTP1: true,
      key: agency.key,
      cert: agency.cert,
      ca: authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (request, response) => {
      const socket = (request.stream?.session?.socket ?? request.socket) as unknown as TLSSocket;
      const { CN } = socket.getPeerCertificate().subject;
      seen.push(`${request.httpVersion} ${String(CN)}`);
      request.resume();
      response.setHeader('content-type', 'application/json');
      answer(response);
    },
  );
  server.on('secureConnection', () => (opened += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    seen,
    connections: () => opened,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

describe('TLS between the gateway and an agency', () => {
  it.each([
    ['1.1', false],
    ['2.0', true],
  ])('is mutual, and speaks HTTP/%s where wanted', async (version, http2) => {
    await using server = await serveSecurely();
    const tls = TLS_OF_GATEWAY;
    const { police, askBoth } = askWithPolice({ url: server.url, tls, http2 });
    expect(await askBoth()).toMatchObject({ errors: [], told: '[]' });
    const [one, two] = await Promise.all([askBoth(), askBoth()]);
    expect([one.errors, two.errors]).toEqual([[], []]);
    expect(server.seen).toEqual(Array.from({ length: 3 }, () => `${version} gateway`));
    if (http2) expect(server.connections()).toBe(1);
    await police.close();
  });

  it.each<[string, MadeCertificate, MadeCertificate]>([
    ['the agency’s certificate is of another authority', stranger, gateway],
    ['the gateway’s certificate is of another authority', authority, unknownGateway],
  ])('fails where %s', async (_what, trusted, shown) => {
    await using server = await serveSecurely();
    const tls = { ca: trusted.cert, cert: shown.cert, key: shown.key };
    const { police, askBoth } = askWithPolice({ url: server.url, tls });
    const answer = await askBoth();
    expect(answer).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
    expect(server.seen).toEqual([]);
    await police.close();
  });

  it('fails where the gateway shows no certificate', async () => {
    await using server = await serveSecurely();
    const { police, askBoth } = askWithPolice({ url: server.url, tls: { ca: authority.cert } });
    expect(await askBoth()).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
    expect(server.seen).toEqual([]);
    await police.close();
  });

  it.each<[string, string, (response: Http2ServerResponse) => void]>([
    ['never answers', 'did not answer in time', () => undefined],
    [
      'resets the stream inside its body',
      'broke its answer off',
      (response) => {
        response.write(POLICE_ANSWER.slice(0, 10), () =>
          response.stream.close(constants.NGHTTP2_INTERNAL_ERROR),
        );
      },
    ],
    [
      'ends the connection inside its body',
      'broke its answer off',
      (response) => {
        response.write(POLICE_ANSWER.slice(0, 10), () => response.stream.session?.destroy());
      },
    ],
    ['sends too much', 'answered more than it may', (response) => void response.end('x'.repeat(200_000))],
    ['answers HTML', 'answered what is not a JSON object', (response) => void response.end('<html>')],
  ])('R5: over HTTP/2 an agency that %s fails its own fields: %s', async (_does, told, answer) => {
    await using server = await serveSecurely(answer);
    const tls = TLS_OF_GATEWAY;
    const options = { url: server.url, tls, http2: true, timeoutMs: 500, maxResponseBytes: 100_000 };
    const { police, askBoth } = askWithPolice(options);
    for (let turn = 0; turn < 2; turn++) {
      const outcome = await askBoth();
      expect(outcome).toMatchObject({ data: WITHOUT_POLICE, errors: ['segments: SUBGRAPH_FAULT'] });
      expect(outcome.told).toContain(`police ${told}`);
    }
    await police.close();
  });
});
