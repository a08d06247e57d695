export type GoodSlug = 'fico' | 'alba' | 'notte' | 'onda' | 'sabbia' | 'mattina';

/** One product. Its drawing is `art/<slug>.svg`. */
export interface Good {
  readonly slug: GoodSlug;
  readonly name: string;
  readonly kind: string;
  readonly shelf: Shelf['slug'];
  /** Whole euros. */
  readonly price: number;
  /** The ground it is drawn on: a class of `shop.css`. */
  readonly tint: 'clay' | 'sage' | 'sand' | 'dusk';
  readonly description: string;
  readonly facts: readonly (readonly [what: string, value: string])[];
  readonly goesWith: readonly GoodSlug[];
}

/** One category. */
export interface Shelf {
  readonly slug: 'lamps' | 'ceramics';
  readonly name: string;
  readonly opening: string;
}

export const SHELVES: readonly Shelf[] = [
  { slug: 'lamps', name: 'Lamps', opening: 'Three lights for three hours of the evening.' },
  { slug: 'ceramics', name: 'Ceramics', opening: 'Things for the table, to be used and not only looked at.' },
];

/** In the order the shop shows them. */
export const GOODS: readonly Good[] = [
  {
    slug: 'fico',
    name: 'Lampada Fico',
    kind: 'Table lamp',
    shelf: 'lamps',
    price: 128,
    tint: 'clay',
    description:
      'A round terracotta belly with a linen shade. It throws a low, warm circle of light: enough for a book and a glass of wine, too little to do the accounts by.',
    facts: [
      ['Made of', 'Terracotta, linen, brass'],
      ['Height', '42 cm'],
      ['Bulb', 'E27, up to 40 W, included'],
      ['Leaves us in', '2 working days'],
    ],
    goesWith: ['alba', 'notte', 'onda'],
  },
  {
    slug: 'alba',
    name: 'Sospesa Alba',
    kind: 'Pendant lamp',
    shelf: 'lamps',
    price: 164,
    tint: 'sage',
    description:
      'Turned on the wheel as one piece, glazed green outside and left white within, so that all the light goes to the table and none to the ceiling.',
    facts: [
      ['Made of', 'Stoneware, textile cable'],
      ['Width', '36 cm'],
      ['Cable', '2 m, shortened on request'],
      ['Leaves us in', '5 working days'],
    ],
    goesWith: ['notte', 'onda', 'sabbia'],
  },
  {
    slug: 'notte',
    name: 'Lanterna Notte',
    kind: 'Lantern',
    shelf: 'lamps',
    price: 72,
    tint: 'dusk',
    description:
      'Pierced by hand while the clay is still soft. Put a candle inside and the wall behind it fills with leaves.',
    facts: [
      ['Made of', 'Stoneware, brass handle'],
      ['Height', '31 cm'],
      ['For', 'A candle or the rechargeable light'],
      ['Leaves us in', '2 working days'],
    ],
    goesWith: ['onda', 'sabbia', 'mattina'],
  },
  {
    slug: 'onda',
    name: 'Vaso Onda',
    kind: 'Vase',
    shelf: 'ceramics',
    price: 58,
    tint: 'sand',
    description:
      'Three waves, drawn freehand with an iron brush. No two are alike, and the second wave always leans a little to the left.',
    facts: [
      ['Made of', 'Stoneware, iron oxide'],
      ['Height', '28 cm'],
      ['Holds', '1.4 litres, watertight'],
      ['Leaves us in', '2 working days'],
    ],
    goesWith: ['sabbia', 'mattina', 'fico'],
  },
  {
    slug: 'sabbia',
    name: 'Ciotole Sabbia',
    kind: 'Two bowls',
    shelf: 'ceramics',
    price: 46,
    tint: 'sage',
    description:
      'A wide one for the pasta and a small one for what goes on top. They nest, they stack, and they go in the dishwasher.',
    facts: [
      ['Made of', 'Stoneware, food-safe glaze'],
      ['Width', '24 and 16 cm'],
      ['Care', 'Dishwasher, microwave'],
      ['Leaves us in', '2 working days'],
    ],
    goesWith: ['mattina', 'fico', 'alba'],
  },
  {
    slug: 'mattina',
    name: 'Brocca Mattina',
    kind: 'Jug',
    shelf: 'ceramics',
    price: 64,
    tint: 'clay',
    description:
      'For water at noon and wine at eight. The handle fits three fingers; the lip does not drip, which took us eleven tries.',
    facts: [
      ['Made of', 'Stoneware, blue ash glaze'],
      ['Height', '25 cm'],
      ['Holds', '1.2 litres'],
      ['Leaves us in', '2 working days'],
    ],
    goesWith: ['fico', 'alba', 'notte'],
  },
];
