import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUTIES, dutyOf, ROLES } from '../../../src/agreement/index.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/duties.md'), 'utf8');

describe('The three duties', () => {
  it('are on their page, word for word', () => {
    const rows = PAGE.split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const written = rows.map(([, duty, zh, role, , commands]) => ({
      duty: duty?.replaceAll('`', ''),
      zh,
      role: role === 'none' ? null : role?.replaceAll('`', ''),
      commands: commands?.replaceAll('`', '').split(', '),
    }));
    expect(written).toEqual(
      Object.entries(DUTIES).map(([duty, { zh, role, commands }]) => ({ duty, zh, role, commands })),
    );
  });

  it('have one role each at most, and no role has two of them', () => {
    expect(ROLES.map((role) => [role, dutyOf(role)])).toEqual([
      ['analyst', null],
      ['partner', null],
      ['steward', 'steward'],
      ['auditor', 'auditor'],
      ['public', null],
    ]);
  });
});
