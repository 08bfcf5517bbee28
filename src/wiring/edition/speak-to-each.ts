import { getNamedType, isAbstractType, isCompositeType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { GraphQLCompositeType, GraphQLSchema } from 'graphql';
import type { Grant } from '../../agreement/index.ts';
import { type Federation, parseText } from '../../federation/index.ts';
import { type GraphqlSpeaker, startGraphqlSpeaker } from '../../http/index.ts';
import type { Edition, SelectedField } from '../../request/index.ts';

// A schema and what is kept of it, a few MB; most callers may know the whole one.
const KEPT_SPEAKERS = 50;

/** GraphQL over HTTP with every caller in the names that the caller may know. */
export interface Speakers {
  readonly speakGraphql: Edition['speakGraphql'];
  stop(): Promise<void>;
}

/**
 * One speaker for each schema that callers may know. What is invisible to a caller is not in the schema that its
 * operations are validated against, so no word of the refusal can differ from that of an unknown name.
 */
export function speakToEach(
  { consumerSchema, schemaFor }: Pick<Federation, 'consumerSchema' | 'schemaFor'>,
  options: Parameters<typeof startGraphqlSpeaker>[1],
): Speakers {
  const speakers = new Map<GraphQLSchema, Promise<GraphqlSpeaker>>();
  return {
    async speakGraphql(arrival, grant, run) {
      const schema = schemaFor(grant);
      const speaker = await (speakers.get(schema) ?? start(schema));
      const spoken = await speaker.speak(arrival, run);
      if (schema === consumerSchema || spoken.refusedText === undefined) return spoken;
      return { ...spoken, invisible: listInvisibleFields(spoken.refusedText, consumerSchema, grant) };
    },
    async stop() {
      for (const speaker of speakers.values()) await (await speaker).stop();
    },
  };

  function start(schema: GraphQLSchema): Promise<GraphqlSpeaker> {
    const [oldest] = speakers.keys();
    // Not stopped: it may be speaking, and holds nothing that would have to be given back.
    if (speakers.size >= KEPT_SPEAKERS && oldest !== undefined) speakers.delete(oldest);
    const speaker = startGraphqlSpeaker(schema, options);
    speakers.set(schema, speaker);
    return speaker;
  }
}

/** What of a refused document is invisible to the caller: nobody is told but the record. */
function listInvisibleFields(
  documentText: string,
  schema: GraphQLSchema,
  grant: Grant,
): readonly SelectedField[] {
  const document = parseText(documentText);
  if (document === null) return [];
  const found = new Map<string, SelectedField>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = getNamedType(types.getParentType());
        if (!isCompositeType(parent)) return;
        for (const { name: typeName } of possibleTypes(parent, schema)) {
          const coordinate = `${typeName}.${name.value}`;
          const decision = grant.decide(coordinate);
          if (decision.code === 'INVISIBLE') found.set(coordinate, { coordinate, decision, path: [] });
        }
      },
    }),
  );
  return [...found.values()];
}

function possibleTypes(type: GraphQLCompositeType, schema: GraphQLSchema): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}
