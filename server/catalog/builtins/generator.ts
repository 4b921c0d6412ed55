export const generatorFunctions = `
explode(x: nonnull array<T>) -> rows<col:T> / (x: nonnull map<K,V>) -> rows<key:K!,value:V> | One row for each element; none for null
explode_outer(x: nonnull array<T>) -> rows<col:T> / (x: nonnull map<K,V>) -> rows<key:K,value:V> | Like explode, with a row of nulls for null or empty
inline(x: nonnull array<struct>) -> rows<any> | One row for each struct of an array, its fields as columns
inline_outer(x: nonnull array<struct>) -> rows<any> | Like inline, with a row of nulls for null or empty
json_tuple(s: string!, keys: string!...) -> rows<any> | Several top-level JSON values as columns c0, c1, ...
posexplode(x: nonnull array<T>) -> rows<pos:int!,col:T> / (x: nonnull map<K,V>) -> rows<pos:int!,key:K!,value:V> | Like explode, with a zero-based position
~posexplode_outer(x: nonnull array<T>) -> rows<pos:int,col:T> / (x: nonnull map<K,V>) -> rows<pos:int,key:K,value:V> | Like posexplode, with a row of nulls for null or empty
~range(end: bigint) -> rows<id:bigint!> / (start: bigint, end: bigint, [step: bigint], [partitions: int]) -> rows<id:bigint!> | Rows with a column id from start up to end
~sql_keywords() -> rows<keyword:string,isReserved:boolean> | The keywords of Spark SQL
stack(n: int, values: any...) -> rows<any> | Spreads values over n rows
`;
