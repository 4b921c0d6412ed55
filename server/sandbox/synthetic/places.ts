import { tableSql } from './rowTables';

/** Towns with what XDM tells of a place; the coordinates are those of their centres. */
const places = [
  place('New York', 'US', 'NY', '100', 40.713, -74.006, 'America/New_York', 501),
  place('Chicago', 'US', 'IL', '606', 41.878, -87.63, 'America/Chicago', 602),
  place('Seattle', 'US', 'WA', '981', 47.606, -122.332, 'America/Los_Angeles', 819),
  place('Austin', 'US', 'TX', '787', 30.267, -97.743, 'America/Chicago', 635),
  place('Denver', 'US', 'CO', '802', 39.739, -104.99, 'America/Denver', 751),
  place('Atlanta', 'US', 'GA', '303', 33.749, -84.388, 'America/New_York', 524),
  place('London', 'GB', 'England', 'EC1', 51.507, -0.128, 'Europe/London', 0),
  place('Manchester', 'GB', 'England', 'M11', 53.481, -2.242, 'Europe/London', 0),
  place('Berlin', 'DE', 'Berlin', '101', 52.52, 13.405, 'Europe/Berlin', 0),
  place('Hamburg', 'DE', 'Hamburg', '200', 53.551, 9.994, 'Europe/Berlin', 0),
  place('Paris', 'FR', 'Île-de-France', '750', 48.857, 2.352, 'Europe/Paris', 0),
  place('Lisbon', 'PT', 'Lisboa', '110', 38.722, -9.139, 'Europe/Lisbon', 0),
];

const languages: Readonly<Record<string, string>> = {
  US: 'en-US',
  GB: 'en-GB',
  DE: 'de-DE',
  FR: 'fr-FR',
  PT: 'pt-PT',
};

/** SQL that gives one of the places by a whole number. */
export function placeSql(number: string): string {
  const table = tableSql(places.map((each) => ({ ...each, language: languages[each.country] ?? 'en-US' })));
  return `${table}[1 + CAST(${number} % ${places.length} AS INTEGER)]`;
}

/** SQL for the field `placeContext` out of the struct `place`; `random` has 64 random bits of the user. */
export function placeContextSql(time: string, random: string): string {
  const near = (shift: number): string => `(CAST((${random} >> ${shift}) % 1000 AS DOUBLE) - 500) / 5000`;
  return `{
    localTime: CAST(timezone(place.zone, timezone('UTC', ${time})) AS TIMESTAMP),
    ianaTimezone: place.zone,
    geo: {
      countryCode: place.country,
      stateProvince: place.region,
      city: place.city,
      postalCode: ${postalCodeSql(random)},
      dmaID: CASE WHEN place.market > 0 THEN CAST(place.market AS BIGINT) END,
      _schema: CASE WHEN ${random} % 5 < 2 THEN {
        latitude: round(place.latitude + ${near(20)}, 4),
        longitude: round(place.longitude + ${near(36)}, 4)
      } END
    }
  }`;
}

export function postalCodeSql(random: string): string {
  return `concat(place.postal, lpad(CAST((${random} >> 12) % 100 AS VARCHAR), 2, '0'))`;
}

function place(
  ...[city, country, region, postal, latitude, longitude, zone, market]: [
    string,
    string,
    string,
    string,
    number,
    number,
    string,
    number,
  ]
) {
  return { city, country, region, postal, latitude, longitude, zone, market };
}
