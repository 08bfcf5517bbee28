import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DEADLINE_POLICIES, describeMachine, type Machine, MACHINES } from '../../src/loops/index.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'loops.md');
const [BEGIN, END] = ['<!-- made from src/loops: begin -->', '<!-- made from src/loops: end -->'];

// To write it anew: LUKOU_WRITE_DOCS=1 npm test -- --testPathPatterns test/docs/loops
it('the diagrams and tables of docs/loops.md are those of the machines', async () => {
  const page = await readFile(PAGE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0]!, page.split(END)[1]!];
  const made = Object.values<Machine>(MACHINES)
    .map((machine) => describeMachine(machine, DEADLINE_POLICIES.at(-1)!))
    .join('\n\n');
  const whole = `${before}${BEGIN}\n\n${made}\n\n${END}${after}`;
  const expected = await format(whole, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  if (process.env['LUKOU_WRITE_DOCS'] === '1') await writeFile(PAGE, expected);
  expect(await readFile(PAGE, 'utf8')).toBe(expected);
});
