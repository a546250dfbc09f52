/**
 * Ordinary English words, and adjectives of places, that lie one letter from the name of a place or a people: “Child”
 * is no misspelling of Chile, nor “Texan” one of Texas. Made by comparing the lower-case vocabulary of official prose
 * with our own lists of places; adjectives added by hand.
 */
const WORDS = `
advisories office officer offices grammar
advisory
acres adds admin afghani afghanis aides aired airs alaskan alaskans alien alike alive allege allied allies
ally aloft americana americano among angel angels anglers angles anodes antarctic anthem arab arabia arabic
arcane arctic ardent areas arena arise arizonan arizonans arkansan arkansans armor arson august avail avian
bach badge baked band bands bargain barred barrel barrier base based bases basic basing basis batch begin
being belief bell bells below bench benign bent beset best biased billing billions binder bits blade bleach
blind board boils bolder bono borders born borne boulders brag brags brain brand brasil brass breach breast
brine brought brown brunt builder burns burst cages camp camps campus capita capital capitals capitol
capitols cares cargo carolinian cases cast casts center centers centre centres certain cetera chain chair
change chaos chef chefs chicana chicano chief child children chime chin chorus clarity clear clergy cliff
coal coasts coat colleges conception constant controls corps corridors cost costs counter counties country
county craft crafts crime crimes curtail dakotan dance dances dares daring dates deans defence defense
delawarean delays denier denies dense distinct distract districts divorce doulas downed drain driven dunes
enlist example examples fails fall false fare fares faster father filing fills finds fines finish fins flare
floridian floridians frontier froze games gases gates geek generals gentle georgian georgians glean globe
glove governments grabs grade grader grades grain grains grandma grant grave greats greed greens greet
grenade grind habit halve hamas have havens hawaiian hawaiians health heart heat heath heaven height heroic
heroin hispanic hispano hoosier hungry ignore independents indoor inland inter iowan iowans island islands
italiana italiano jailing joins kansan kansans kind kinds kite kits labor labour labs lacks ladder lags lake
landing lands lanes lasting latin latina latinas latino latinos latinx leader leads leagues leaks leaning
lease leasing least lends lest liberal likes linear litter loan loans lone loser lousy lover lowers macro
main mains major malign march margin marine marines mark marks marshal marylander master mate mater mature
mayor meals mean means meant meats medal media median merit merits mexicana mexicano michigander micro minds
mine mined miner miners mines minnesotan minor minus missing missions modest money monies monster montanan
montanans month mores motto mount mountain movies muster mutate nacional namely nasal nationals nature naval
neat needs nerve nevadan nevadans never noise notch occupies oceans officer offices officials ohioan ohioans
onward operatives ordeal oregonian overload pains paint pairs palm panamanian para parades pardon parish
parks parse parts past pastor peer peers people perch persia persian phone photo photos piano piles pine
pins pipes plague plain plan plane plank plans plant plate plaza poems poets pointed points pole polite
polls pools port ports poses presidente pretrial price prices principle print prism pristine programme prone
proof prove province quiet quit quite radio raids random rapid rash ratio ration reach reading recipe recite
regain regions reins reliance renews restock river rock rockets rocks rode rodeo rogue rough rounds route
sadly said salad sale sales salmon salt sand sands sauce saud scale scant scare score screw seats sectors
seres serial settle settled settler shale sham shame share shark sharp shelf shell shirt shots shout sing
site sites slain slate slots smoke soar socialism solar sorts soul souls southwestern span spans sparing
spark spate speaks spin spine spirits spite spoke spots spouse sprint sprints spying stage stages stain
stake stakes stand star stark stars start starts stat stated statehood staters stating stations stats statue
statues status stave stealing steering stiff sting stint stock stoked stole stone store stove strap straw
streets string strings stripe strips stroke submit subset subway suing suit suite suits summits sure surely
surge survey swear sweep sweeps sweet swing sworn tail take taken takes tamp target teams tears tease temper
temple tempo tenet tent tenth tents texan texans texts than thank theft theme there this thousands thumbs
titan toast topic torn tours trail train trans treat trend tribe trunk tubes tumor tuna turkeys turn turns
union unions unison unite unites uniting utter value valve vegan venture verge verse video virginian
virginians visa visas visit vital wages wakes walks walls wane waned wanes waves wells worst worthy
wyomingite yarn
`;

export const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
