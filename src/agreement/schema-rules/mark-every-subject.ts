import { SUBJECT_KINDS, type SubjectKind } from '../../masking/index.ts';
import { argumentOf, directivesOf, namedTypeOf, objectFields } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

const OF_PERSON = /(?:^idNo|IdNo|^phone|Phone|^subjectRef)$/;
const NAME = /(?:^name|Name)$/;

/** A field whose values name a vehicle or a person says so: what of them was seen is counted and recorded. */
export const markEverySubject: SchemaRule = {
  name: 'every-subject-is-marked',
  check: ({ document }) =>
    objectFields(document).flatMap(({ name, field }): Finding[] => {
      const kinds = directivesOf(field, 'subject').map((mark) => argumentOf(mark, 'kind'));
      const needed = kindOf(field);
      if (kinds.length > 1 || kinds.some((kind) => !SUBJECT_KINDS.some((known) => known === kind)))
        return [{ place: name, message: `say one kind: @subject(kind: ${SUBJECT_KINDS.join(' or ')})` }];
      return needed === null || kinds[0] === needed
        ? []
        : [{ place: name, message: `add @subject(kind: ${needed}): its values name one` }];
    }),
};

type Field = ReturnType<typeof objectFields>[number]['field'];

function kindOf(field: Field): SubjectKind | null {
  if (namedTypeOf(field.type) === 'PlateNo') return 'PLATE';
  const name = field.name.value;
  const level = argumentOf(directivesOf(field, 'sensitivity')[0], 'level');
  // Roads and committees have names too; those of persons are SENSITIVE.
  return OF_PERSON.test(name) || (level === 'SENSITIVE' && NAME.test(name)) ? 'PERSON' : null;
}
