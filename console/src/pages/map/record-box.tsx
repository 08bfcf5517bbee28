import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  MapCheckpointDocument,
  MapEventDocument,
  MapGantryDocument,
  MapSegmentDocument,
} from '../../graphql/generated.ts';
import { type Answer, type AnswerError, useQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Box } from '../../ui/index.ts';
import type { Kind, Thing } from './kinds.ts';
import { RecordFields } from './record-fields.tsx';
import { mapWords } from './words.ts';

/** The governed record of one thing: each field, what was decided about it, and the record of this very question. */
export function RecordBox({
  thing: { kind, id },
  onClose,
}: {
  readonly thing: Thing;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords(mapWords);
  const Asked = ASKED[kind];
  return (
    <Box kind="drawer" title={`${words[kind]} ${id}`} onClose={onClose}>
      <Asked key={id} id={id} />
    </Box>
  );
}

interface Id {
  readonly id: string;
}

const ASKED: Readonly<Record<Kind, (thing: Id) => ReactNode>> = {
  segment: function Segment({ id }) {
    return <Shown question={useQuestion(MapSegmentDocument, { id }, useStated())} />;
  },
  gantry: function Gantry({ id }) {
    return <Shown question={useQuestion(MapGantryDocument, { id }, useStated())} />;
  },
  checkpoint: function Checkpoint({ id }) {
    return <Shown question={useQuestion(MapCheckpointDocument, { id }, useStated())} />;
  },
  event: function Event({ id }) {
    return <Shown question={useQuestion(MapEventDocument, { id }, useStated())} />;
  },
};

function Shown({ question }: { readonly question: UseQueryResult<Answer<object>, AnswerError> }): ReactNode {
  const words = useWords(mapWords);
  const formats = useFormats();
  return (
    <Answered question={question}>
      {({ data, disclosure, receipt }) => (
        <>
          <RecordFields data={data} disclosure={disclosure} />
          {receipt !== null && <p className="soft small">{words.receipt(formats.number(receipt.index))}</p>}
        </>
      )}
    </Answered>
  );
}
