/**
 * Invented statements in the manner of many governments, marked as they are made: what the model learns of other houses'
 * titles, forms of address and institutions without their texts. Everything here is written for Readout; people, most
 * organisations, agreements and events are put together at random (seeded), so nothing can be learnt by heart.
 */
import { CITY_NAMES } from '../../server/src/core/entities/data/cities.ts';
import { COUNTRIES, type Country } from '../../server/src/core/entities/data/countries.ts';
import { GIVEN_NAMES } from '../../server/src/core/entities/data/given-names.ts';
import {
  INTERNATIONAL_BODIES,
  KNOWN_EVENTS,
  KNOWN_INSTRUMENTS,
  NATIONAL_BODIES,
  OTHER_ORGANISATIONS,
} from '../../server/src/core/entities/data/organisations.ts';
import {
  GROUP_NAMES,
  PROVINCE_NAMES,
  REGION_NAMES,
  SITE_NAMES,
  USA_STATES,
  WATER_NAMES,
} from '../../server/src/core/entities/data/places.ts';
import { SURNAMES } from '../../server/src/core/entities/data/surnames.ts';
import { TEMPLATES } from './templates.ts';
import { fromInline, type GoldDocument, seeded } from './training.ts';

type Random = () => number;

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const words = (list: string): readonly string[] => list.split(';');

const TOPICS = words(
  'Foreign Affairs;Trade and Industry;Climate Change;Defence;Defense;Education, Science and Culture;Water Resources;Health;Public Health;Agriculture and Rural Development;Energy and Natural Resources;Critical Minerals;Digital Economy;Digital Transformation;Maritime Security;Border Security;Food Security;Economic Cooperation;Economic Prosperity;Human Rights;Gender Equality;Migration and Mobility;Migration;Clean Energy;Green Growth;Artificial Intelligence;Cyber Security;Cybersecurity;Emerging Technologies;Infrastructure and Investment;Space Exploration;Ocean Affairs;Fisheries;Disaster Risk Reduction;Civil Protection;Tourism;Youth and Sport;Labour Mobility;Justice and Home Affairs;Interior;Finance;Development;Regional Development;Transport and Communications;Science and Technology;Supply Chains;Media Freedom;Nuclear Security;Strategic Affairs;Veterans Affairs;Housing and Urban Development;Religious Affairs;Women and Children;Social Protection;Peace and Reconciliation;Reconstruction;Arms Control;Counter-Terrorism;Global Health;Pandemic Preparedness;Biodiversity;Plastic Pollution;Just Energy Transition;Connectivity;Semiconductor Resilience;Small Business;Civil Aviation;Intellectual Property;Anti-Corruption;Trade Facilitation;Mutual Legal Assistance;Double Taxation;Lasting Friendship;Safe Passage;Open Seas;Shared Prosperity;Common Security',
);
const PLURALS = words(
  'Nurses;Teachers;Farmers;Fire Fighters;Steel Workers;Mayors;Lawyers;Engineers;Journalists;Governors;Veterans;Women Voters;Miners;Students;Physicians;Exporters;Small States;Electrical Workers;Social Workers;Airports',
);
const BRANDS = words(
  'Alden;Brightwater;Corvane;Delmar;Everfield;Fennwick;Glasswing;Harrowgate;Ironbridge;Juniper;Kestrel;Lumina;Meridian;Northstar;Orchard;Pinnacle;Quillon;Redwood;Silverline;Tidewater;Umbra;Vantage;Westmark;Zephyr;Solara;Norvex;Altimar;Cobalt;Evergreen;Bluepeak',
);
const CODE_NAMES = words(
  'Amber;Arctic;Bold;Coral;Crimson;Eager;Golden;Granite;Iron;Keen;Noble;Northern;Pacific;Red;Resolute;Sea;Silent;Silver;Steadfast;Swift;Valiant;Winter',
);
const CODE_NOUNS = words(
  'Anchor;Bastion;Breeze;Dagger;Dawn;Defender;Eagle;Falcon;Guardian;Harvest;Lance;Lion;Moon;Noon;Response;Ridge;Sabre;Shield;Spear;Storm;Thunder;Tide;Wolf',
);
const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  arab: words('Ab;Sal;Ham;Ras;Kha;Naj;Tar;Fay;Yus;Mah;Had;Jab;Mun;Suh;Wal;Zay'),
  arabEnd: words('ir;im;ad;oud;an;ani;awi;ari;id;iq;ah;ein;al;usi;i'),
  slav: words('Bor;Vol;Dob;Mir;Kras;Yar;Zhel;Petr;Svir;Kov;Hry;Lys;Mar;Ostr;Pol;Tym'),
  slavEnd: words('enko;ovych;ivskyi;chuk;ov;ova;ević;ić;owski;ska;yan;adze;shvili;escu;off'),
  afr: words('Ob;Ade;Nko;Mba;Tsh;Kiba;Mug;Oke;Ndu;Sef;Zul;Bam;Cha;Dia;Kon;Tou'),
  afrEnd: words('asanjo;mbe;kosi;ki;abe;we;ngo;ré;llo;té;mba;lela;ema;oro;ila;gwe'),
  asia: words(
    'Min;Hyun;Wei;Jun;Thanh;Soo;Aung;Bao;Chan;Dae;Feng;Hoa;Jin;Kyaw;Lin;Myint;Phuc;Quang;Rin;Seo;Tae;Xiu;Yong;Zaw',
  ),
  jap: words('Haya;Taka;Yama;Naka;Mori;Shimi;Kawa;Fuji;Ishi;Mura;Suga;Oka;Hara;Uchi;Nishi;Kita'),
  japEnd: words('shi;da;moto;mura;zaki;no;kawa;gami;ta;hara;ura;yama;bayashi'),
  west: words(
    'Ald;Bern;Carl;Dun;Ell;Fair;Gren;Hart;Kess;Lind;Mont;Nord;Oster;Pell;Rath;Strand;Thorn;Wex;Hall;Bren',
  ),
  westEnd: words(
    'er;ford;gren;sen;ton;well;wick;mann;berg;strom;ley;combe;bach;stad;dottir;eau;elli;ini;ez;es;eira',
  ),
};

