import { buyers, prices, reviews, species } from './modelData';

/** A question to Spark ML, and the SQL that must give the same. */
export interface ModelCase {
  readonly name: string;
  /** A query whose rows have an `id`. */
  readonly rows: string;
  /** Classes of pyspark.ml.feature with their parameters. */
  readonly stages: readonly SparkClass[];
  /** A class of another module of pyspark.ml; it reads `features`. */
  readonly estimator?: SparkClass & { readonly module: 'classification' | 'regression' | 'clustering' };
  /** The columns of Spark's answer. */
  readonly shown: readonly string[];
  /** TRANSFORM's list. */
  readonly transform: string;
  /** OPTIONS' list; absent for CREATE TABLE. */
  readonly options?: string;
}

export interface SparkClass {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const spark = (type: string, parameters: SparkClass['parameters']): SparkClass => ({ type, parameters });
const io = (inputCol: string, outputCol: string): SparkClass['parameters'] => ({ inputCol, outputCol });
const assembled = (...inputCols: readonly string[]): SparkClass =>
  spark('VectorAssembler', { inputCols, outputCol: 'features' });

/** One case for each transformer, or for a chain of them. */
const transformations: readonly ModelCase[] = [
  imputer('mean', 'hour'),
  imputer('median', 'hour'),
  imputer('mode', 'hour'),
  imputer('mean', 'visits'),
  transformation(
    'string_indexer',
    'string_imputer(source) filled, string_indexer(filled) made',
    spark('SQLTransformer', { statement: "SELECT *, coalesce(source, 'ml_unknown') filled FROM __THIS__" }),
    spark('StringIndexer', io('filled', 'made')),
  ),
  transformation(
    'string_indexer of numbers',
    'numeric_imputer(hour) filled, string_indexer(filled) made',
    spark('Imputer', { inputCol: 'hour', outputCol: 'filled' }),
    spark('StringIndexer', io('filled', 'made')),
  ),
  transformation(
    'one_hot_encoder',
    "string_imputer(source, 'none') filled, string_indexer(filled) place, one_hot_encoder(place) made",
    spark('SQLTransformer', { statement: "SELECT *, coalesce(source, 'none') filled FROM __THIS__" }),
    spark('StringIndexer', io('filled', 'place')),
    spark('OneHotEncoder', io('place', 'made')),
  ),
  transformation(
    'binarizer',
    'binarizer(hour, 3.5) made',
    spark('Binarizer', { ...io('hour', 'made'), threshold: 3.5 }),
  ),
  transformation(
    'bucketizer',
    'bucketizer(hour, array(-4.0, 0.5, 3.5, 12.5)) made',
    spark('Bucketizer', { ...io('hour', 'made'), splits: [-4, 0.5, 3.5, 12.5] }),
  ),
  ...[2, 3, 7].map((numBuckets) =>
    transformation(
      `quantile_discretizer in ${numBuckets}`,
      `quantile_discretizer(hour, ${numBuckets}) made`,
      spark('QuantileDiscretizer', { ...io('hour', 'made'), numBuckets }),
    ),
  ),
  scaler('min_max_scaler(vector)', spark('MinMaxScaler', io('vector', 'made'))),
  scaler(
    'min_max_scaler(vector, -1.0, 3.0)',
    spark('MinMaxScaler', { ...io('vector', 'made'), min: -1, max: 3 }),
  ),
  scaler('max_abs_scaler(vector)', spark('MaxAbsScaler', io('vector', 'made'))),
  scaler('standard_scaler(vector)', spark('StandardScaler', io('vector', 'made'))),
  scaler(
    'standard_scaler(vector, true, true)',
    spark('StandardScaler', { ...io('vector', 'made'), withMean: true }),
  ),
  scaler(
    'standard_scaler(vector, false, true)',
    spark('StandardScaler', { ...io('vector', 'made'), withStd: false, withMean: true }),
  ),
  ...[1, 2, 3].map((p) =>
    scaler(`normalizer(vector, ${p})`, spark('Normalizer', { ...io('vector', 'made'), p })),
  ),
  words('tokenizer', ''),
  words('ngram(tokens, 3)', ', ngram(tokens, 3) made', spark('NGram', { ...io('tokens', 'made'), n: 3 })),
  words(
    'stop_words_remover',
    ', stop_words_remover(tokens) made',
    spark('StopWordsRemover', io('tokens', 'made')),
  ),
  words(
    'stop_words_remover of a list',
    ", stop_words_remover(tokens, array('red', 'FILM')) made",
    spark('StopWordsRemover', { ...io('tokens', 'made'), stopWords: ['red', 'FILM'] }),
  ),
  words(
    'tf_idf',
    ', tf_idf(tokens, 30, 2) made',
    spark('HashingTF', { ...io('tokens', 'counts'), numFeatures: 30 }),
    spark('IDF', { ...io('counts', 'made'), minDocFreq: 2 }),
  ),
  words(
    'count_vectorizer',
    ', count_vectorizer(tokens, 20, 3, 0.4, 2) made',
    spark('CountVectorizer', { ...io('tokens', 'made'), vocabSize: 20, minDF: 3, maxDF: 0.4, minTF: 2 }),
  ),
];

function transformation(name: string, transform: string, ...stages: readonly SparkClass[]): ModelCase {
  return { name, rows: reviews(), stages, shown: ['made'], transform };
}

function imputer(strategy: string, column: string): ModelCase {
  return transformation(
    `numeric_imputer of ${column} by ${strategy}`,
    `numeric_imputer(${column}, '${strategy}') made`,
    spark('Imputer', { ...io(column, 'made'), strategy }),
  );
}

function scaler(call: string, stage: SparkClass): ModelCase {
  return {
    name: call,
    rows: buyers(40),
    stages: [spark('VectorAssembler', { inputCols: ['visits', 'spend', 'age'], outputCol: 'vector' }), stage],
    shown: ['made'],
    transform: `vector_assembler(array(visits, spend, age)) vector, ${call} made`,
  };
}

function words(name: string, transform: string, ...stages: readonly SparkClass[]): ModelCase {
  return {
    name,
    rows: reviews(),
    stages: [spark('Tokenizer', io('words', 'tokens')), ...stages],
    shown: [stages.length === 0 ? 'tokens' : 'made'],
    transform: `tokenizer(words) tokens${transform}`,
  };
}

const buyerFeatures = ['visits', 'spend', 'age'];
const priceFeatures = ['rooms', 'area', 'year'];
const speciesFeatures = ['length', 'width'];

/** One case for each way to train. */
const trainings: readonly ModelCase[] = [
  ...[
    ['', {}],
    [', REG_PARAM=0.1', { regParam: 0.1 }],
    [', REG_PARAM=0.05, ELASTIC_NET_PARAM=0.5', { regParam: 0.05, elasticNetParam: 0.5 }],
    [', REG_PARAM=0.02, ELASTIC_NET_PARAM=1', { regParam: 0.02, elasticNetParam: 1 }],
    [', REG_PARAM=0.1, STANDARDIZATION=false', { regParam: 0.1, standardization: false }],
    [', FIT_INTERCEPT=false', { fitIntercept: false }],
  ].map(([options, parameters]) =>
    classifier('logistic_reg', 'LogisticRegression', options as string, {
      tol: 1e-10,
      maxIter: 500,
      ...(parameters as object),
    }),
  ),
  multiclass('logistic_reg', 'LogisticRegression', '', { tol: 1e-10, maxIter: 500 }),
  multiclass('logistic_reg', 'LogisticRegression', ', REG_PARAM=0.1', {
    tol: 1e-10,
    maxIter: 500,
    regParam: 0.1,
  }),
  classifier('decision_tree_classifier', 'DecisionTreeClassifier', '', {}),
  classifier(
    'decision_tree_classifier',
    'DecisionTreeClassifier',
    ", MAX_DEPTH=4, IMPURITY='entropy', MIN_INSTANCES_PER_NODE=5, MAX_BINS=8, MIN_INFO_GAIN=0.01",
    {
      maxDepth: 4,
      impurity: 'entropy',
      minInstancesPerNode: 5,
      maxBins: 8,
      minInfoGain: 0.01,
    },
  ),
  multiclass('decision_tree_classifier', 'DecisionTreeClassifier', '', {}),
  classifier('gradient_boosted_tree_classifier', 'GBTClassifier', '', {}),
  classifier(
    'gradient_boosted_tree_classifier',
    'GBTClassifier',
    ', MAX_ITER=8, MAX_DEPTH=3, STEP_SIZE=0.3',
    {
      maxIter: 8,
      maxDepth: 3,
      stepSize: 0.3,
    },
  ),
  classifier('random_forest_classifier', 'RandomForestClassifier', ', SEED=1', { seed: 1 }),
  multiclass('random_forest_classifier', 'RandomForestClassifier', ', SEED=1', { seed: 1 }),
  ...[
    ['', {}],
    [', REG_PARAM=5', { regParam: 5 }],
    [
      ', REG_PARAM=3, ELASTIC_NET_PARAM=0.5',
      { regParam: 3, elasticNetParam: 0.5, tol: 1e-12, maxIter: 1000 },
    ],
    [', REG_PARAM=4, ELASTIC_NET_PARAM=1', { regParam: 4, elasticNetParam: 1, tol: 1e-12, maxIter: 1000 }],
    [', REG_PARAM=5, STANDARDIZATION=false', { regParam: 5, standardization: false }],
    [', FIT_INTERCEPT=false', { fitIntercept: false }],
  ].map(([options, parameters]) =>
    regression('linear_reg', 'LinearRegression', options as string, parameters as object),
  ),
  regression('decision_tree_regression', 'DecisionTreeRegressor', '', {}),
  regression('gradient_boosted_tree_regression', 'GBTRegressor', '', {}),
  regression('gradient_boosted_tree_regression', 'GBTRegressor', ", LOSS_TYPE='absolute', MAX_ITER=5", {
    lossType: 'absolute',
    maxIter: 5,
  }),
  regression('random_forest_regression', 'RandomForestRegressor', ', SEED=1', { seed: 1 }),
  clustering('kmeans', 'KMeans', ', NUM_CLUSTERS=3, SEED=1', { k: 3, seed: 1 }),
  clustering('kmeans', 'KMeans', ", NUM_CLUSTERS=3, DISTANCE_TYPE='cosine', SEED=1", {
    k: 3,
    seed: 1,
    distanceMeasure: 'cosine',
  }),
];

interface Training {
  readonly rows: string;
  readonly features: readonly string[];
  readonly label?: string;
  readonly shown: readonly string[];
  readonly module: 'classification' | 'regression' | 'clustering';
}

function training(
  of: Training,
  type: string,
  sparkType: string,
  options: string,
  parameters: object,
): ModelCase {
  return {
    name: `${type}${of.label === 'kind' ? ' of three classes' : ''}${options}`,
    rows: of.rows,
    stages: [assembled(...of.features)],
    estimator: {
      module: of.module,
      ...spark(sparkType, { ...(of.label === undefined ? {} : { labelCol: of.label }), ...parameters }),
    },
    shown: of.shown,
    transform: `vector_assembler(array(${of.features.join(', ')})) features`,
    options: `MODEL_TYPE='${type}'${of.label === undefined ? '' : `, LABEL='${of.label}'`}${options}`,
  };
}

function classifier(type: string, sparkType: string, options: string, parameters: object): ModelCase {
  const shown = ['rawPrediction', 'probability', 'prediction'];
  const of = {
    rows: buyers(),
    features: buyerFeatures,
    label: 'bought',
    shown,
    module: 'classification',
  } as const;
  return training(of, type, sparkType, options, parameters);
}

function multiclass(type: string, sparkType: string, options: string, parameters: object): ModelCase {
  const shown = ['rawPrediction', 'probability', 'prediction'];
  const of = {
    rows: species(2.2),
    features: speciesFeatures,
    label: 'kind',
    shown,
    module: 'classification',
  } as const;
  return training(of, type, sparkType, options, parameters);
}

function regression(type: string, sparkType: string, options: string, parameters: object): ModelCase {
  const of = {
    rows: prices(),
    features: priceFeatures,
    label: 'price',
    shown: ['prediction'],
    module: 'regression',
  } as const;
  return training(of, type, sparkType, options, parameters);
}

function clustering(type: string, sparkType: string, options: string, parameters: object): ModelCase {
  const of = {
    rows: species(0.5),
    features: speciesFeatures,
    shown: ['prediction'],
    module: 'clustering',
  } as const;
  return training(of, type, sparkType, options, parameters);
}

export const modelCases: readonly ModelCase[] = [...transformations, ...trainings];

/** The cases as the Python scripts read them. */
export function modelQuestions(): readonly string[] {
  return modelCases.map((each) => JSON.stringify(each));
}
