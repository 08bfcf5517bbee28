import { LukouError } from '../base/index.ts';
import { buildRegisterProgram } from './cli/program.ts';
import { requireOffline } from './network/find-network.ts';

// A program of its own: nothing of the online gateway is loaded beside the register, not even by way of main.ts.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const program = buildRegisterProgram().hook('preAction', () => requireOffline());
  await program.parseAsync(process.argv.slice(3), { from: 'user' });
} catch (error) {
  const words = error instanceof LukouError ? `${error.code}: ${error.message}` : String(error);
  process.stderr.write(`lukou: ${words}\n`);
  process.exitCode = 1;
}
