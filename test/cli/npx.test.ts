import { spawnSync } from 'node:child_process';

it('runs by the name that the README gives it, since npm would refuse a package that runs scripts when it is installed', () => {
  const { HOME, PATH } = process.env;
  const { status, stdout, stderr } = spawnSync('npx', ['lukou', '--help'], {
    env: { PATH: PATH!, HOME: HOME! },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: lukou /);
});
