import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgreementRow, DisclosureRecordRow, SharedFieldRow, OversightContext } from '../storage/index.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Administrative division after GB/T 2260, six digits: 150724. */
  AdminDivisionCode: { input: string; output: string; }
  /** An instant with offset, RFC 3339, answered at +08:00: 2026-01-31T22:15:00+08:00. */
  DateTime: { input: string; output: string; }
  /** A GeoJSON geometry (RFC 7946), longitude before latitude, WGS 84. */
  GeoJSON: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /** A number plate (号牌号码) after GA/T 1400, upper case without separators, or its masked form. */
  PlateNo: { input: string; output: string; }
  /** Route number after GB/T 917: G10, S201, X904. */
  RoadCode: { input: string; output: string; }
  /** A place along a road by its stake: K123+400. */
  StakeMark: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** A sharing agreement that this gateway has loaded. */
export type Agreement = {
  readonly __typename?: 'Agreement';
  /** The agency that receives it. */
  readonly assignee?: Maybe<Scalars['String']['output']>;
  /** The agency that owns the data. */
  readonly assigner?: Maybe<Scalars['String']['output']>;
  /** Code of its legal basis. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** Purposes that it serves; none means that it is open to the public. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Roles that it serves. */
  readonly roles?: Maybe<ReadonlyArray<CallerRole>>;
  /** SHA-256 of the agreement, hexadecimal. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
  /** Fields that it decides. */
  readonly sharedFields?: Maybe<ReadonlyArray<SharedField>>;
  /** Identifier. */
  readonly uid?: Maybe<Scalars['ID']['output']>;
  /** From when it is in force. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is in force. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Version. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};

/** A page of agreements. */
export type AgreementConnection = {
  readonly __typename?: 'AgreementConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<AgreementEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Agreement>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An agreement and its cursor. */
export type AgreementEdge = {
  readonly __typename?: 'AgreementEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Agreement;
};

/** Which agreements. */
export type AgreementFilter = {
  /** By the agency that receives it. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  /** By the agency that owns the data. */
  readonly assigner?: InputMaybe<Scalars['String']['input']>;
};

/** Order of agreements. */
export type AgreementOrder =
  | 'UID_ASC';

/** Role of a caller. */
export type CallerRole =
  /** Reads for the own agency, over many agencies' data. */
  | 'analyst'
  /** Reads the log. */
  | 'auditor'
  /** Someone at the machine of the gateway, taking in a file. */
  | 'operator'
  /** Another agency under an agreement. */
  | 'partner'
  /** Nobody in particular: no token. */
  | 'public'
  /** Keeps an agency's agreements. */
  | 'steward'
  /** A token that was refused. */
  | 'unknown';

/** Which ability on the field an input uses. */
export type Capability =
  | 'FILTER'
  | 'MATCH'
  | 'SORT';

/** Direction along the road's stakes. */
export type Direction =
  /** Both carriageways. */
  | 'BOTH'
  /** Towards lower stakes (下行). */
  | 'DOWN'
  /** Towards higher stakes (上行). */
  | 'UP';

/** One record of the disclosure log: who saw what, why, and under which agreement. It holds no disclosed value. */
export type DisclosureRecord = {
  readonly __typename?: 'DisclosureRecord';
  /** Pseudonym of the caller. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** Agency of the caller; null for the public. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Agreements that the answer rests on, as uid@version. */
  readonly agreements?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Case reference stated. */
  readonly caseReference?: Maybe<Scalars['String']['output']>;
  /** Outcome: OK, or a code of docs/errors.md. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** What was decided for each field that was asked for. */
  readonly fields?: Maybe<ReadonlyArray<FieldDecision>>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Place in the log, from 0. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  /** The record itself, exactly as it was stored. */
  readonly leaf?: Maybe<Scalars['String']['output']>;
  /** Name of the operation. */
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** Purpose stated. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of the answer without its receipt, hexadecimal. */
  readonly resultSha256?: Maybe<Scalars['String']['output']>;
  /** Role of the caller. */
  readonly role?: Maybe<CallerRole>;
  /** Rows in the answer. */
  readonly rowCount?: Maybe<Scalars['Int']['output']>;
  /** What it records. */
  readonly stage?: Maybe<DisclosureStage>;
};

/** A page of records. */
export type DisclosureRecordConnection = {
  readonly __typename?: 'DisclosureRecordConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DisclosureRecordEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DisclosureRecord>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A record and its cursor. */
export type DisclosureRecordEdge = {
  readonly __typename?: 'DisclosureRecordEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DisclosureRecord;
};

/** Which records. */
export type DisclosureRecordFilter = {
  /** Of callers of this agency. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** That asked for this field: Type.field. */
  readonly coordinate?: InputMaybe<Scalars['String']['input']>;
  /** Written in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Only records with a case reference, or only without. */
  readonly hasCaseReference?: InputMaybe<Scalars['Boolean']['input']>;
  /** With this purpose. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Of callers with this role. */
  readonly role?: InputMaybe<CallerRole>;
  /** With this stage. */
  readonly stage?: InputMaybe<DisclosureStage>;
};

/** Order of records. */
export type DisclosureRecordOrder =
  | 'INDEX_DESC';

/** What a record records. */
export type DisclosureStage =
  | 'ADMIN'
  | 'DENY'
  | 'ERROR'
  | 'INTENT'
  | 'RELEASE';

/** What was decided for one field. */
export type FieldDecision = {
  readonly __typename?: 'FieldDecision';
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** allow, mask:..., or deny:... */
  readonly decision: Scalars['String']['output'];
  /** The clause that decided: uid@version#clause, or default. */
  readonly rule: Scalars['String']['output'];
};

/** Where a page ends and whether more follows. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last row, for after. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Sharing agreements that this gateway has loaded, in order of uid and version. */
  readonly agreements?: Maybe<AgreementConnection>;
  /** One record of the disclosure log by its index. */
  readonly disclosureRecord?: Maybe<DisclosureRecord>;
  /** Records of the disclosure log, newest first. Reading them is a record too. */
  readonly disclosureRecords?: Maybe<DisclosureRecordConnection>;
};


export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgreementFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AgreementOrder;
};


export type QueryDisclosureRecordArgs = {
  index: Scalars['Int']['input'];
};


export type QueryDisclosureRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisclosureRecordFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DisclosureRecordOrder;
};

