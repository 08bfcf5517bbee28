import { MAX_RECORD_BYTES, type DisclosureEntry, encodeRecord } from '../../../src/audit/index.ts';

const PLACE = {
  index: 7,
  id: '0197a000-0000-7000-8000-000000000000',
  recordedAt: '2026-01-31T00:00:00.000Z',
  nonce: '00'.repeat(16),
};

function entryWith(change: Partial<DisclosureEntry>): DisclosureEntry {
  return {
    stage: 'RELEASE',
    actor: { pseudonym: 'p1_x', agency: 'AG-TRAFFIC-POLICE', role: 'analyst', auth: 'jwt' },
    source: { ip: '127.0.0.1' },
    purpose: { code: 'ROAD_SAFETY', caseReference: null },
    agreements: [{ uid: 'urn:agr:a', version: 1, sha256: 'aa' }],
    policyDigest: 'bb',
    grantDigest: 'ee',
    operation: { name: 'Q', documentSha256: 'cc' },
    fields: [['RoadSegment.id', 'allow', 'urn:agr:a@1#p1']],
    result: { rows: 1, bytes: 2, sha256: 'dd', status: 200, code: 'OK' },
    requestId: 'r',
    ...change,
  };
}

describe('A disclosure record', () => {
  it('has its keys in one fixed order', () => {
    expect(encodeRecord(entryWith({}), PLACE).toString()).toMatchInlineSnapshot(
      `"{"v":1,"id":"0197a000-0000-7000-8000-000000000000","seq":7,"nonce":"00000000000000000000000000000000","time":"2026-01-31T00:00:00.000Z","stage":"RELEASE","actor":{"pseudonym":"p1_x","agency":"AG-TRAFFIC-POLICE","role":"analyst","auth":"jwt"},"src":{"ip":"127.0.0.1"},"purpose":{"code":"ROAD_SAFETY","caseRef":null},"agreements":[{"uid":"urn:agr:a","version":1,"sha256":"aa"}],"policyDigest":"bb","grantDigest":"ee","op":{"name":"Q","documentSha256":"cc"},"fields":[["RoadSegment.id","allow","urn:agr:a@1#p1"]],"result":{"rows":1,"bytes":2,"sha256":"dd","status":200,"code":"OK"},"requestId":"r"}"`,
    );
  });

  it.each([
    ['a line break', 'a\r\nb'],
    ['a terminal colour', '\u001b[31mred'],
    ['NUL', 'a\u0000b'],
    ['a bidirectional override', 'user\u202Egnp.exe'],
    ['a C1 control', 'a\u009bb'],
    ['a line separator', 'a\u2028b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('L4 keeps %s from breaking its line, and loses nothing', (_what, name) => {
    const bytes = encodeRecord(entryWith({ operation: { name, documentSha256: null } }), PLACE).toString();
    expect(bytes).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e\ufffd]/);
    expect((JSON.parse(bytes) as { op: { name: string } }).op.name).toBe(name);
  });

  it('is refused where it would not fit, never cut', () => {
    const fields = Array.from({ length: 2_000 }, (_, at) => [`Type.field${at}`, 'allow', 'rule'] as const);
    expect(() => encodeRecord(entryWith({ fields }), PLACE)).toThrow(/would not fit/);
    expect(MAX_RECORD_BYTES).toBe(65_535);
  });
});
