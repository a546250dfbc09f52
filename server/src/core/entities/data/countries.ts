/**
 * The countries and territories of the world: names, capitals, peoples.
 *
 * Source: written for Readout. Names and ISO 3166-1 codes checked against the territory names of Unicode CLDR (as
 * `Intl.DisplayNames` gives them; Unicode License v3); capitals and peoples' names are common knowledge set down by hand.
 * One country a line: `code|name|other names|capital and other seats|adjectives and peoples`; lists are set off by `;`.
 * A people's plural in -s is derived; `=` before a word says that it has none.
 */
const TABLE = `
AF|Afghanistan|Islamic Republic of Afghanistan|Kabul|Afghan
AL|Albania|Republic of Albania|Tirana|Albanian
DZ|Algeria|People's Democratic Republic of Algeria|Algiers|Algerian
AD|Andorra|Principality of Andorra|Andorra la Vella|Andorran
AO|Angola|Republic of Angola|Luanda|Angolan
AG|Antigua and Barbuda|Antigua & Barbuda;Antigua|Saint John's;St. John's|Antiguan;Barbudan
AR|Argentina|Argentine Republic|Buenos Aires|Argentine;Argentinian;=Argentinean
AM|Armenia|Republic of Armenia|Yerevan|Armenian
AU|Australia|Commonwealth of Australia|Canberra|Australian
AT|Austria|Republic of Austria|Vienna|Austrian
AZ|Azerbaijan|Republic of Azerbaijan|Baku|Azerbaijani;Azeri
BS|Bahamas|The Bahamas;Commonwealth of the Bahamas|Nassau|Bahamian
BH|Bahrain|Kingdom of Bahrain|Manama|Bahraini
BD|Bangladesh|People's Republic of Bangladesh|Dhaka|Bangladeshi
BB|Barbados||Bridgetown|Barbadian;Bajan
BY|Belarus|Republic of Belarus|Minsk|Belarusian;Belarussian
BE|Belgium|Kingdom of Belgium|Brussels|Belgian
BZ|Belize||Belmopan|Belizean
BJ|Benin|Republic of Benin|Porto-Novo;Cotonou|Beninese;Beninois
BT|Bhutan|Kingdom of Bhutan|Thimphu|Bhutanese
BO|Bolivia|Plurinational State of Bolivia|La Paz;Sucre|Bolivian
BA|Bosnia and Herzegovina|Bosnia-Herzegovina;Bosnia & Herzegovina;Bosnia;BiH|Sarajevo|Bosnian;Herzegovinian
BW|Botswana|Republic of Botswana|Gaborone|=Botswanan;=Batswana;=Motswana
BR|Brazil|Federative Republic of Brazil|Brasília;Brasilia|Brazilian
BN|Brunei|Brunei Darussalam|Bandar Seri Begawan|Bruneian
BG|Bulgaria|Republic of Bulgaria|Sofia|Bulgarian
BF|Burkina Faso||Ouagadougou|=Burkinabe;=Burkinabè;=Burkinabé
BI|Burundi|Republic of Burundi|Gitega;Bujumbura|Burundian
KH|Cambodia|Kingdom of Cambodia|Phnom Penh|Cambodian
CM|Cameroon|Republic of Cameroon|Yaoundé;Yaounde|Cameroonian
CA|Canada||Ottawa|Canadian
CV|Cabo Verde|Cape Verde;Republic of Cabo Verde|Praia|Cabo Verdean;Cape Verdean
CF|Central African Republic|CAR|Bangui|=Central African
TD|Chad|Republic of Chad|N'Djamena;Ndjamena|Chadian
CL|Chile|Republic of Chile|Santiago;Santiago de Chile|Chilean
CN|China|People's Republic of China;PRC;P.R.C.;mainland China|Beijing|=Chinese
CO|Colombia|Republic of Colombia|Bogotá;Bogota|Colombian
KM|Comoros|Union of the Comoros|Moroni|Comorian;Comoran
CG|Republic of the Congo|Congo;Congo-Brazzaville|Brazzaville|=Congolese
CD|Democratic Republic of the Congo|Democratic Republic of Congo;DRC;DR Congo;D.R.C.;Congo-Kinshasa|Kinshasa|=Congolese
CR|Costa Rica|Republic of Costa Rica|San José;San Jose|Costa Rican
CI|Côte d'Ivoire|Cote d'Ivoire;Ivory Coast|Yamoussoukro;Abidjan|Ivorian
HR|Croatia|Republic of Croatia|Zagreb|Croatian;Croat
CU|Cuba|Republic of Cuba|Havana|Cuban
CY|Cyprus|Republic of Cyprus|Nicosia|Cypriot
CZ|Czechia|Czech Republic|Prague|Czech
DK|Denmark|Kingdom of Denmark|Copenhagen|=Danish;Dane
DJ|Djibouti|Republic of Djibouti|Djibouti City|Djiboutian
DM|Dominica|Commonwealth of Dominica|Roseau|=Dominican
DO|Dominican Republic||Santo Domingo|Dominican
EC|Ecuador|Republic of Ecuador|Quito|Ecuadorian;Ecuadorean
EG|Egypt|Arab Republic of Egypt|Cairo|Egyptian
SV|El Salvador|Republic of El Salvador|San Salvador|Salvadoran;Salvadorean;Salvadorian
GQ|Equatorial Guinea|Republic of Equatorial Guinea|Malabo|Equatorial Guinean;Equatoguinean
ER|Eritrea|State of Eritrea|Asmara|Eritrean
EE|Estonia|Republic of Estonia|Tallinn|Estonian
SZ|Eswatini|Kingdom of Eswatini;Swaziland|Mbabane;Lobamba|Swazi;=Emaswati
ET|Ethiopia|Federal Democratic Republic of Ethiopia|Addis Ababa|Ethiopian
FJ|Fiji|Republic of Fiji|Suva|Fijian
FI|Finland|Republic of Finland|Helsinki|=Finnish;Finn
FR|France|French Republic|Paris|=French;=Frenchman;=Frenchmen
GA|Gabon|Gabonese Republic|Libreville|=Gabonese
GM|Gambia|The Gambia;Republic of The Gambia|Banjul|Gambian
GE|Georgia|Republic of Georgia|Tbilisi|Georgian
DE|Germany|Federal Republic of Germany|Berlin;Bonn|German
GH|Ghana|Republic of Ghana|Accra|Ghanaian
GR|Greece|Hellenic Republic|Athens|Greek;=Hellenic
GD|Grenada||St. George's|Grenadian
GT|Guatemala|Republic of Guatemala|Guatemala City|Guatemalan
GN|Guinea|Republic of Guinea|Conakry|Guinean
GW|Guinea-Bissau|Republic of Guinea-Bissau|Bissau|Bissau-Guinean
GY|Guyana|Co-operative Republic of Guyana|Georgetown|=Guyanese
HT|Haiti|Republic of Haiti|Port-au-Prince|Haitian
HN|Honduras|Republic of Honduras|Tegucigalpa|Honduran
HU|Hungary||Budapest|Hungarian
IS|Iceland|Republic of Iceland|Reykjavík;Reykjavik|=Icelandic;Icelander
IN|India|Republic of India|New Delhi;Delhi|Indian
ID|Indonesia|Republic of Indonesia|Jakarta;Nusantara|Indonesian
IR|Iran|Islamic Republic of Iran|Tehran;Teheran|Iranian
IQ|Iraq|Republic of Iraq|Baghdad|Iraqi
IE|Ireland|Republic of Ireland|Dublin|=Irish
IL|Israel|State of Israel|Jerusalem;Tel Aviv|Israeli
IT|Italy|Italian Republic|Rome|Italian
JM|Jamaica||Kingston|Jamaican
JP|Japan||Tokyo|=Japanese
JO|Jordan|Hashemite Kingdom of Jordan|Amman|Jordanian
KZ|Kazakhstan|Republic of Kazakhstan|Astana|Kazakh;Kazakhstani
KE|Kenya|Republic of Kenya|Nairobi|Kenyan
KI|Kiribati|Republic of Kiribati|Tarawa;South Tarawa|=I-Kiribati
KP|North Korea|Democratic People's Republic of Korea;DPRK;D.P.R.K.|Pyongyang|North Korean
KR|South Korea|Republic of Korea;ROK;R.O.K.;Korea|Seoul|South Korean;Korean
KW|Kuwait|State of Kuwait|Kuwait City|Kuwaiti
KG|Kyrgyzstan|Kyrgyz Republic|Bishkek|=Kyrgyz;Kyrgyzstani
LA|Laos|Lao People's Democratic Republic;Lao PDR|Vientiane|Laotian;=Lao
LV|Latvia|Republic of Latvia|Riga|Latvian
LB|Lebanon|Lebanese Republic|Beirut|=Lebanese
LS|Lesotho|Kingdom of Lesotho|Maseru|=Basotho;=Mosotho
LR|Liberia|Republic of Liberia|Monrovia|Liberian
LY|Libya|State of Libya|Tripoli;Benghazi|Libyan
LI|Liechtenstein|Principality of Liechtenstein|Vaduz|Liechtensteiner
LT|Lithuania|Republic of Lithuania|Vilnius|Lithuanian
LU|Luxembourg|Grand Duchy of Luxembourg|Luxembourg City|Luxembourger;=Luxembourgish
MG|Madagascar|Republic of Madagascar|Antananarivo|=Malagasy
MW|Malawi|Republic of Malawi|Lilongwe|Malawian
MY|Malaysia||Kuala Lumpur;Putrajaya|Malaysian
MV|Maldives|Republic of Maldives|Malé;Male City|Maldivian
ML|Mali|Republic of Mali|Bamako|Malian
MT|Malta|Republic of Malta|Valletta|=Maltese
MH|Marshall Islands|Republic of the Marshall Islands;RMI|Majuro|=Marshallese
MR|Mauritania|Islamic Republic of Mauritania|Nouakchott|Mauritanian
MU|Mauritius|Republic of Mauritius|Port Louis|Mauritian
MX|Mexico|United Mexican States|Mexico City|Mexican
FM|Micronesia|Federated States of Micronesia;FSM|Palikir|Micronesian
MD|Moldova|Republic of Moldova|Chişinău;Chișinău;Chisinau|Moldovan
MC|Monaco|Principality of Monaco||=Monégasque;=Monegasque
MN|Mongolia||Ulaanbaatar;Ulan Bator|Mongolian;Mongol
ME|Montenegro||Podgorica|Montenegrin
MA|Morocco|Kingdom of Morocco|Rabat|Moroccan
MZ|Mozambique|Republic of Mozambique|Maputo|Mozambican
MM|Myanmar|Burma;Republic of the Union of Myanmar|Naypyidaw;Nay Pyi Taw;Yangon;Rangoon|=Burmese;=Myanma
NA|Namibia|Republic of Namibia|Windhoek|Namibian
NR|Nauru|Republic of Nauru|Yaren|Nauruan
NP|Nepal|Federal Democratic Republic of Nepal|Kathmandu|=Nepali;=Nepalese
NL|Netherlands|The Netherlands;Kingdom of the Netherlands;Holland|Amsterdam;The Hague|=Dutch
NZ|New Zealand|Aotearoa;Aotearoa New Zealand|Wellington|New Zealander
NI|Nicaragua|Republic of Nicaragua|Managua|Nicaraguan
NE|Niger|Republic of the Niger|Niamey|=Nigerien
NG|Nigeria|Federal Republic of Nigeria|Abuja;Lagos|Nigerian
MK|North Macedonia|Republic of North Macedonia|Skopje|Macedonian;North Macedonian
NO|Norway|Kingdom of Norway|Oslo|Norwegian
OM|Oman|Sultanate of Oman|Muscat|Omani
PK|Pakistan|Islamic Republic of Pakistan|Islamabad|Pakistani
PW|Palau|Republic of Palau|Ngerulmud|Palauan
PS|Palestine|State of Palestine;Occupied Palestinian Territory;Occupied Palestinian Territories;Palestinian Territories|Ramallah|Palestinian
PA|Panama|Republic of Panama|Panama City|Panamanian
PG|Papua New Guinea|PNG;Independent State of Papua New Guinea|Port Moresby|Papua New Guinean;Papuan
PY|Paraguay|Republic of Paraguay|Asunción;Asuncion|Paraguayan
PE|Peru|Republic of Peru|Lima|Peruvian
PH|Philippines|Republic of the Philippines|Manila|=Philippine;Filipino;Filipina
PL|Poland|Republic of Poland|Warsaw|=Polish;Pole
PT|Portugal|Portuguese Republic|Lisbon|=Portuguese
QA|Qatar|State of Qatar|Doha|Qatari
RO|Romania||Bucharest|Romanian
RU|Russia|Russian Federation|Moscow|Russian
RW|Rwanda|Republic of Rwanda|Kigali|Rwandan
KN|Saint Kitts and Nevis|St. Kitts and Nevis;St. Kitts & Nevis;Saint Kitts & Nevis;St Kitts and Nevis|Basseterre|Kittitian;Nevisian
LC|Saint Lucia|St. Lucia;St Lucia|Castries|Saint Lucian;St. Lucian
VC|Saint Vincent and the Grenadines|St. Vincent and the Grenadines;St. Vincent & the Grenadines;Saint Vincent & the Grenadines;St Vincent and the Grenadines|Kingstown|Vincentian
WS|Samoa|Independent State of Samoa|Apia|Samoan
SM|San Marino|Republic of San Marino||=Sammarinese
ST|Sao Tome and Principe|São Tomé and Príncipe;Sao Tome & Principe;São Tomé & Príncipe|São Tomé;Sao Tome|Sao Tomean;Santomean
SA|Saudi Arabia|Kingdom of Saudi Arabia;KSA|Riyadh;Jeddah|Saudi;Saudi Arabian
SN|Senegal|Republic of Senegal|Dakar|=Senegalese
RS|Serbia|Republic of Serbia|Belgrade|Serbian;Serb
SC|Seychelles|Republic of Seychelles||=Seychellois
SL|Sierra Leone|Republic of Sierra Leone|Freetown|Sierra Leonean
SG|Singapore|Republic of Singapore||Singaporean
SK|Slovakia|Slovak Republic|Bratislava|Slovak;Slovakian
SI|Slovenia|Republic of Slovenia|Ljubljana|Slovenian;Slovene
SB|Solomon Islands||Honiara|Solomon Islander
SO|Somalia|Federal Republic of Somalia|Mogadishu|Somali;Somalian
ZA|South Africa|Republic of South Africa|Pretoria;Cape Town;Bloemfontein|South African
SS|South Sudan|Republic of South Sudan|Juba|=South Sudanese
ES|Spain|Kingdom of Spain|Madrid|=Spanish;Spaniard
LK|Sri Lanka|Democratic Socialist Republic of Sri Lanka|Colombo|Sri Lankan
SD|Sudan|Republic of the Sudan|Khartoum|=Sudanese
SR|Suriname|Republic of Suriname|Paramaribo|=Surinamese
SE|Sweden|Kingdom of Sweden|Stockholm|=Swedish;Swede
CH|Switzerland|Swiss Confederation|Bern;Berne;Geneva|=Swiss
SY|Syria|Syrian Arab Republic|Damascus|Syrian
TW|Taiwan|Republic of China|Taipei|=Taiwanese
TJ|Tajikistan|Republic of Tajikistan|Dushanbe|Tajik;Tajikistani
TZ|Tanzania|United Republic of Tanzania|Dodoma;Dar es Salaam|Tanzanian
TH|Thailand|Kingdom of Thailand|Bangkok|Thai
TL|Timor-Leste|East Timor;Democratic Republic of Timor-Leste|Dili|Timorese
TG|Togo|Togolese Republic|Lomé;Lome|=Togolese
TO|Tonga|Kingdom of Tonga|Nuku'alofa;Nukuʻalofa|Tongan
TT|Trinidad and Tobago|Trinidad & Tobago;Trinidad|Port of Spain|Trinidadian;Tobagonian
TN|Tunisia|Republic of Tunisia|Tunis|Tunisian
TR|Türkiye|Turkey;Turkiye;Republic of Türkiye;Republic of Turkey|Ankara;Istanbul|=Turkish;Turk
TM|Turkmenistan||Ashgabat|=Turkmen;Turkmenistani
TV|Tuvalu||Funafuti|Tuvaluan
UG|Uganda|Republic of Uganda|Kampala|Ugandan
UA|Ukraine||Kyiv;Kiev|Ukrainian
AE|United Arab Emirates|UAE;U.A.E.;Emirates|Abu Dhabi;Dubai|Emirati
GB|United Kingdom|UK;U.K.;United Kingdom of Great Britain and Northern Ireland;Great Britain;Britain;England;Scotland;Wales;Northern Ireland|London;Edinburgh;Cardiff;Belfast|=British;Briton;Brit;=English;=Scottish;Scot;=Welsh;=Northern Irish
US|United States|U.S.;US;U.S;USA;U.S.A.;United States of America;America;U. S.|Washington;Washington, D.C.;Washington D.C.;Washington, DC;Washington DC;D.C.;DC;District of Columbia|American;=US-based
UY|Uruguay|Oriental Republic of Uruguay|Montevideo|Uruguayan
UZ|Uzbekistan|Republic of Uzbekistan|Tashkent|Uzbek;Uzbekistani
VU|Vanuatu|Republic of Vanuatu|Port Vila|=Ni-Vanuatu;Vanuatuan
VA|Vatican City|Holy See;Vatican;Vatican City State|Vatican City|=Vatican
VE|Venezuela|Bolivarian Republic of Venezuela|Caracas|Venezuelan
VN|Vietnam|Viet Nam;Socialist Republic of Vietnam;Socialist Republic of Viet Nam|Hanoi;Ha Noi;Ho Chi Minh City|=Vietnamese
YE|Yemen|Republic of Yemen|Sana'a;Sanaa;Aden|Yemeni
ZM|Zambia|Republic of Zambia|Lusaka|Zambian
ZW|Zimbabwe|Republic of Zimbabwe|Harare|Zimbabwean
XK|Kosovo|Republic of Kosovo|Pristina;Prishtina|Kosovar;=Kosovan
EH|Western Sahara||Laayoune|Sahrawi
HK|Hong Kong|Hong Kong SAR||Hongkonger;Hong Konger
MO|Macao|Macau||=Macanese
PR|Puerto Rico|Commonwealth of Puerto Rico|San Juan|Puerto Rican
GU|Guam|||Guamanian;Chamorro
AS|American Samoa||Pago Pago|
VI|U.S. Virgin Islands|US Virgin Islands;Virgin Islands||
MP|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands||
GL|Greenland||Nuuk|Greenlander;=Greenlandic
FO|Faroe Islands||Tórshavn|=Faroese
BM|Bermuda||Hamilton|Bermudian
KY|Cayman Islands||George Town|
VG|British Virgin Islands|||
TC|Turks and Caicos Islands|Turks and Caicos||
AI|Anguilla|||
MS|Montserrat|Monserrat||
GI|Gibraltar|||Gibraltarian
FK|Falkland Islands|Falklands|Stanley|Falkland Islander
SH|Saint Helena|St. Helena||
AW|Aruba|||Aruban
CW|Curaçao|Curacao|Willemstad|
SX|Sint Maarten|||
NC|New Caledonia||Nouméa;Noumea|
PF|French Polynesia||Papeete|
GP|Guadeloupe|||
MQ|Martinique|||
GF|French Guiana|||
CK|Cook Islands|||Cook Islander
NU|Niue|||Niuean
TK|Tokelau|||
JE|Jersey|||
GG|Guernsey|||
IM|Isle of Man|||=Manx
AX|Åland Islands|Aland Islands;Åland||
IO|British Indian Ocean Territory|Chagos Archipelago;Chagos Islands;Diego Garcia||Chagossian
`;

/** A country or territory with its names as English prose writes them. */
export interface Country {
  /** ISO 3166-1 alpha-2; `XK` for Kosovo (user-assigned, as CLDR uses it). */
  readonly code: string;
  /** The short name in common use. */
  readonly name: string;
  /** Official, abbreviated and older names. */
  readonly otherNames: readonly string[];
  /** The capital first; then other seats of government and cities that stand for it in prose. */
  readonly capitals: readonly string[];
  /** The adjective first; then names of the people, plurals included. */
  readonly peoples: readonly string[];
}

function listOf(field: string | undefined): string[] {
  return field ? field.split(';') : [];
}

function withPlural(people: string): string[] {
  if (people.startsWith('=')) return [people.slice(1)];
  return [people, people.endsWith('s') ? people : `${people}s`];
}

/** All countries and territories of the table, in the order of their English names. */
export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', otherNames, capitals, peoples] = line.split('|');
    return {
      code,
      name,
      otherNames: listOf(otherNames),
      capitals: listOf(capitals),
      peoples: listOf(peoples).flatMap(withPlural),
    };
  });