const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

class Maker {
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }

  #pick<T>(list: readonly T[]): T {
    return pick(this.#random, list);
  }

  chance(of: number): boolean {
    return this.#random() < of;
  }

  #made(kind: string): string {
    return `${this.#pick(SYLLABLES[kind] ?? [''])}${this.#pick(SYLLABLES[`${kind}End`] ?? [''])}`;
  }

  surname(): string {
    const roll = this.#random();
    if (roll < 0.3) return cap(this.#pick(SURNAMES));
    if (roll < 0.5) return this.#made('west');
    if (roll < 0.65) return this.#made('slav');
    if (roll < 0.75) return this.#made('afr');
    if (roll < 0.85) return this.#made('arab');
    if (roll < 0.95) return this.#made('jap');
    return `${this.#made('west')}-${cap(this.#pick(SURNAMES))}`;
  }

  given(): string {
    return cap(this.#pick(GIVEN_NAMES));
  }

  /** A full name and what later mentions use. */
  person(): { full: string; short: string } {
    const roll = this.#random();
    const surname = this.surname();
    if (roll < 0.42) return { full: `${this.given()} ${surname}`, short: surname };
    if (roll < 0.5) {
      // Two family names, as in Spain and Latin America, behind one given name or two.
      const last = `${surname} ${this.chance(0.5) ? this.surname() : cap(this.#pick(SURNAMES))}`;
      const first = this.chance(0.5) ? `${this.given()} ${this.given()}` : this.given();
      return { full: `${first} ${last}`, short: last };
    }
    if (roll < 0.57)
      return {
        full: `${this.given()} ${this.#pick(words('A;B;C;D;E;F;G;H;J;K;L;M;P;R;S;T;V;W'))}. ${surname}`,
        short: surname,
      };
    if (roll < 0.63) {
      const last = `${this.#pick(words('Al;al;El;Al;bin;Bin'))}${this.#pick(['-', ' ', '-'])}${this.#made('arab')}`;
      return {
        full: `${this.given()} bin ${this.given()} ${last}`,
        short: last.startsWith('bin') || last.startsWith('Bin') ? this.given() : last,
      };
    }
    if (roll < 0.68) {
      const last = `${this.#pick(words('al;Al;el;Al'))}-${this.#made('arab')}`;
      return { full: `${this.given()} ${last}`, short: last };
    }
    if (roll < 0.75) {
      const first = this.#pick(SYLLABLES['asia'] ?? []);
      return {
        full: `${first} ${this.#pick(SYLLABLES['asia'] ?? [])}${this.chance(0.3) ? '-' : ' '}${this.#pick(SYLLABLES['asia'] ?? [])}`,
        short: first,
      };
    }
    if (roll < 0.8) {
      const last = this.#made('jap');
      return this.chance(0.4)
        ? { full: `${last.toUpperCase()} ${this.given()}`, short: last }
        : { full: `${last} ${this.given()}`, short: last };
    }
    if (roll < 0.87) {
      const last = `${this.#pick(words('van der;von der;de la;de;da;dos;van;von;del;di'))} ${surname}`;
      return { full: `${this.given()} ${last}`, short: last };
    }
    if (roll < 0.93)
      return { full: `${this.given()} ${surname} ${cap(this.#pick(SURNAMES))}`, short: surname };
    if (roll < 0.96) return { full: `${this.#pick(words('A;B;K;M;R;S;V'))}. ${surname}`, short: surname };
    return { full: `${this.given()} ${surname}, ${this.#pick(['Jr.', 'Sr.', 'III'])}`, short: surname };
  }

  country(): Country {
    return this.#pick(COUNTRIES.slice(0, 196));
  }

  countryName(): string {
    const country = this.country();
    return (this.chance(0.85) ? country.name : this.#pick([country.name, ...country.otherNames])).replaceAll(
      "'",
      '’',
    );
  }

  /** `Republic of …`, `Kingdom of …`; not every country's name is so long. */
  officialName(): string {
    const long = this.country().otherNames.find((name) => / of | Republic$/.test(name));
    return (long ?? 'Republic of Norland').replaceAll("'", '’');
  }

  shortCountry(): string {
    return this.#pick([
      ...words('US;U.S.;UK;EU;ROK;UAE;DRC;PRC'),
      this.country().name,
      this.country().name,
      this.country().name,
      this.country().name,
      this.country().name,
      this.country().name,
    ]).replaceAll("'", '’');
  }

  city(): string {
    const roll = this.#random();
    if (roll < 0.4) return this.#pick(CITY_NAMES);
    if (roll < 0.65) return this.country().capitals[0] ?? this.#pick(CITY_NAMES);
    if (roll < 0.7)
      return `${this.#pick(words('Port;New;Saint;San;Santa;Fort;Mount;Lake;Puerto;Bad;El;Ain'))} ${this.#made('west')}`;
    return this.#made(this.#pick(['west', 'slav', 'arab', 'afr']));
  }

  region(): string {
    return this.chance(0.6)
      ? this.#pick(REGION_NAMES)
      : this.chance(0.5)
        ? this.#pick(WATER_NAMES)
        : this.#pick(PROVINCE_NAMES);
  }

  site(): string {
    const roll = this.#random();
    if (roll < 0.3) return this.#pick(SITE_NAMES);
    return this.#pick([
      () =>
        `${this.#made('west')} ${this.#pick(words('Palace;House;Castle;Air Base;Airport;Hall;Camp;Square;Park;Stadium;Cathedral;Memorial;Border Crossing;Dam;Island;Islands;Peninsula;River;Valley;Province;County;Region;District;Corridor;corridor;Strait;Bay;Shoal'))}`,
      () => `${this.#pick(words('Strait;Gulf;Bay;Sea;Isle;Province;Straits'))} of ${this.#made('west')}`,
      () =>
        `${this.#pick(words('Parliament;Government;State;Presidential;Royal;National'))} ${this.#pick(words('House;Palace;Guest House;Square;Hall'))}`,
      () => `Lake ${this.#made('afr')}`,
    ])();
  }

  demonym(): string {
    return this.chance(0.85) ? (this.country().peoples[0] ?? 'Norwegian') : this.#pick(GROUP_NAMES);
  }

  peoples(): string {
    return this.country().peoples[1] ?? 'Norwegians';
  }

  topic(): string {
    return this.#pick(TOPICS);
  }

  organisation(): string {
    const roll = this.#random();
    if (roll < 0.2) return this.#pick(this.#pick(INTERNATIONAL_BODIES));
    if (roll < 0.28) return this.#pick(this.#pick(NATIONAL_BODIES));
    if (roll < 0.35) return this.#pick(this.#pick(OTHER_ORGANISATIONS));
    const country = (): string => {
      const name = this.country().name;
      return /^(?:Philippines|Bahamas|Netherlands|Maldives|Gambia|United )/.test(name) ||
        name.startsWith('Republic')
        ? `the ${name}`
        : name;
    };
    const demonym = (): string => this.country().peoples[0] ?? 'Danish';
    return this.#pick([
      () => `Ministry of ${this.topic()}`,
      () => `Department of ${this.topic()}`,
      () => `Department for ${this.topic()}`,
      () =>
        `${demonym()} ${this.#pick(words('Armed Forces;National Police;Red Cross;Red Crescent;Navy;Air Force;Coast Guard;Army;Development Agency;Central Bank;Defence Forces;Border Guard;Federal Police;Ministry of Defence;Foreign Ministry'))}`,
      () =>
        `${this.#pick(words('Armed Forces;Parliament;Central Bank;Bank;National Assembly;Supreme Court;University;National Bank;Electoral Commission;Senate;Republic of'))} of ${country()}`.replace(
          'Republic of of',
          'Bank of',
        ),
      () =>
        `${country().replace(/^the /, '')} ${this.#pick(words('Development Bank;Investment Authority;Export Agency;Infrastructure Fund;Airlines;Innovation Agency;Trade Union Congress;Human Rights Commission;Football Association'))}`,
      () => `National Museum of the Republic of ${this.country().name}`,
      () =>
        `University of ${this.chance(0.5) ? this.city() : `the ${this.#pick(words('South Pacific;West Indies;Arctic;Western Cape;Highlands'))}`}`,
      () =>
        `${this.city()} ${this.#pick(words('University;Institute of Technology;Medical Centre;Stock Exchange;Port Authority;City Council;Police Department;Chamber of Commerce;Philharmonic'))}`,
      () =>
        `${this.#pick(words('National;International;Federal;Global;Regional;Royal;Independent;European;African;Arab;Asian;Pacific;Joint;Inter-Parliamentary;High;Supreme;Central;American;Nordic'))} ${this.#pick(words('Commission;Council;Agency;Committee;Authority;Institute;Centre;Center;Federation;Association;Board;Office;Union;Coalition;Alliance;Society;Tribunal;Foundation;Secretariat;Bureau'))} ${this.#pick(words('for;on;of'))} ${this.topic()}`,
      () =>
        `${this.#pick(words('National;International;Federal;European;African;Royal'))} ${this.topic()} ${this.#pick(words('Commission;Council;Agency;Committee;Authority;Institute;Board;Office;Administration;Service'))}`,
      () =>
        `${this.topic()} ${this.#pick(words('Council;Commission;Task Force;Agency;Authority;Committee;Directorate;Network;Alliance;Institute;Foundation;Consortium;Working Group;Coalition'))}`,
      () =>
        `${this.#pick(words('Association;Federation;Union;League;Council;Alliance;National Association;International Union'))} of ${this.#pick(PLURALS)}`,
      () =>
        `${this.#pick(BRANDS)} ${this.#pick(words('Capital;Energy;Group;Industries;Bank;Motors;Foundation;Partners;Technologies;Health;Airways;Steel;Robotics;Labs;Media;Pharmaceuticals;Corporation;Ventures'))}`,
      () => this.#pick(BRANDS),
      () => `${this.#pick(BRANDS)} & ${this.#pick(BRANDS)}`,
      () =>
        `${this.surname()} ${this.#pick(words('Foundation;Institute;Group;Center;Centre;University;Corporation;Brothers'))}`,
      () =>
        `${this.#pick(words('EU;UN;AU;NATO;OSCE;ECOWAS;ASEAN'))} ${this.#pick(words('Mission;Monitoring Mission;Training Mission;Support Mission;Delegation;Assistance Mission'))} in ${this.country().name}`,
      () =>
        `Office of the ${this.#pick(words('President;Prime Minister;High Commissioner for Human Rights;Special Envoy;Attorney General;Vice President'))}`,
      () =>
        `${this.#pick(words('Democratic;National;Liberal;Progressive;People’s;Republican;Social Democratic;Workers’;Christian Democratic'))} ${this.#pick(words('Party;Front;Movement;Alliance;Congress;Union'))}`,
      () => this.acronym(),
    ])().replaceAll("'", '’');
  }

  acronym(): string {
    const length = 3 + Math.floor(this.#random() * 3);
    let text = '';
    for (let i = 0; i < length; i++)
      text +=
        i % 2 ? this.#pick(words('A;E;I;O;U;N;S;R')) : this.#pick(words('B;C;D;F;G;H;I;K;L;M;N;P;R;S;T;U;V'));
    return text;
  }

  #bilateral(): string {
    return `${this.shortCountry()}-${this.shortCountry()}`;
  }

  #ordinal(): string {
    return this.#pick(
      words('First;Second;Third;Fourth;Fifth;Sixth;2nd;3rd;5th;9th;10th;12th;15th;21st;28th;41st'),
    );
  }

  year(): string {
    return String(2015 + Math.floor(this.#random() * 35));
  }

  instrument(): string {
    if (this.chance(0.15)) return this.#pick(this.#pick(KNOWN_INSTRUMENTS)).replaceAll("'", '’');
    const head = (): string =>
      this.#pick(
        words(
          'Agreement;Treaty;Declaration;Partnership;Action Plan;Strategy;Initiative;Framework;Partnership Agreement;Free Trade Agreement;Fund;Programme;Program;Protocol;Convention;Charter;Compact;Roadmap;Plan;Accord;Memorandum of Understanding;Cooperation Agreement;Pact;Facility;Pledge;Principles;Guidelines;Dialogue Mechanism;Mechanism;MOU',
        ),
      );
    return this.#pick([
      () => `${this.topic()} ${head()}`,
      () => `${this.topic()} Act`,
      () => `${this.topic()} Act of ${this.year()}`,
      () => `${this.topic()} Law`,
      () =>
        `${this.#bilateral()} ${this.chance(0.5) ? `${this.#pick(words('Comprehensive;Strategic;Joint;Security;Economic;Bilateral;Mutual;New'))} ` : ''}${head()}`,
      () =>
        `${this.#bilateral()} ${this.#pick(words('Comprehensive;Strategic;Joint;Security;Economic'))} ${head()} on ${this.topic()} and ${this.topic()}`,
      () =>
        `${this.#pick(words('Joint;Comprehensive;Trilateral;Global;Reciprocal;Mutual;Strategic;Bilateral;Framework;Interim;National;Framework'))} ${head()} ${this.#pick(words('on;for'))} ${this.topic()}`,
      () =>
        `${this.#pick(words('Declaration;Convention;Treaty;Agreement;Charter;Protocol;Partnership;Initiative;Strategy;Roadmap;Plan of Action'))} ${this.#pick(words('on;for;on the'))} ${this.topic()} and ${this.topic()}`,
      () =>
        `${this.#pick(words('Joint;Comprehensive;Trilateral;Reciprocal;Mutual;Strategic'))} ${this.#pick(words('Access Agreement;Memorandum;Economic Partnership Agreement;Plan of Action;Defence Agreement;Vision Statement;Security Assistance;Support Compact'))}`,
      () =>
        `${this.city()} ${this.#pick(words('Declaration;Accords;Agreement;Protocol;Process;Principles;Consensus;Statement;Treaty;Charter;Compact;Formula;Framework;Roadmap;Memorandum;Convention;Commitments'))}`,
      () =>
        `${this.city()} ${this.#pick(words('Declaration;Protocol;Convention;Initiative;Compact'))} on ${this.topic()}`,
      () =>
        `${this.#pick(words('UN Security Council Resolution;United Nations Security Council Resolution;UN Security Council resolution;Security Council resolution;UNSC Resolution;Resolution;United Nations Security Council resolution;UNSCR'))} ${1000 + Math.floor(this.#random() * 1800)}`,
      () =>
        `General Assembly resolution ${60 + Math.floor(this.#random() * 20)}/${Math.floor(this.#random() * 300)}`,
      () => `Executive Order ${13000 + Math.floor(this.#random() * 1200)}`,
      () => `Executive Order on ${this.topic()}`,
      () => `${this.surname()} ${this.#pick(words('Act;Amendment;Plan;Law;Initiative;Doctrine'))}`,
      () => `${this.given()} ${this.surname()} ${this.topic()} Act`,
      () => `${this.#pick(words('Vision;Agenda;Strategy;Plan;Horizon'))} ${this.year()}`,
      () =>
        `${this.year()} ${this.#pick(words('Strategy;Action Plan;Agenda;Roadmap;Framework'))} for ${this.topic()}`,
      () => `${this.topic()} and ${this.topic()} ${head()}`,
      () =>
        `${this.region()} ${this.#pick(words('Strategy;Partnership;Economic Framework;Initiative;Investment Plan;Fund'))}`,
      () =>
        `${this.#pick(words('Peace;Blue Pacific;Green Horizon;Blue Dot;Open Doors;New Dawn;Silk Route;Future Skills;Safe Harbour;Clean Skies'))} ${this.#pick(words('Formula;Network;Initiative;Programme;Scheme;Facility;Grant;Window;Grants'))}`,
    ])();
  }

  event(): string {
    if (this.chance(0.15)) return this.#pick(this.#pick(KNOWN_EVENTS)).replaceAll("'", '’');
    const meeting = (): string =>
      this.#pick(
        words(
          'Summit;Strategic Dialogue;Leaders’ Summit;Leaders’ Meeting;Foreign Ministers’ Meeting;Foreign Ministers’ Strategic Dialogue;Ministerial Meeting;Annual Leaders’ Dialogue;Conference;Business Forum;2+2 Ministerial Dialogue;Annual Summit;Ministerial Consultations;Trilateral Summit;High-Level Dialogue;Forum;Special Summit;Ministerial',
        ),
      );
    return this.#pick([
      () => `${this.#bilateral()} ${meeting()}`,
      () => `${this.#ordinal()} ${this.#bilateral()} ${meeting()}`,
      () =>
        `${this.shortCountry()}-${this.shortCountry()}-${this.shortCountry()} ${this.#pick(words('Trilateral Summit;Trilateral Meeting;Trilateral Leaders’ Summit'))}`,
      () =>
        `${this.#ordinal()} ${this.topic()} ${this.#pick(words('Conference;Forum;Summit;Congress;Symposium;Review Conference'))}`,
      () =>
        `${this.topic()} ${this.#pick(words('Summit;Conference;Forum;Ministerial;Convening;Roundtable;Symposium;Day;Week;Month'))}`,
      () => `World ${this.topic()} ${this.#pick(words('Day;Forum;Congress;Summit'))}`,
      () =>
        `${this.#pick(words('International;Global;Third;High-Level;Ministerial;World;Annual;Review;Donors’'))} ${this.#pick(words('Conference;Summit;Meeting;Forum;Dialogue;Symposium'))} on ${this.topic()}`,
      () =>
        `${this.city()} ${this.#pick(words('Summit;Peace Conference;Security Conference;Security Forum;Dialogue;Forum;Peace Talks;Economic Forum;Olympics;Marathon'))}`,
      () =>
        `${this.#pick(words('G7;G20;NATO;ASEAN;APEC;EU;African Union;Quad;BRICS;SADC;CARICOM;AU-EU;EU-CELAC;Arab League'))} ${meeting()}`,
      () => `${this.#pick(words('Exercise;Operation'))} ${this.#pick(CODE_NAMES)} ${this.#pick(CODE_NOUNS)}`,
      () =>
        `${this.#pick(words('Hurricane;Typhoon;Cyclone;Tropical Storm;Storm;Super Typhoon'))} ${this.given()}`,
      () =>
        `${this.year()} ${this.#pick(words('Asian Games;World Cup;Olympic Games;World Expo;Commonwealth Games;Rugby World Cup;Pan American Games;Elections Summit'))}`,
      () => `COP${26 + Math.floor(this.#random() * 9)}`,
      () => `UN General Assembly`,
      () =>
        `${this.#ordinal()} ${this.#pick(words('session;Session'))} of the ${this.#pick(words('UN General Assembly;United Nations General Assembly;Human Rights Council'))}`
          .replace(/^.*of the (UN|United).*$/, 'United Nations General Assembly')
          .replace(/^.*Human Rights Council$/, '28th Conference of the Parties'),
      () => `${this.country().name} Recovery Conference`,
      () => `${this.#pick(words('Battle;Siege'))} of ${this.city()}`,
    ])();
  }
}

