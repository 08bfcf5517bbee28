import { DUTIES } from '../../src/agreement/index.ts';
import { runLukou } from './run-lukou.ts';

describe('Every command of lukou', () => {
  it('belongs to one of the three duties', async () => {
    const { stdout } = await runLukou(['--help']);
    const [, list = ''] = stdout.split('Commands:\n');
    const commands = [...list.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name!);
    const known = new Set<string>(Object.values(DUTIES).flatMap((duty) => [...duty.commands]));
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => name !== 'help' && !known.has(name))).toEqual([]);
  });
});
