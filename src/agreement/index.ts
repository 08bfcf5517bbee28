export { agreementName, type Agreement, type Ceiling, type RowScope } from './agreement.ts';
export { readAgencyKeys, type AgencyKey } from './signing/agency-keys.ts';
export {
  isSigned,
  signAgreement,
  verifySignatures,
  type AgreementSignature,
  type SignatureFinding,
} from './signing/sign-agreement.ts';
export { decisionInWords } from './decision-in-words.ts';
export { diffAgreements, type AgreementChange } from './diff-agreements.ts';
export { listMatrix, type AgreementMatrix } from './list-matrix.ts';
export { publishFileSchema } from './publish-file-schema.ts';
export { askOf, describeClass, listClasses, type CallerClass } from './list-classes.ts';
export { bindGrant } from './bind-grant.ts';
export { recallGrant } from './remember-grants.ts';
export { bindGrantOfOwners } from './bind-grant-of-owners.ts';
export { buildCatalogue } from './build-catalogue.ts';
export type { Backing, Catalogue, Coordinate, ObjectFacts, SubgraphDocument } from './catalogue.ts';
export {
  auditsAll,
  BREAK_GLASS_REASONS,
  LOG_KEEPER,
  PURPOSES,
  PURPOSE_NAMES,
  ROLES,
  SENSITIVITIES,
  USES,
  type BreakGlassReason,
  type HandlingCode,
  type Purpose,
  type Role,
  type Sensitivity,
  type Use,
} from './codes.ts';
export { DUTIES, type Duty, dutyOf } from './duties.ts';
export { checkSchema, requireCatalogue } from './check-schema.ts';
export { compileInSteps, compilePolicy, type CompileOptions } from './compile-policy.ts';
export { digestOfOwners, ownersOfSubgraph } from './digest-of-owners.ts';
export type { Ask, Contact, Decision, DecisionCode, Grant } from './grant.ts';
export { listAccess, type AccessTable, type AskedAccess } from './list-access.ts';
export type { Policy } from './policy.ts';
export { compareSchemas, type SchemaChanges } from './published/compare-schemas.ts';
export { publishSchema } from './published/publish-schema.ts';
export type { SchemaChange } from './published/schema-change.ts';
export { tiesOf } from './row-ties.ts';
export { readAgreement, restoreAgreement, type SavedAgreement } from './read-agreement.ts';
export { settleSuspensions } from './settle-suspensions.ts';
export { signLift, signSuspension } from './signing/sign-suspension.ts';
export { readSuspensions, type ListedSuspension, type Suspension } from './suspension.ts';
export type { SchemaProblem } from './schema-rules/schema-rule.ts';
export { classifiedNames, stripClassified } from './strip-classified.ts';
export { hideInvisible, listInvisible } from './view/hide-invisible.ts';
export { viewSchema } from './view/view-schema.ts';
export { listSharedFields, type SharedField } from './list-shared-fields.ts';