/** One invented statement. */
function statement(maker: Maker, random: Random): string {
  const people = Array.from({ length: 4 }, () => maker.person());
  const introduced = new Set<number>();
  const mark = (type: string, text: string): string => `[[${type}|${text}]]`;
  const fill = (template: string): string =>
    template
      .replace(/\{B\} ([Aa]dministration)/g, (_, word: string) =>
        mark('ORG', `${maker.chance(0.5) ? `${maker.surname()}-` : ''}${maker.surname()} ${word}`),
      )
      .replace(/\{([A-Za-z]+)(\d?)\}/g, (_, slot: string, digit: string) => {
        const person = people[digit === '' ? 3 : Number(digit) % 4] ?? maker.person();
        const index = digit === '' ? 3 : Number(digit) % 4;
        switch (slot) {
          case 'P':
            introduced.add(index);
            return mark('PERSON', digit === '' ? maker.person().full : person.full);
          case 's':
            return mark('PERSON', person.short);
          case 'C':
            return mark('PLACE', maker.countryName());
          case 'c': {
            const name = maker.shortCountry();
            return mark(name === 'EU' ? 'ORG' : 'PLACE', name);
          }
          case 'F':
            return mark('PLACE', maker.officialName());
          case 'Y':
            return mark('PLACE', maker.city());
          case 'R':
            return mark('PLACE', maker.region());
          case 'L':
            return mark('PLACE', maker.site());
          case 'U':
            return mark('PLACE', pick(random, USA_STATES)[0] ?? 'Texas');
          case 'a':
            return mark('PLACE', pick(random, USA_STATES)[1] ?? 'TX');
          case 'N':
            return mark('NORP', maker.demonym());
          case 'n':
            return mark('NORP', maker.peoples());
          case 'O':
            return mark('ORG', maker.organisation());
          case 'A':
            return mark('ORG', maker.acronym());
          case 'I':
            return mark('INSTRUMENT', maker.instrument());
          case 'i':
            return mark('INSTRUMENT', maker.acronym());
          case 'E':
            return mark('EVENT', maker.event());
          case 'e':
            return mark('EVENT', maker.acronym());
          case 'K':
            return mark(
              'INSTRUMENT',
              `${maker.surname()} v. ${maker.chance(0.5) ? maker.surname() : maker.chance(0.5) ? 'United States' : `Board of ${maker.topic()}`}`,
            );
          case 'T':
            return maker.topic();
          case 'D':
            return pick(
              random,
              words(
                'today;Monday;12 March 2024;3 May;September 22;October 7, 2023;Friday 19 April;yesterday;last week',
              ),
            );
          default:
            return '';
        }
      });
  const paragraphs: string[] = [];
  const count = 2 + Math.floor(random() * 3);
  paragraphs.push(fill(pick(random, TEMPLATES.leads)));
  for (let i = 0; i < count; i++) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      fill(pick(random, TEMPLATES.sentences)),
    );
    paragraphs.push(sentences.join(' '));
  }
  if (maker.chance(0.3)) {
    paragraphs.push(
      Array.from(
        { length: 2 + Math.floor(random() * 5) },
        () => `-   ${fill(pick(random, TEMPLATES.items))}`,
      ).join('\n'),
    );
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** Invented statements; the same seed gives the same. */
export function invented(count: number, seed = 11): GoldDocument[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) =>
    fromInline(`invented-${index}`, statement(new Maker(random), random)),
  );
}
