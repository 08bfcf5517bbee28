import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { issueCertificate, makeAuthority } from '../../world/make-certificate.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { type NatsUnderTest, startNats, WHY_NO_NATS } from '../../world/nats/start-nats.ts';
import { until } from '../../world/until.ts';
import { messageOf, passage } from '../../world/passages.ts';
import { openStreamUnderTest, type StreamUnderTest } from './stream-desk.ts';

const itStreams = itUnless(WHY_NO_NATS);

// As docs/ingest.md lists them.
const LOGINS = `
authorization {
  users: [
    { user: admin, password: admin-password }
    { user: lukou, password: lukou-password, permissions: {
        publish: ["$JS.API.INFO", "$JS.API.CONSUMER.INFO.>", "$JS.API.CONSUMER.MSG.NEXT.>", "$JS.ACK.>"],
        subscribe: ["_INBOX.>"] } }
  ]
}`;

describe('How lukou stream and a server know each other', () => {
  let folder: string;
  let lukou: StreamUnderTest;
  let nats: NatsUnderTest;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    if (WHY_NO_NATS !== null) return;
    folder = await mkdtemp(join(tmpdir(), 'lukou-nats-login-'));
    const authority = makeAuthority('Test authority');
    const { cert, key } = issueCertificate('nats', authority);
    const ca = authority.cert;
    for (const [name, text] of Object.entries({ ca, cert, key })) await writeFile(at(`${name}.pem`), text);
    await writeFile(at('login.yaml'), 'user: lukou\npassword: lukou-password\n');
    await writeFile(at('wrong.yaml'), 'user: lukou\npassword: other-password\n');
    await writeFile(at('half.yaml'), 'user: lukou\n');
    nats = await startNats(`${LOGINS}\ntls { cert_file: "${at('cert.pem')}", key_file: "${at('key.pem')}" }`);
    lukou = await openStreamUnderTest();
  });
  afterAll(async () => {
    if (WHY_NO_NATS !== null) return;
    await lukou.close();
    await nats.close();
    await rm(folder, { recursive: true });
  });

  const settings = (more: Record<string, string> = {}): Record<string, string> => ({
    LUKOU_NATS_CREDENTIALS: at('login.yaml'),
    LUKOU_NATS_CA: at('ca.pem'),
    ...more,
  });

  itStreams('by a certificate, a login from a file, and no more rights than the docs list', async () => {
    const admin = await connect({
      servers: nats.address,
      user: 'admin',
      pass: 'admin-password',
      tls: { caFile: at('ca.pem') },
    });
    const manager = await jetstreamManager(admin);
    await manager.streams.add({ name: 'GUARDED', subjects: ['guarded'] });
    const consumer = { durable_name: 'lukou', ack_policy: 'explicit', max_ack_pending: 100 } as const;
    await manager.consumers.add('GUARDED', consumer);
    await jetstream(admin).publish('guarded', messageOf(passage('login-1')));
    const running = lukou.start(`tls://${nats.address}/GUARDED?consumer=lukou`, settings());
    await until(async () => (await lukou.passages()).includes('login-1'));
    await running.stop();
    const { num_ack_pending: unanswered } = await manager.consumers.info('GUARDED', 'lukou');
    expect(unanswered).toBe(0);
    await admin.close();
  });

  itStreams.each([
    ['a server of an unknown authority', { LUKOU_NATS_CA: '' }, /NATS_UNUSABLE/],
    ['another password', { LUKOU_NATS_CREDENTIALS: 'wrong.yaml' }, /NATS_UNUSABLE/],
    ['a file that is none', { LUKOU_NATS_CREDENTIALS: 'half.yaml' }, /SETTING_INVALID/],
    ['a certificate without its key', { LUKOU_NATS_CERT: 'cert.pem' }, /SETTING_INVALID/],
  ])('refuses %s, and says no password', async (_what, more, code) => {
    const files = Object.fromEntries(
      Object.entries({ ...settings(), ...more })
        .filter(([, path]) => path !== '')
        .map(([name, path]) => [name, path.startsWith('/') ? path : at(path)]),
    );
    const error: unknown = await lukou.start(`tls://${nats.address}/GUARDED`, files).ended.catch((e) => e);
    expect(Reflect.get(error as object, 'code')).toMatch(code);
    expect(String(error)).not.toMatch(/-password/);
  });

  itStreams('hangs up where a server offers no TLS, before it says who it is', async () => {
    const plain = await startNats(LOGINS);
    const { ended } = lukou.start(`tls://${plain.address}/GUARDED`, settings());
    await expect(ended).rejects.toThrow(/does not support 'tls'/);
    await plain.close();
  });
});
