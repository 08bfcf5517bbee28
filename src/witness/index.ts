export { judgeHeadRequest, printHeadRequest, readHeadRequest } from './add-checkpoint.ts';
export { prepareHeadRequest } from './prepare-head-request.ts';
export { openWitness, type Witness } from './open-witness.ts';
export { openWitnessing, type Witnessing } from './open-witnessing.ts';
export { addCosignature } from './submit-head.ts';
export { witnessPolicySchema, type WitnessPolicy } from './witness-policy.ts';
export {
  countWitnessed,
  findCosignedHead,
  findHead,
  findSighting,
  keepWitnessedHead,
  readWitnessedHeads,
} from './witnessed-heads.ts';
