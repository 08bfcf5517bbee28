import { LukouError } from '../../../src/base/index.ts';
import { ONLINE_LABELS, requireOnlineLabel } from '../../../src/classification/index.ts';

describe('an online label', () => {
  it.each(ONLINE_LABELS)('%s is one', (label) => {
    expect(requireOnlineLabel(label)).toBe(label);
  });

  it.each([undefined, null, '', 'public', ' PUBLIC', 'SECRET', '机密', 0, ['PUBLIC']])(
    '%p is none, and refuses',
    (value) => {
      expect(() => requireOnlineLabel(value)).toThrow(LukouError);
    },
  );

  it('is refused without echoing what was given, since that may be a mark', () => {
    expect(() => requireOnlineLabel('机密★1年')).toThrow(
      /^(?!.*机密).*PUBLIC, INTERNAL, RESTRICTED, SENSITIVE/,
    );
  });
});
