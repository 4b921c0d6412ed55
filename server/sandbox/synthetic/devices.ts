import { tableSql } from './rowTables';

interface Device {
  readonly type: string;
  readonly maker: string;
  readonly model: string;
  readonly system: string;
  readonly systemVersion: string;
  readonly browser: string;
  readonly browserVersion: string;
  readonly width: number;
  readonly height: number;
}

const phones: readonly Device[] = [
  device('mobile', 'Apple', 'iPhone 16', 'iOS', '18.6', 'Safari', '18.6', 393, 852),
  device('mobile', 'Apple', 'iPhone 13', 'iOS', '17.7', 'Safari', '17.6', 390, 844),
  device('mobile', 'Samsung', 'Galaxy S24', 'Android', '15', 'Chrome', '139.0', 360, 780),
  device('mobile', 'Google', 'Pixel 9', 'Android', '16', 'Chrome', '140.0', 412, 915),
  device('mobile', 'Xiaomi', 'Redmi Note 13', 'Android', '14', 'Chrome', '138.0', 393, 873),
];
const desks: readonly Device[] = [
  device('desktop', 'Apple', 'MacBook Air', 'macOS', '15.6', 'Safari', '18.6', 1440, 900),
  device('desktop', 'Lenovo', 'ThinkPad X1', 'Windows', '11', 'Edge', '140.0', 1920, 1080),
  device('desktop', 'Dell', 'OptiPlex 7020', 'Windows', '10', 'Chrome', '139.0', 1920, 1080),
  device('desktop', 'HP', 'EliteBook 840', 'Linux', '6.8', 'Firefox', '142.0', 1680, 1050),
];
const tablets: readonly Device[] = [
  device('tablet', 'Apple', 'iPad Air', 'iPadOS', '18.6', 'Safari', '18.6', 820, 1180),
  device('tablet', 'Samsung', 'Galaxy Tab S9', 'Android', '15', 'Chrome', '139.0', 800, 1280),
];
const screens: readonly Device[] = [
  device('television', 'LG', 'OLED C4', 'webOS', '24', 'webOS Browser', '24', 3840, 2160),
  device('television', 'Samsung', 'QN90D', 'Tizen', '8.0', 'Tizen Browser', '8.0', 3840, 2160),
  device('settop', 'Roku', 'Ultra', 'Roku OS', '14.5', 'Roku', '14.5', 1920, 1080),
  device('mediaplayer', 'Apple', 'Apple TV 4K', 'tvOS', '18.6', 'tvOS', '18.6', 3840, 2160),
];

/** Devices by how often they are found: a device stands as often as it has a share. */
export const shopDevices = list([...phones, ...phones, ...desks, ...desks, ...tablets]);
export const viewingDevices = list([...screens, ...screens, ...screens, ...phones, ...desks, ...tablets]);

/** SQL for the fields `environment` and `device` out of the struct `of`; `random` has 64 random bits. */
export function environmentSql(of: string, random: string): string {
  const isPage = `${of}.type IN ('desktop', 'mobile', 'tablet')`;
  return `{
    type: CASE WHEN ${isPage} THEN 'browser' ELSE 'application' END,
    browserDetails: CASE WHEN ${isPage} THEN {
      name: ${of}.browser,
      version: ${of}.browserVersion,
      acceptLanguage: place.language,
      userAgent: concat('Mozilla/5.0 (', ${of}.maker, '; ', ${of}.system, ' ', ${of}.systemVersion, ') ', ${of}.browser, '/', ${of}.browserVersion),
      cookiesEnabled: true,
      javaScriptEnabled: true,
      viewportHeight: CAST(${of}.height * 0.88 AS BIGINT),
      viewportWidth: CAST(${of}.width AS BIGINT)
    } END,
    operatingSystem: ${of}.system,
    operatingSystemVersion: ${of}.systemVersion,
    ipV4: concat('203.0.', (${random} >> 8) % 256, '.', (${random} >> 16) % 256),
    carrier: CASE WHEN ${of}.type = 'mobile' AND ${random} % 3 = 0
      THEN ['Northern Mobile', 'Blue Telecom', 'Onda'][1 + CAST((${random} >> 24) % 3 AS INTEGER)] END,
    connectionType: CASE WHEN ${of}.type = 'mobile' AND ${random} % 3 = 0 THEN 'cellular' ELSE 'wifi' END,
    language: place.language
  }`;
}

export function deviceSql(of: string): string {
  return `{
    type: ${of}.type,
    manufacturer: ${of}.maker,
    model: ${of}.model,
    screenHeight: CAST(${of}.height AS BIGINT),
    screenWidth: CAST(${of}.width AS BIGINT),
    colorDepth: CAST(24 AS BIGINT),
    screenOrientation: CASE WHEN ${of}.height > ${of}.width THEN 'portrait' ELSE 'landscape' END
  }`;
}

/** SQL that gives one of the devices by a whole number. */
function list(devices: readonly Device[]): (number: string) => string {
  const table = tableSql(devices.map((each) => ({ ...each })));
  return (number) => `${table}[1 + CAST(${number} % ${devices.length} AS INTEGER)]`;
}

function device(
  ...[type, maker, model, system, systemVersion, browser, browserVersion, width, height]: [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    number,
    number,
  ]
): Device {
  return { type, maker, model, system, systemVersion, browser, browserVersion, width, height };
}
