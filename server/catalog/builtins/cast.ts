export const castFunctions = `
bigint(x: any) -> bigint | Cast to bigint
binary(x: any) -> binary | Cast to binary
boolean(x: any) -> boolean | Cast to boolean
date(x: any) -> date | Cast to date
decimal(x: any) -> decimal(10,0) | Cast to decimal
double(x: any) -> double | Cast to double
float(x: any) -> float | Cast to float
int(x: any) -> int | Cast to int
smallint(x: any) -> smallint | Cast to smallint
string(x: any) -> string | Cast to string
~timestamp(x: any) -> timestamp | Cast to timestamp
tinyint(x: any) -> tinyint | Cast to tinyint
`;
