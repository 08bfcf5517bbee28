import { createRecordReplayer } from '../../../src/wiring/index.ts';

const leafOf = (policyDigest: string | null): Buffer =>
  Buffer.from(
    JSON.stringify({
      seq: 1,
      time: '2026-03-02T09:00:00.000+08:00',
      actor: { agency: null, role: 'public' },
      purpose: { code: null, caseRef: null },
      policyDigest,
      grantDigest: 'ff',
      fields: [['RoadSegment.id', 'allow', 'default']],
    }),
  );

describe('Records of one answer', () => {
  const asked: string[] = [];
  const replayer = () =>
    createRecordReplayer(async (digest) => {
      asked.push(digest);
      return null;
    });
  beforeEach(() => asked.splice(0));

  it('rest on four sets of agreements at most, so that no question takes long to replay', async () => {
    const replay = replayer();
    for (const digest of ['a', 'b', 'c', 'd', 'a', 'd']) expect(await replay(leafOf(digest))).toBeNull();
    await expect(replay(leafOf('e'))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(asked).not.toContain('e');
  });

  it('without a decision are not replayed, and need no set', async () => {
    expect(await replayer()(leafOf(null))).toBeNull();
    expect(asked).toEqual([]);
  });
});
