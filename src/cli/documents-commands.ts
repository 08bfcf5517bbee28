import { Command } from 'commander';

/** A document that gateways answer by its digest. */
export interface NamedDocument {
  readonly sha256: string;
  readonly sourceName: string;
}

/** What `lukou documents` does; main brings it. */
export interface DocumentActions {
  /** Publishes files with operations, and those in folders: all of them or none. */
  publish(paths: readonly string[]): Promise<readonly NamedDocument[]>;
  list(): Promise<readonly (NamedDocument & { readonly publishedAt: string })[]>;
}

/** `lukou documents`: the operations that gateways on this database answer by digest. */
export function buildDocumentsCommand(actions: DocumentActions): Command {
  const command = new Command('documents').description(
    'publish the operations that clients may name by digest',
  );

  command
    .command('publish')
    .description('check files with operations, and publish all of them or none')
    .argument('<paths...>', 'files, or folders with .graphql and .gql files')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  lukou documents publish examples/')
    .action(async (paths: readonly string[], { json }: { json?: boolean }) => {
      const published = await actions.publish(paths);
      print(published, json, ({ sha256, sourceName }) => `${sha256}  ${sourceName}`);
    });

  command
    .command('list')
    .description('print the published documents')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  lukou documents list --json')
    .action(async ({ json }: { json?: boolean }) => {
      print(await actions.list(), json, ({ sha256, publishedAt, sourceName }) =>
        [sha256, publishedAt, sourceName].join('  '),
      );
    });

  return command;
}

function print<Item>(items: readonly Item[], json: boolean | undefined, line: (item: Item) => string): void {
  process.stdout.write(
    json === true ? `${JSON.stringify(items)}\n` : items.map((item) => `${line(item)}\n`).join(''),
  );
}
