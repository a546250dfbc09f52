/**
 * One person behind several names of a workspace: `Joe Strand` and `Joseph R. Strand, Jr.`, and `President Strand` in a
 * document that never gives the full name. Worked out from what the workspace says when somebody asks. A person who is
 * told apart from himself is a nuisance; two people taken for one are a mistake: whatever is not certain stays apart.
 */

/** A name of at least two words, lower case, without initials and suffix, with the offices it bore anywhere. */
export interface FullName {
  readonly bare: string;
  /** In lower case. */
  readonly offices: ReadonlySet<string>;
}

/** The full names of one person, and all offices they bore. */
export interface Person {
  readonly names: readonly string[];
  readonly offices: ReadonlySet<string>;
}

/** Given names and what their bearers are commonly called. Our own list: English, and only what is unmistakable. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  andrew: ['andy', 'drew'],
  anthony: ['tony', 'antony'],
  benjamin: ['ben'],
  charles: ['chuck', 'charlie'],
  daniel: ['dan', 'danny'],
  david: ['dave'],
  deborah: ['debbie', 'deb'],
  donald: ['don'],
  edward: ['ed', 'eddie'],
  elizabeth: ['liz', 'beth', 'betsy'],
  gregory: ['greg'],
  james: ['jim', 'jimmy'],
  jeffrey: ['jeff'],
  joseph: ['joe', 'joey'],
  katherine: ['kathy', 'katie', 'kate'],
  kenneth: ['ken'],
  matthew: ['matt'],
  michael: ['mike'],
  nicholas: ['nick'],
  peter: ['pete'],
  richard: ['rick', 'dick'],
  robert: ['bob', 'bobby', 'rob'],
  ronald: ['ron'],
  samuel: ['sam'],
  stephen: ['steve'],
  steven: ['steve'],
  susan: ['sue'],
  thomas: ['tom'],
  timothy: ['tim'],
  william: ['bill', 'will', 'billy'],
};

/** By a short form: the full forms it may stand for. */
const FULL_FORMS: ReadonlyMap<string, readonly string[]> = (() => {
  const forms = new Map<string, readonly string[]>();
  for (const [full, short] of Object.entries(CALLED))
    for (const each of short) forms.set(each, [...(forms.get(each) ?? []), full]);
  return forms;
})();

/** Offices that are borne in front of a given name: the word behind them is no surname. */
const WITH_GIVEN_NAME = /\b(?:king|queen|prince|princess|emir|sultan|pope|general|sheikh)$/;

/** Offices that one person of a country holds at a time. */
const HELD_BY_ONE = /^(?:president|vice president|prime minister|premier|chancellor|taoiseach)$/;

/** Whether one given name may be what the other is called. */
function isSameGiven(one: string, other: string): boolean {
  const formsOf = (name: string): readonly string[] => FULL_FORMS.get(name) ?? [name];
  return formsOf(one).some((form) => formsOf(other).includes(form));
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>, which?: RegExp): boolean {
  for (const each of one) if (other.has(each) && (which?.test(each) ?? true)) return true;
  return false;
}

/**
 * Whether two full names are one person's: they differ by what a given name is called for short, and share an office;
 * or one is all of the other but its first words (a double surname), and they share an office that one person holds.
 */
function isSamePerson(a: FullName, b: FullName): boolean {
  const [given = '', ...rest] = a.bare.split(' ');
  const [otherGiven = '', ...otherRest] = b.bare.split(' ');
  if (rest.join(' ') === otherRest.join(' '))
    return isSameGiven(given, otherGiven) && share(a.offices, b.offices);
  const isTail = a.bare.endsWith(` ${b.bare}`) || b.bare.endsWith(` ${a.bare}`);
  return isTail && share(a.offices, b.offices, HELD_BY_ONE);
}

/**
 * Puts full names with the same surname together where they are one person's. A name that could belong to two that are
 * told apart belongs to neither.
 */
export function personsOf(names: readonly FullName[]): readonly Person[] {
  const sorted = [...names].sort((a, b) => (a.bare < b.bare ? -1 : 1));
  const same = sorted.map((a) => sorted.filter((b) => a === b || isSamePerson(a, b)));
  const taken = new Set<FullName>();
  const persons: Person[] = [];
  sorted.forEach((name, index) => {
    if (taken.has(name)) return;
    const group = same[index] as readonly FullName[];
    // All of them must be the same as each other: else one in the middle would join strangers.
    const isCertain = group.every((each) => {
      const others = same[sorted.indexOf(each)] as readonly FullName[];
      return others.length === group.length && others.every((other) => group.includes(other));
    });
    const members = isCertain ? group : [name];
    for (const each of members) taken.add(each);
    persons.push({
      names: members.map(({ bare }) => bare),
      offices: new Set(members.flatMap(({ offices }) => [...offices])),
    });
  });
  return persons;
}

/**
 * The person whom a surname with an office means: the only one of that surname who bore the office.
 * @param surname one or more words, in lower case.
 * @param office in lower case.
 * @param persons all whose last word is the surname's.
 */
export function bearerOf(surname: string, office: string, persons: readonly Person[]): Person | undefined {
  if (WITH_GIVEN_NAME.test(office)) return undefined;
  const found = persons.filter(
    ({ names, offices }) => offices.has(office) && names.some((name) => name.endsWith(` ${surname}`)),
  );
  return found.length === 1 ? found[0] : undefined;
}
