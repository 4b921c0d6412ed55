export const conditionalFunctions = `
assert_true(condition: boolean, [message: string]) -> void? | Fails the query when the condition is not true
coalesce(values: T...) -> T | First argument that is not null
~equal_null(a: any, b: any) -> boolean! | Equality in which null equals null
if(condition: boolean, then: T, else: T) -> T | One of two values
ifnull(a: T, b: T) -> T | b when a is null
isnan(x: double) -> boolean! | True for NaN
isnotnull(x: any) -> boolean! | True when not null
isnull(x: any) -> boolean! | True when null
nanvl(a: double, b: double) -> double | b when a is NaN
nullif(a: T, b: any) -> T? | Null when a equals b
nvl(a: T, b: T) -> T | b when a is null
nvl2(a: any, b: T, c: T) -> T | b when a is not null, else c
~typeof(x: any) -> string! | Name of the value's type
`;
