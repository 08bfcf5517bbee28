import { Command, InvalidArgumentError } from 'commander';
import { collectValues } from '../collect-values.ts';

/** Who witnesses, and which logs. */
export interface WitnessOptions {
  /** Key and state; made at the first run. */
  readonly folder: string;
  readonly name: string;
  /** Public keys of the logs (C2SP vkey). */
  readonly logs: readonly string[];
}

/** What `lukou witness` does; main brings it. */
export interface WitnessActions {
  /** Serves until the process is interrupted; `onReady` is given the address once it listens. */
  serve(
    options: WitnessOptions & { readonly host: string; readonly port: number },
    onReady: (url: string) => void,
  ): Promise<void>;
  /** The witness's public key. */
  showKey(options: Pick<WitnessOptions, 'folder' | 'name'>): Promise<string>;
  /** Cosigns what a gateway has asked for in a file; gives the cosignature's line. */
  sign(options: WitnessOptions, requestPath: string): Promise<string>;
  /** At the gateway: what a witness is to sign, one request for the log of this name. */
  request(witnessKey: string, log: string | null): Promise<string>;
  /** At the gateway: takes in what a witness has signed for a request. */
  take(requestPath: string, cosignedPath: string, witnessKey: string): Promise<string>;
}

/** `lukou witness ...`: a partner agency sees to it that a log forgets nothing. */
export function buildWitnessCommand(actions: WitnessActions): Command {
  const command = new Command('witness').description('cosign the heads of another agency’s disclosure log');
  const print = (text: string): void => void process.stdout.write(text);

  withPlace(command.command('serve', { isDefault: true }))
    .description('answer add-checkpoint (C2SP tlog-witness) until interrupted')
    .requiredOption('--log <vkey>', 'public key of a log to watch (repeat for several)', collectValues, [])
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'TCP port; 0 takes a free one', readPort, 4_400)
    .addHelpText(
      'after',
      '\nExample:\n  lukou witness --name witness.justice.example --log lukou.lukou/gateway+1f2e3d4c+AQ...',
    )
    .action((options: ServeOptions) => {
      const { log: logs, ...rest } = options;
      return actions.serve({ ...rest, logs }, (url) => print(`witness ready ${url}\n`));
    });

  withPlace(command.command('key'))
    .description('print the witness’s public key, which gateways and auditors need')
    .action(async (options: PlaceOptions) => print(`${await actions.showKey(options)}\n`));

  withPlace(command.command('sign'))
    .description('cosign a request that came as a file, and print the cosignature')
    .argument('<request>', 'the file that lukou witness request wrote')
    .requiredOption('--log <vkey>', 'public key of a log to watch (repeat for several)', collectValues, [])
    .addHelpText(
      'after',
      '\nExample:\n  lukou witness sign --name witness.justice.example --log lukou.lukou/gateway+... head.request > head.cosigned',
    )
    .action(async (path: string, { log: logs, ...place }: PlaceOptions & { log: readonly string[] }) =>
      print(await actions.sign({ ...place, logs }, path)),
    );

  command
    .command('request')
    .description('at the gateway: print the newest head, with proof, for a witness to sign')
    .requiredOption('--witness <vkey>', 'public key of the witness')
    .option('--log <name>', 'the log; the gateway’s own unless given')
    .addHelpText(
      'after',
      '\nExample:\n  lukou witness request --witness witness.justice.example+... > head.request',
    )
    .action(async ({ witness, log }: { witness: string; log?: string }) =>
      print(await actions.request(witness, log ?? null)),
    );

  command
    .command('take')
    .description('at the gateway: take in what a witness has signed')
    .argument('<request>', 'the file that the witness was given')
    .argument('<cosigned>', 'the file that it gave back')
    .requiredOption('--witness <vkey>', 'public key of the witness')
    .action(async (request: string, cosigned: string, { witness }: { witness: string }) =>
      print(`${await actions.take(request, cosigned, witness)}\n`),
    );

  return command;
}

interface PlaceOptions {
  readonly folder: string;
  readonly name: string;
}

interface ServeOptions extends PlaceOptions {
  readonly log: readonly string[];
  readonly host: string;
  readonly port: number;
}

function withPlace(command: Command): Command {
  return command
    .requiredOption('--name <name>', 'the witness’s name, as in witness.justice.example')
    .option('--folder <path>', 'folder with its key and what it has cosigned', '.lukou-witness');
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Write a port, 0 to 65535.');
  return port;
}
