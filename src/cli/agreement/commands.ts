import { Command, InvalidArgumentError, Option } from 'commander';
import type { AgreementChange, AgreementMatrix, SignatureFinding } from '../../agreement/index.ts';
import type { ImpactReport } from '../../audit/index.ts';
import { MATRIX_FORMATS, type MatrixFormat, printMatrix } from './print-matrix.ts';

const DAY_MS = 86_400_000;

/** What is lifted, by whom and why. */
export interface Lifting {
  /** Of the agreements, where the list is kept. */
  readonly folder: string;
  /** As uid@version. */
  readonly name: string;
  readonly agency: string;
  readonly keyPath: string;
  readonly reason: string;
}

/** What is suspended, by whom, why and from when: at once unless given. */
export interface Suspending extends Lifting {
  readonly from?: string | undefined;
}

/** What the steward's commands do; main brings it. A path is a file or a folder. */
export interface AgreementActions {
  /** JSON Schema of agreement files. */
  fileSchema(): Promise<object>;
  /** Compiles the set; null takes the gateway's own. */
  check(path: string | null): Promise<{ readonly names: readonly string[]; readonly policyDigest: string }>;
  matrix(path: string | null): Promise<AgreementMatrix>;
  /** The schema that one class of callers sees, as SDL. */
  sdl(path: string | null, className: string): Promise<string>;
  diff(before: string, after: string): Promise<readonly AgreementChange[]>;
  /** What a draft would have changed in the answers since an instant. */
  impact(draft: string, since: Date): Promise<ImpactReport>;
  /** Makes a key pair, keeps the private key in a new file, and gives the public key's entry for the list. */
  makeKey(agency: string, out: string): Promise<string>;
  /** Adds the agency's signature to the file. */
  sign(path: string, agency: string, keyPath: string): Promise<string>;
  /** Writes a signed suspension into the folder's list. */
  suspend(asked: Suspending): Promise<string>;
  /** Writes the signed lift of a suspension beside it. */
  lift(asked: Lifting): Promise<string>;
  verify(
    path: string,
    keysPath: string,
  ): Promise<readonly { name: string; findings: readonly SignatureFinding[] }[]>;
}