/** What an agreement may open rows by. An operand that a type does not list would not be enforced, so it refuses. */
export type RowOperand =
  /** Greatest age of the row. */
  | 'AGE'
  /** Division prefixes. */
  | 'SPATIAL'
  /** What the recording checkpoint is for (GA/T 1400 TollgateUsage). */
  | 'USAGE';

/** How far a value may be shared. Unknown counts as the highest. Secrecy marks are no level: they may not be online. */
export type Sensitivity =
  | 'INTERNAL'
  | 'PUBLIC'
  | 'RESTRICTED'
  | 'SENSITIVE';

/** What an agreement decides for one field. */
export type SharedField = {
  readonly __typename?: 'SharedField';
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** allow, mask or deny. */
  readonly decision: Scalars['String']['output'];
  /** The mask, where there is one. */
  readonly mask?: Maybe<Scalars['String']['output']>;
  /** The clause. */
  readonly rule: Scalars['String']['output'];
};

/** A span of time: from is included, to is not. */
export type TimeRange = {
  /** First instant of the span. */
  readonly from: Scalars['DateTime']['input'];
  /** First instant after the span. */
  readonly to: Scalars['DateTime']['input'];
};

/** Vehicles in the four groups that flow, gantry and checkpoint data can all be counted in. */
export type VehicleGroup =
  /** Large passenger vehicles (大型客车). */
  | 'COACH'
  /** Everything else. */
  | 'OTHER'
  /** Cars and small passenger vehicles. */
  | 'PASSENGER_CAR'
  /** Goods vehicles, trailers and container vehicles. */
  | 'TRUCK';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdminDivisionCode: ResolverTypeWrapper<Scalars['AdminDivisionCode']['output']>;
  Agreement: ResolverTypeWrapper<AgreementRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AgreementConnection: ResolverTypeWrapper<Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgreementEdge']>, nodes: ReadonlyArray<ResolversTypes['Agreement']> }>;
  AgreementEdge: ResolverTypeWrapper<Omit<AgreementEdge, 'node'> & { node: ResolversTypes['Agreement'] }>;
  AgreementFilter: AgreementFilter;
  AgreementOrder: AgreementOrder;
  CallerRole: CallerRole;
  Capability: Capability;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Direction: Direction;
  DisclosureRecord: ResolverTypeWrapper<DisclosureRecordRow>;
  DisclosureRecordConnection: ResolverTypeWrapper<Omit<DisclosureRecordConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DisclosureRecordEdge']>, nodes: ReadonlyArray<ResolversTypes['DisclosureRecord']> }>;
  DisclosureRecordEdge: ResolverTypeWrapper<Omit<DisclosureRecordEdge, 'node'> & { node: ResolversTypes['DisclosureRecord'] }>;
  DisclosureRecordFilter: DisclosureRecordFilter;
  DisclosureRecordOrder: DisclosureRecordOrder;
  DisclosureStage: DisclosureStage;
  FieldDecision: ResolverTypeWrapper<FieldDecision>;
  GeoJSON: ResolverTypeWrapper<Scalars['GeoJSON']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlateNo: ResolverTypeWrapper<Scalars['PlateNo']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RoadCode: ResolverTypeWrapper<Scalars['RoadCode']['output']>;
  RowOperand: RowOperand;
  Sensitivity: Sensitivity;
  SharedField: ResolverTypeWrapper<SharedFieldRow>;
  StakeMark: ResolverTypeWrapper<Scalars['StakeMark']['output']>;
  TimeRange: TimeRange;
  VehicleGroup: VehicleGroup;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdminDivisionCode: Scalars['AdminDivisionCode']['output'];
  Agreement: AgreementRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AgreementConnection: Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgreementEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Agreement']> };
  AgreementEdge: Omit<AgreementEdge, 'node'> & { node: ResolversParentTypes['Agreement'] };
  AgreementFilter: AgreementFilter;
  DateTime: Scalars['DateTime']['output'];
  DisclosureRecord: DisclosureRecordRow;
  DisclosureRecordConnection: Omit<DisclosureRecordConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DisclosureRecordEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DisclosureRecord']> };
  DisclosureRecordEdge: Omit<DisclosureRecordEdge, 'node'> & { node: ResolversParentTypes['DisclosureRecord'] };
  DisclosureRecordFilter: DisclosureRecordFilter;
  FieldDecision: FieldDecision;
  GeoJSON: Scalars['GeoJSON']['output'];
  PageInfo: PageInfo;
  PlateNo: Scalars['PlateNo']['output'];
  Query: Record<PropertyKey, never>;
  RoadCode: Scalars['RoadCode']['output'];
  SharedField: SharedFieldRow;
  StakeMark: Scalars['StakeMark']['output'];
  TimeRange: TimeRange;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type BacksDirectiveArgs = {
  as?: Capability;
  field: Scalars['String']['input'];
};

