import { Argument, Command } from 'commander';

/** What the commands for agencies with a process of their own do; main brings it. */
export interface SubgraphActions {
  /** The subgraphs that come with Lukou. */
  readonly names: readonly string[];
  start(name: string): Promise<void>;
  /** The gateway's public key as one line of JSON. */
  gatewayKey(): Promise<string>;
}

/** `lukou subgraph` at the agency, `lukou gateway-key` at the gateway. */
export function buildSubgraphCommands(actions: SubgraphActions): readonly Command[] {
  const subgraph = new Command('subgraph')
    .description('serve one agency’s subgraph beside its own database, for the gateways in LUKOU_GATEWAYS')
    .addArgument(new Argument('<name>', 'the subgraph').choices(actions.names))
    .addHelpText(
      'after',
      '\nExample:\n  LUKOU_GATEWAYS=gateways.yaml LUKOU_AGREEMENTS=agreements lukou subgraph checkpoint\n\nMore: docs/federation.md',
    )
    .action((name: string) => actions.start(name));
  const gatewayKey = new Command('gateway-key')
    .description('print the public key that this gateway signs with, for the agencies’ LUKOU_GATEWAYS')
    .addHelpText('after', '\nExample:\n  lukou gateway-key > gateway-key.json')
    .action(async () => void process.stdout.write(`${await actions.gatewayKey()}\n`));
  return [subgraph, gatewayKey];
}
