export { RecordTable } from './record-table.tsx';
export { STAGES } from './stages.ts';
