import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { issuerSettingsSchema, REFUSAL_REASONS, SAMPLE_CALLERS } from '../../../src/identity/index.ts';

const document = readFileSync('docs/identity.md', 'utf8');

it('docs/identity.md explains each reason of refusal, and no other', () => {
  const explained = [...document.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, reason]) => reason);
  expect(explained).toEqual([...REFUSAL_REASONS]);
});

it('docs/identity.md lists the sample callers as they are', () => {
  for (const [name, caller] of Object.entries(SAMPLE_CALLERS)) {
    const who = `${caller.nameZh} · ${caller.nameEn}`;
    const cells = [`\`${name}\``, `\`${caller.agency}\``, `\`${caller.role}\``, who, `\`${caller.purpose}\``];
    const line = document.split('\n').find((each) => each.startsWith(`| \`${name}\` `));
    expect(
      line
        ?.split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ).toEqual(cells);
  }
});

it('docs/identity.md shows an issuers file that is accepted', () => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(document)?.[1]?.replaceAll(/^ {3}/gm, '');
  const { issuers } = parse(yaml ?? '') as { issuers: unknown[] };
  expect(issuers.map((issuer) => issuerSettingsSchema.safeParse(issuer).success)).toEqual([true]);
});
