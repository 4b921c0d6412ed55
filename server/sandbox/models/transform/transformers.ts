import { oneHotEncoder, stringIndexer } from './categories';
import { binarizer, bucketizer, quantileDiscretizer } from './discretizers';
import { booleanImputer, numericImputer, stringImputer } from './imputers';
import { maxAbsScaler, minMaxScaler, normalizer, standardScaler } from './scalers';
import { countVectorizer, tfIdf } from './termCounts';
import type { Transformer } from './transformer';
import { vectorAssembler } from './vectorAssembler';
import { ngram, stopWordsRemover, tokenizer } from './words';

/** The functions of TRANSFORM by their names. */
export const transformers: ReadonlyMap<string, Transformer> = new Map(
  Object.entries({
    numeric_imputer: numericImputer,
    string_imputer: stringImputer,
    boolean_imputer: booleanImputer,
    vector_assembler: vectorAssembler,
    binarizer,
    bucketizer,
    quantile_discretizer: quantileDiscretizer,
    min_max_scaler: minMaxScaler,
    max_abs_scaler: maxAbsScaler,
    standard_scaler: standardScaler,
    normalizer,
    string_indexer: stringIndexer,
    one_hot_encoder: oneHotEncoder,
    count_vectorizer: countVectorizer,
    tf_idf: tfIdf,
    tokenizer,
    ngram,
    stop_words_remover: stopWordsRemover,
  }),
);