export type BacksDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = BacksDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClassifiedDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DerivedFromDirectiveArgs = {
  types: ReadonlyArray<Scalars['String']['input']>;
};

export type DerivedFromDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = DerivedFromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OrderedByDirectiveArgs = {
  bucketed?: Scalars['Boolean']['input'];
  field: Scalars['String']['input'];
};

export type OrderedByDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = OrderedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  agency: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RowScopedDirectiveArgs = {
  by?: ReadonlyArray<RowOperand>;
};

export type RowScopedDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = RowScopedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitivityDirectiveArgs = {
  level: Sensitivity;
};

export type SensitivityDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = SensitivityDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StructureDirectiveArgs = { };

export type StructureDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = StructureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface AdminDivisionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AdminDivisionCode'], any> {
  name: 'AdminDivisionCode';
}

export type AgreementResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purposes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallerRole']>>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sharedFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SharedField']>>, ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AgreementConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementConnection'] = ResolversParentTypes['AgreementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgreementEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementEdge'] = ResolversParentTypes['AgreementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisclosureRecordResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecord'] = ResolversParentTypes['DisclosureRecord']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldDecision']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  leaf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resultSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['CallerRole']>, ParentType, ContextType>;
  rowCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['DisclosureStage']>, ParentType, ContextType>;
};

export type DisclosureRecordConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecordConnection'] = ResolversParentTypes['DisclosureRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisclosureRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisclosureRecordEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecordEdge'] = ResolversParentTypes['DisclosureRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisclosureRecord'], ParentType, ContextType>;
};

export type FieldDecisionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['FieldDecision'] = ResolversParentTypes['FieldDecision']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface GeoJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GeoJSON'], any> {
  name: 'GeoJSON';
}

export type PageInfoResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface PlateNoScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PlateNo'], any> {
  name: 'PlateNo';
}

export type QueryResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agreements?: Resolver<Maybe<ResolversTypes['AgreementConnection']>, ParentType, ContextType, RequireFields<QueryAgreementsArgs, 'first' | 'orderBy'>>;
  disclosureRecord?: Resolver<Maybe<ResolversTypes['DisclosureRecord']>, ParentType, ContextType, RequireFields<QueryDisclosureRecordArgs, 'index'>>;
  disclosureRecords?: Resolver<Maybe<ResolversTypes['DisclosureRecordConnection']>, ParentType, ContextType, RequireFields<QueryDisclosureRecordsArgs, 'first' | 'orderBy'>>;
};

export interface RoadCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RoadCode'], any> {
  name: 'RoadCode';
}

export type SharedFieldResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['SharedField'] = ResolversParentTypes['SharedField']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface StakeMarkScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StakeMark'], any> {
  name: 'StakeMark';
}

export type Resolvers<ContextType = OversightContext> = {
  AdminDivisionCode?: GraphQLScalarType;
  Agreement?: AgreementResolvers<ContextType>;
  AgreementConnection?: AgreementConnectionResolvers<ContextType>;
  AgreementEdge?: AgreementEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisclosureRecord?: DisclosureRecordResolvers<ContextType>;
  DisclosureRecordConnection?: DisclosureRecordConnectionResolvers<ContextType>;
  DisclosureRecordEdge?: DisclosureRecordEdgeResolvers<ContextType>;
  FieldDecision?: FieldDecisionResolvers<ContextType>;
  GeoJSON?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlateNo?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  RoadCode?: GraphQLScalarType;
  SharedField?: SharedFieldResolvers<ContextType>;
  StakeMark?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = OversightContext> = {
  backs?: BacksDirectiveResolver<any, any, ContextType>;
  classified?: ClassifiedDirectiveResolver<any, any, ContextType>;
  derivedFrom?: DerivedFromDirectiveResolver<any, any, ContextType>;
  orderedBy?: OrderedByDirectiveResolver<any, any, ContextType>;
  owner?: OwnerDirectiveResolver<any, any, ContextType>;
  rowScoped?: RowScopedDirectiveResolver<any, any, ContextType>;
  sensitivity?: SensitivityDirectiveResolver<any, any, ContextType>;
  structure?: StructureDirectiveResolver<any, any, ContextType>;
};
