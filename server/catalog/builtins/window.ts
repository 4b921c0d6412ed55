export const windowFunctions = `
~cume_dist() -> double! | Share of rows at or before the row
dense_rank() -> int! | Rank without gaps
lag(x: T, [offset: const nonnull int!], [default: any]) -> T? | Value from an earlier row
lead(x: T, [offset: const nonnull int!], [default: any]) -> T? | Value from a later row
~nth_value(x: T, n: const nonnull int, [ignoreNulls: const nonnull boolean]) -> T? | Value of the n-th row of the frame
ntile(n: const nonnull int!) -> int! | Number of the bucket, from 1 to n
percent_rank() -> double! | Relative rank from 0 to 1
rank() -> int! | Rank with gaps
row_number() -> int! | Number of the row within its partition
`;
