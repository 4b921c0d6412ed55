export const collectionFunctions = `
array([values: T...]) -> array<T>! | Builds an array
~array_append(arr: nonnull array<E>, v: E) -> array<E> | Adds an element at the end
~array_compact(arr: array<T>) -> array<T> | Drops nulls
array_contains(arr: nonnull array<G>, v: nonnull G) -> boolean? | True when v is an element
array_distinct(arr: array<T>) -> array<T> | Removes duplicates
array_except(a: nonnull array<E>, b: nonnull array<E>) -> array<E> | Distinct elements of a that are not in b
~array_insert(arr: nonnull array<E>, position: nonnull upToInt, v: E) -> array<E> | Puts an element at a 1-based place
array_intersect(a: nonnull array<E>, b: nonnull array<E>) -> array<E> | Distinct common elements
array_join(arr: array<string>, delimiter: string!, [nullReplacement: string!]) -> string | Joins elements with a delimiter
array_max(arr: array<T>) -> T? | Largest element
array_min(arr: array<T>) -> T? | Smallest element
array_position(arr: nonnull array<E>, v: E) -> bigint | 1-based place of v, 0 when absent
~array_prepend(arr: nonnull array<E>, v: E) -> array<E> | Adds an element at the start
array_remove(arr: nonnull array<E>, v: E) -> array<E> | Drops elements equal to v
array_repeat(v: T, n: int!) -> array<T> | v repeated n times
~array_size(arr: array<T>) -> int | Number of elements
array_sort(arr: nonnull array<T>, [comparator: (T, T) -> int]) -> array<T> | Ascending order, nulls last
array_union(a: nonnull array<E>, b: nonnull array<E>) -> array<E> | Distinct elements of both
arrays_overlap(a: nonnull array<E>, b: nonnull array<E>) -> boolean? | True when the arrays share an element that is not null
arrays_zip([arrays: array<any>...]) -> array<struct> | Array of structs of the i-th elements
cardinality(x: collection) -> int! | Number of elements (-1 for null)
element_at(arr: nonnull array<T>, position: nonnull upToInt) -> T? / (m: nonnull map<K,V>, key: K) -> V? | Element at a 1-based place (negative from the end), or value of a key
find_in_set(s: string, list: string) -> int | 1-based place in a comma-separated list
flatten(arr: nonnull array<array<T>>) -> array<T> | Joins nested arrays
~get(arr: nonnull array<T>, index: integral) -> T? | Element at a zero-based place, null outside
reverse(s: string) -> any / (arr: array<T>) -> array<T> | Reverses a text or an array
sequence(start: integral:E, stop: integral:E, [step: integral:E]) -> array<E> / (start: time:E, stop: time:E, [step: anyInterval]) -> array<E> | Array of values from start to stop
shuffle(arr: array<T>) -> array<T> | Random order
size(x: collection) -> int! | Number of elements (-1 for null)
slice(arr: array<T>, start: int, length: int) -> array<T> | Part of an array from a 1-based place (negative from the end)
sort_array(arr: array<T>, [ascending: const nonnull boolean]) -> array<T> | Sorted array, nulls first when ascending
~try_element_at(arr: nonnull array<T>, position: nonnull upToInt) -> T? / (m: nonnull map<K,V>, key: K) -> V? | Same as element_at, null outside
map([keysAndValues: any...]) -> map<any,any>! | Builds a map from alternating keys and values
map_concat([maps: nonnull map<T,U>...]) -> map<T,U> | Joins maps
~map_contains_key(m: nonnull map<K,V>, key: nonnull K) -> boolean? | True when the map has the key
~map_entries(m: map<K,V>) -> array<struct<key:K,value:V>> | Array of the map's keys and values
map_from_arrays(keys: array<K>, values: array<V>) -> map<K,V> | Map from two arrays
map_from_entries(entries: nonnull array<struct>) -> map<any,any> | Map from structs of key and value
map_keys(m: map<K,V>) -> array<K> | Keys
map_values(m: map<K,V>) -> array<V> | Values
str_to_map(s: string!, [pairDelimiter: string!], [keyValueDelimiter: string!]) -> map<string,string> | Reads a text into a map
~named_struct(namesAndValues: any, namesAndValues: any...) -> struct! | Builds a struct from alternating names and values
struct(values: any...) -> struct! | Builds a struct; AS inside names its fields
aggregate(arr: nonnull array<T>, start: U, merge: (U, T) -> U, [finish: (U) -> V]) -> any? | Folds an array to one value
exists(arr: nonnull array<T>, test: (T) -> boolean) -> boolean? | True when any element passes the test
filter(arr: nonnull array<T>, test: (T, [int]) -> boolean) -> array<T> | Keeps the elements that pass the test
~forall(arr: nonnull array<T>, test: (T) -> boolean) -> boolean? | True when every element passes the test
~map_filter(m: nonnull map<K,V>, test: (K, V) -> boolean) -> map<K,V> | Keeps the entries that pass the test
~map_zip_with(a: nonnull map<A,V>, b: nonnull map<A,U>, f: (A, V, U) -> T) -> map<A,T> | Joins two maps by key
~reduce(arr: nonnull array<T>, start: U, merge: (U, T) -> U, [finish: (U) -> V]) -> any? | Same as aggregate
transform(arr: nonnull array<T>, f: (T, [int]) -> U) -> array<U> | Applies x -> value, or (x, i) -> value, to each element
~transform_keys(m: nonnull map<K,V>, f: (K, V) -> T) -> map<T,V> | New keys for a map
~transform_values(m: nonnull map<K,V>, f: (K, V) -> T) -> map<K,T> | New values for a map
zip_with(a: nonnull array<T>, b: nonnull array<U>, f: (T, U) -> V) -> array<V> | Pairs elements and applies a function of two arguments
`;
