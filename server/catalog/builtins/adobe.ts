const session = 'struct<timestamp_diff:bigint,num:int,is_new:boolean,depth:int>';
const firstTouch = 'struct<name:string,value:T,timestamp:timestamp,fraction:double>';
const lastTouch = 'struct<name:string,value:T,timestamp:timestamp,percentage:double,fraction:double>';
const touch = 'timestamp: timestamp, channelName: string, channelValue: T';

/** Functions that need OVER; their results are structs, read with a dot: `session.num`. */
export const adobeWindowFunctions = `
SESS_TIMEOUT(timestamp: timestamp, expirationInSeconds: bigint) -> ${session}? | Groups events into sessions split by inactivity longer than the given seconds
SESS_START_IF(timestamp: timestamp, test: boolean) -> ${session}? | Starts a new session at each row where the test is true
SESS_END_IF(timestamp: timestamp, test: boolean) -> ${session}? | Ends the session at a row where the test is true; the next row opens a new one
ATTRIBUTION_FIRST_TOUCH(${touch}) -> ${firstTouch}? | First channel value in the frame that is not null, with its time and full credit
ATTRIBUTION_FIRST_TOUCH_EXP_IF(${touch}, expCondition: boolean, [expBefore: boolean]) -> ${firstTouch}? | First touch that restarts after (or before) rows that meet an expiry condition
ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(${touch}, expTimeout: bigint) -> ${firstTouch}? | First touch within the given number of seconds before the row
ATTRIBUTION_LAST_TOUCH(${touch}) -> ${firstTouch}? | Most recent channel value in the frame that is not null, with its time and full credit
ATTRIBUTION_LAST_TOUCH_EXP_IF(${touch}, expCondition: boolean, [expBefore: boolean]) -> ${lastTouch}? | Last touch of each segment delimited by an expiry condition
ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(${touch}, expTimeout: bigint) -> ${lastTouch}? | Last touch within the given number of seconds after the row
PREVIOUS(key: T, [shift: int], [ignoreNulls: boolean]) -> struct<value:T>? | Value of the key some events before the row (1, nulls kept, unless told)
NEXT(key: T, [shift: int], [ignoreNulls: boolean]) -> struct<value:T>? | Value of the key some events after the row (1, nulls kept, unless told)
TIME_BETWEEN_PREVIOUS_MATCH(timestamp: timestamp, event: boolean, [timeUnit: string]) -> double? | Time since the latest matching row up to this one, null when there is none
TIME_BETWEEN_NEXT_MATCH(timestamp: timestamp, event: boolean, [timeUnit: string]) -> double? | Negative time until the next matching row, null when there is none
`;

export const sketchAggregates = `
hll_build_agg(column: any, [lgConfigK: int]) -> string? | Base64 HLL sketch of the distinct values of a group (lgConfigK 4 to 12, 12 unless told)
hll_merge_agg(sketch: string, [allowDifferentLgConfigK: boolean]) -> string? | Joins the HLL sketches of a group into one
hll_merge_count_agg(sketch: string, [allowDifferentLgConfigK: boolean]) -> double? | Estimate of distinct values over all joined sketches of a group
`;

export const sketchFunctions = `
hll_estimate(sketch: string) -> double? | Estimate of distinct values of one HLL sketch
`;

/** Functions that give a row set whose columns the outer query sees. */
export const metaFunctions = `
history_meta(table: string) -> rows<snapshot_id:bigint,parent_id:bigint,is_current:boolean,snapshot_generation:int,made_current_at:timestamp> | The snapshots of a data lake table
sample_meta(table: string) -> rows<sample_table_name:string,sample_dataset_id:string,parent_dataset_id:string,sample_type:string,sampling_rate:double,filter_condition_on_source_dataset:string,sample_num_rows:bigint,created:string> | The samples of a table
`;

/** Functions of FROM that take a model and a query. */
export const modelFunctions = `
model_evaluate(model: identifier, version: identifier, query: select) -> rows<auc_roc:double,accuracy:double,precision:double,recall:double> | Scores a trained model on labelled rows and gives metrics
model_predict(model: identifier, version: identifier, query: select) -> rows<any> | Applies a version of a trained model to the rows of a query
`;

export const transformerFunctions = `
numeric_imputer(column: N, [strategy: string]) -> N! | Fills numeric nulls with the mean (unless told), median or mode
string_imputer(column: string, [nullReplacement: string]) -> string! | Fills text nulls (ml_unknown unless told)
boolean_imputer(column: boolean, [nullReplacement: boolean]) -> boolean! | Fills boolean nulls (false unless told)
vector_assembler(columns: any...) -> vector<double> | Joins numeric, boolean and vector columns into one feature vector
binarizer(column: numeric, [threshold: double]) -> double | 1.0 above the threshold (0.0 unless told), else 0.0
bucketizer(column: numeric, splits: array<double>) -> double | Number of the interval that the value falls into
min_max_scaler(column: any, [min: double], [max: double]) -> vector<double> | Scales each feature to a range (0 to 1 unless told)
max_abs_scaler(column: any) -> vector<double> | Divides each feature by its largest absolute value
normalizer(column: any, [p: int]) -> vector<double> | Scales each row vector to unit norm (2 unless told)
quantile_discretizer(column: numeric, [buckets: int]) -> double | Bins a number by quantiles (2 buckets unless told)
standard_scaler(column: any, [withStd: boolean], [withMean: boolean]) -> vector<double> | Standardises features (unit deviation, mean kept, unless told)
string_indexer(column: string) -> double | Encodes labels as numbers by falling frequency
one_hot_encoder(column: double) -> vector<int> | Sparse binary vector of a label number
count_vectorizer(column: array<string>, [vocabSize: int], [minDocFreq: double], [maxDocFreq: double], [minTermFreq: double]) -> vector<double> | Counts of tokens over a learned vocabulary
ngram(column: array<string>, [n: int]) -> array<string> | Sequences of n tokens joined by spaces (2 unless told)
stop_words_remover(column: array<string>, [stopWords: array<string>]) -> array<string> | Drops stop words (an English list unless told)
tf_idf(column: array<string>, [features: int], [minDocFreq: int]) -> vector<double> | Hashed TF-IDF weights (262144 features unless told)
tokenizer(column: string) -> array<string> | Splits a text into lower-case words
word2vec(column: array<string>, [vectorSize: int], [minCount: int]) -> vector<double> | Mean embedding of a list of tokens (100 dimensions, 5 occurrences, unless told)
`;
