/** Where the crowd comes from. Networks are the first two numbers of address blocks registered in that country. */
export interface Place {
  readonly country: string;
  /** How often, relative to the others: an Italian shop with guests from everywhere. */
  readonly weight: number;
  readonly networks: readonly string[];
  readonly language: string;
  readonly timezone: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

type Row = [
  country: string,
  weight: number,
  networks: string,
  language: string,
  timezone: string,
  given: string,
  family: string,
];

const words = (text: string) => text.split(' ');

/** Names are put together by chance from common ones; no person is meant. */
const ROWS: readonly Row[] = [
  [
    'IT',
    30,
    '2.118 37.178 79.48',
    'it-IT',
    'Europe/Rome',
    'Giulia Marco Sofia Luca Chiara Davide',
    'Rossi Bianchi Ferri Conti Marini',
  ],
  [
    'DE',
    12,
    '2.203 31.233 46.223',
    'de-DE',
    'Europe/Berlin',
    'Anna Jonas Lena Felix Mia Paul',
    'Becker Vogel Krüger Lang Busch',
  ],
  [
    'FR',
    10,
    '4.233 77.138 78.218',
    'fr-FR',
    'Europe/Paris',
    'Camille Hugo Léa Louis Inès Jules',
    'Moreau Girard Lefèvre Roux Fontaine',
  ],
  [
    'GB',
    8,
    '2.223 18.133 25.63',
    'en-GB',
    'Europe/London',
    'Oliver Amelia Harry Isla Zara Theo',
    'Bennett Carter Hughes Patel Walsh',
  ],
  [
    'US',
    8,
    '3.33 3.163 3.243',
    'en-US',
    'America/New_York',
    'Emma Noah Ava Liam Maya Ethan',
    'Miller Nguyen Brooks Reed Alvarez',
  ],
  [
    'ES',
    6,
    '37.158 80.58 84.123',
    'es-ES',
    'Europe/Madrid',
    'Lucía Pablo Carmen Diego Elena Iván',
    'Serrano Molina Vega Ibáñez Cano',
  ],
  [
    'CZ',
    5,
    '77.48 94.113 194.228',
    'cs-CZ',
    'Europe/Prague',
    'Tereza Jakub Eliška Ondřej Klára Vojtěch',
    'Dvořák Černý Horák Němec',
  ],
  [
    'PL',
    5,
    '31.183 83.18 178.183',
    'pl-PL',
    'Europe/Warsaw',
    'Zofia Jan Maja Kacper Hanna Szymon',
    'Wójcik Zając Król Dąbrowski',
  ],
  [
    'NL',
    4,
    '20.23 80.113 89.98',
    'nl-NL',
    'Europe/Amsterdam',
    'Sanne Daan Fleur Bram Lotte Sem',
    'Visser Bakker Mulder Bos',
  ],
  [
    'CH',
    4,
    '57.3 85.3 157.168',
    'de-CH',
    'Europe/Zurich',
    'Nina Noah Lara Levin Elin Gian',
    'Keller Frei Baumann Graf',
  ],
  [
    'AT',
    3,
    '77.118 141.203 193.83',
    'de-AT',
    'Europe/Vienna',
    'Marie Lukas Laura Tobias Eva Simon',
    'Gruber Huber Wagner Berger',
  ],
  [
    'SE',
    2,
    '9.223 81.233 95.198',
    'sv-SE',
    'Europe/Stockholm',
    'Alva Elias Saga Axel Ebba Nils',
    'Lindqvist Åberg Nyström Holm',
  ],
  [
    'HU',
    2,
    '80.98 91.83 195.228',
    'hu-HU',
    'Europe/Budapest',
    'Eszter Bence Réka Máté Dóra Gergő',
    'Szabó Tóth Kiss Farkas',
  ],
  [
    'PT',
    2,
    '79.168 95.93 213.13',
    'pt-PT',
    'Europe/Lisbon',
    'Inês Tiago Beatriz Rui Leonor Nuno',
    'Ferreira Lopes Pinto Sousa',
  ],
  ['GR', 2, '46.103 79.128 109.178', 'el-GR', 'Europe/Athens', 'Ελένη Νίκος Μαρία Γιώργος', 'Παππάς Βλάχος Ιωάννου'],
  [
    'BR',
    3,
    '45.168 177.33 177.123',
    'pt-BR',
    'America/Sao_Paulo',
    'Larissa Rafael Júlia Thiago',
    'Almeida Barbosa Teixeira',
  ],
  ['IN', 3, '13.233 49.248 106.203', 'en-IN', 'Asia/Kolkata', 'Aarav Ananya Vihaan Diya', 'Sharma Iyer Mehta Reddy'],
  ['JP', 3, '13.198 27.93 48.218', 'ja-JP', 'Asia/Tokyo', '結衣 蓮 葵 陽翔', '佐藤 高橋 中村'],
  ['KR', 2, '14.33 27.173 42.28', 'ko-KR', 'Asia/Seoul', '서연 민준 지우 도윤', '김 박 최'],
  ['TR', 2, '78.168 91.93 188.38', 'tr-TR', 'Europe/Istanbul', 'Zeynep Emir Defne Kaan', 'Yıldız Aydın Şahin'],
  ['CA', 2, '15.208 68.148 75.158', 'en-CA', 'America/Toronto', 'Chloe Owen Nora Lucas', 'Tremblay Singh Fraser'],
  ['AU', 2, '20.53 58.178 110.143', 'en-AU', 'Australia/Sydney', 'Ruby Jack Matilda Cooper', 'Kelly Harris Nguyen'],
  [
    'MX',
    1,
    '148.203 187.128 187.213',
    'es-MX',
    'America/Mexico_City',
    'Valeria Mateo Ximena Santiago',
    'Herrera Castillo Rojas',
  ],
];

export const PLACES: readonly Place[] = ROWS.map(([country, weight, networks, language, timezone, given, family]) => ({
  country,
  weight,
  networks: words(networks),
  language,
  timezone,
  given: words(given),
  family: words(family),
}));