/** `lukou agreement ...`: what an agency's steward does with agreement files. */
export function buildAgreementCommand(actions: AgreementActions): Command {
  const command = new Command('agreement').description('write, check, compare and sign agreements');
  const print = (text: string): void => void process.stdout.write(text);

  command
    .command('schema')
    .description('print the JSON Schema of agreement files, for editors')
    .addHelpText('after', '\nExample:\n  lukou agreement schema > agreement.schema.json')
    .action(async () => print(`${JSON.stringify(await actions.fileSchema(), null, 2)}\n`));

  command
    .command('check')
    .description('compile a set of agreements as the gateway would, and list every problem')
    .argument('[path]', 'file or folder; the gateway’s own set unless given')
    .action(async (path?: string) => {
      const { names, policyDigest } = await actions.check(path ?? null);
      print(
        `${names.map((name) => `${name}\n`).join('')}${names.length} agreements, policy ${policyDigest}\n`,
      );
    });

  command
    .command('matrix')
    .description('print which field each class of callers may read and use')
    .argument('[path]', 'file or folder; the gateway’s own set unless given')
    .addOption(new Option('--format <format>', 'how').choices(MATRIX_FORMATS).default('table'))
    .action(async (path: string | undefined, { format }: { format: MatrixFormat }) =>
      print(printMatrix(await actions.matrix(path ?? null), format)),
    );

  command
    .command('sdl')
    .description('print the schema that one class of callers sees')
    .argument('[path]', 'file or folder; the gateway’s own set unless given')
    .requiredOption('--as <class>', 'the class as matrix names it: "AG-TRANSPORT-CENTRE partner ROAD_SAFETY"')
    .action(async (path: string | undefined, { as: className }: { as: string }) =>
      print(await actions.sdl(path ?? null, className)),
    );

  command
    .command('diff')
    .description('say what one version changes against another; exit status 1 where they differ')
    .argument('<before>', 'agreement file')
    .argument('<after>', 'agreement file')
    .option('--json', 'print one JSON document')
    .action(async (before: string, after: string, { json }: { json?: boolean }) => {
      const changes = await actions.diff(before, after);
      print(json === true ? `${JSON.stringify(changes, null, 2)}\n` : describeChanges(changes));
      if (changes.length > 0) process.exitCode = 1;
    });

  command
    .command('impact')
    .description(
      'say what a draft would have changed in the answers of the last days, from the disclosure log',
    )
    .argument('<draft>', 'agreement file')
    .option('--days <days>', 'how many days back', readDays, 30)
    .option('--json', 'print one JSON document')
    .action(async (draft: string, { days, json }: { days: number; json?: boolean }) => {
      const report = await actions.impact(draft, new Date(Date.now() - days * DAY_MS));
      print(json === true ? `${JSON.stringify(report, null, 2)}\n` : describeImpact(report));
    });

  command
    .command('key')
    .description('make an Ed25519 key pair for an agency, and print the entry for the list of keys')
    .requiredOption('--agency <code>', 'the agency')
    .requiredOption('--out <file>', 'where the private key goes; it must not be there yet')
    .action(async ({ agency, out }: { agency: string; out: string }) =>
      print(await actions.makeKey(agency, out)),
    );

  command
    .command('sign')
    .description('sign an agreement for one of its parties')
    .argument('<file>', 'agreement file; the signature is added to it')
    .requiredOption('--agency <code>', 'the party')
    .requiredOption('--key <file>', 'its private key')
    .action(async (file: string, { agency, key }: { agency: string; key: string }) =>
      print(`${await actions.sign(file, agency, key)}\n`),
    );

  interface SuspensionOptions {
    readonly agency: string;
    readonly key: string;
    readonly reason: string;
    readonly from?: string;
  }
  const onSuspensions = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .argument('<folder>', 'folder of the agreements')
      .argument('<agreement>', 'the version: uid@version')
      .requiredOption('--agency <code>', 'the party that suspends')
      .requiredOption('--key <file>', 'its steward’s private key')
      .requiredOption('--reason <text>', 'why');
  onSuspensions('suspend', 'take an agreement out of force, signed, in the list suspensions.yaml')
    .option('--from <instant>', 'from then on, with offset; at once unless given')
    .action(async (folder: string, name: string, { agency, key, reason, from }: SuspensionOptions) =>
      print(`${await actions.suspend({ folder, name, agency, keyPath: key, reason, from })}\n`),
    );
  onSuspensions('lift', 'lift a suspension, signed by the party that suspended').action(
    async (folder: string, name: string, { agency, key, reason }: SuspensionOptions) =>
      print(`${await actions.lift({ folder, name, agency, keyPath: key, reason })}\n`),
  );

  command
    .command('verify')
    .description('check the signatures of agreements; exit status 1 where one is missing or does not fit')
    .argument('<path>', 'file or folder')
    .requiredOption('--keys <file>', 'list of the agencies’ keys')
    .action(async (path: string, { keys }: { keys: string }) => {
      const agreements = await actions.verify(path, keys);
      for (const { name, findings } of agreements) {
        for (const { agency, keyId, state } of findings)
          print(`${name}  ${agency}  ${keyId ?? '-'}  ${state}\n`);
      }
      const isSound = agreements.every(({ findings }) => findings.every(({ state }) => state === 'valid'));
      if (!isSound) process.exitCode = 1;
    });

  return command;
}

function readDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3_660)
    throw new InvalidArgumentError('Write a whole number of days, 1 to 3660.');
  return days;
}

function describeImpact({ recordsRead, recordsChanged, impacts }: ImpactReport): string {
  const lines = impacts.map(
    ({ records, kind, who, coordinate, before, after }) =>
      `${String(records).padStart(8)}  ${kind}: ${coordinate} for ${who}: ${before} -> ${after}\n`,
  );
  return `${lines.join('')}${recordsChanged} of ${recordsRead} records would have come out otherwise.\n`;
}

function describeChanges(changes: readonly AgreementChange[]): string {
  if (changes.length === 0) return 'They say the same.\n';
  return [...Map.groupBy(changes, ({ who }) => who ?? 'the agreement')]
    .map(
      ([who, group]) =>
        `${who}\n${group.map(({ what, before, after }) => `  ${what}: ${before} -> ${after}\n`).join('')}`,
    )
    .join('');
}
