/**
 * Family names that occur in two or more languages' lists, in lower case without diacritics.
 * Source: the person lists of @faker-js/faker 9 (MIT licence).
 */
const NAMES = `
abbott abernathy abreu abshire acic ackermann adam adamek adams adasevic adegoke adeyemo afolabi agostini aksentijevic albertyn albrecht alexa 
alexander altenwerth andersen anderson andresen ankunding antal antoni armstrong auer aufderhar babic babin baca bahringer bailey bajer bak balaban 
balaz balazova balint balistreri balog balogun baran baranova barisic barone barrows barta bartell bartoletti barton bartos bartosova bashirian 
batista batz bauch bauer baumbach bayer beahan beatty bechtelar becker beckmann bednar beer beier bekavac belmonte berg berge berger bergnaum 
bergstrom bernard bernasconi bernhard bernier bester bhengu bianchi bijl bins biro bittner blahova blanc blanda blank blick block blom bode boehm 
bogan bogdan bogisich bohm bomestar bona borer bos bosch bosco bosman botsford boyer boyle bradtke braga brakus brandt braun breitenberg brekke 
brezina brezinova brink brito brix brown bruen brun bruyn buckridge bujak bulat burger burkhard burkhardt buss cali camacho camara campos capek cara 
carlsen carroll carter cartwright casper cassin castro cavic champlin christiansen cibulka cibulkova cisar cole collier collins conn connelly conroy 
considine corkery cormier corona corwin costa cremin crist crona cronin crooks cruickshank cruz cummerata cummings dach dahl dam daniel dankova dare 
daugherty david davidova davis deckow denesik dibbert dickens dicki dickinson dietrich dlamini dolezal dolezalova donnelly dooley douglas doyle 
drinjak drozd dube dubuque duca duda dudek dupont durand durgan ebert effertz egger egli elias emard emmerich erdman ernser evers fabian fabianova 
fadel fahey fankhauser farkas farrell favre fay feeney feest feil felber fernandez ferrari ferreira ferry fichardt fierro filip filipova fischer 
fisher flatley florczak flore fluckiger fodor fonseca frami franco franecki franey frank frey friedli friesen fritsch fuchs fuller funk furlan gabor 
gajdos gal galinac gamper garcia gaspar gasser gavric gehrig gerber gerhardt gerhold gerlach gibson gil gislason gleason gleichner glover goldner 
gonzalez goodwin gorczany gottlieb goyette grady graham grant green greenfelder greenholt gregor gregorova grimes grube gruber guerra gulgowski 
gusikowski gutkowski gutmann haag hackett hafner hagenes hahn hajek haley halvorson hamill hammes hand hane hansen hanzal hanzalova hanzl harber 
harris hartman hartmann harvey hauck hayes heaney heathcote hegmann heidenreich heller henriksen henry herman hermann hermiston herzog hessel 
hettinger hickle hilll hills hilpert hintz hirthe hlavacek ho hodkiewicz hoeger hofer hoffman hoffmann hofman holm holub holubova homenick hommel 
hoppe hora horacek horak horvat horvath howe howell huber hudson huel huels humbert hyatt ivanova jacobi jacobs jacobson jakobsen jakubowski jambor 
janecek janik janikova jansen jaros jasinski jaskolski jast jenkins jensen jerde jesus johannessen johansen john johns johnson johnston jokanovic 
jonas jones jorgensen jung jurik jurikova jurisic kacavenda kaczmarek kadlec kaiser kalin kalinowski kaminski kaplan kapusta karan karas karlsen 
kassulke kaul kautzer kedzierski keebler keeling kemmer kerluke kertzmann kessler khan khuzwayo kiehn kihn kilback kirlin kiss klein klimczak kling 
klocko koch kock kocman koelpin koenig koepp koha kohler kolar kolarova konieczny konopelski kos koss kostka kovac kovacek kovacova kovacs koza kozak 
kozey krajcik krajicek krajinovic kral kralik kralikova kramer krauel kraus krcmar kreiger kris kristensen krogh krol kruger krupa krupova kshlerin 
kub kubica kubik kubikova kuchta kuhic kuhlman kuhn kula kulas kunde kunene kung kunz kunze kuphal kutch kuvalis kyselova labadie labus lai laine 
lakatos lakin lam lang lange langosh langworth larkin larsen larson lazic leal leannon lebsack ledner leffler legros lehner lemke leo lesch leuschke 
lind linden lindgren lipka liska liskova littel little lo lockman lopez lovato lowe lubina lubowitz luca lueilwitz luettgen lukac lukacova lund ly 
lynch macejkovic macgyver madej maggio mai malek malik mamula man mann mante marek mares marian marin marinkovic marino markowski marks marquardt 
martin martinez martinovic marvin masala matias matos matula mayer mayert mazur mbatha mcclure mccullough mcdermott mcglynn mckenzie mclaughlin 
medhurst meier meloni mensah mertens mertz meszaros metz meyer michalek michalik michalikova michel mika mikula miller mills miranda mitchell moen 
mohr mojzis mojzisova moller molnar monahan moore mora morar morissette mosciski moser mota mraz mthembu mthethwa mucha mueller muller munch murazik 
murphy murray nader nagy nava nemcova nemec nemes neubauer neumann ngubane nguyen nicolas niekerk nielsen nienow nikolaus nitzsche nolan novak 
novakova nowak nwachukwu oberbrunner okuneva olah oliva olivier olsen olson ondricka oppong orn ortiz osei osinski pacheco pacocha padberg paden pagac 
pandey panek paris parisian parker pasalic pasek paskova paucek paul pavel pavlov pedersen pelikan pelikanova pena perez peskova peter pfannerstill 
pfeffer pham pilat pinto pohl polak polizzi pollich pouros powell powlowski predovic prinsloo prohaska prokop prosacco purdy quigley quitzon radulic 
rak rakova ramos rana rasmussen rath ratke rau raynor rehak reichel reichert reilly reinger rempel renner rey reynolds richards richter rippin ritchie 
ritz robel roberts rocha rodriguez rogahn rohan rolfson romaguera roob roos rosa rose rosenbaum ross roux rowe ruecker runolfsson runte rus russel 
rutherford ruzicka ruzickova ryan rybar rybarova salami sanchez sandic sandor sanford sasek satterfield sauer savoia sawayn schaden schaefer 
schamberger scheurer schiller schimmel schinner schmeler schmid schmidt schmitt schneider schnyder schoen schowalter schroder schroeder schulist 
schultz schumacher schumm schuppe schuster schwarz schweizer senger senkova serra shanahan shields sibiya sikora silva sima simak simon simonis 
simonovic sipes sirova skiles sladek slatinac slovak slovakova smith smitham sokol sokolowski soltys sommer sorensen spasojevic spencer spinka sporer 
stamm stanek stanton stark stastna stastny stefan stefanova stehr steiner stepanov steuber stiedemann stokes stoltenberg stracke straka strakova 
streich stroman strosin sulc sulcova suter suvajac svab svehla svehlova svendsen svensson svoboda swaniawski swift sykora sykorova szabo szekely tamas 
tamba tang terry terzi thiel thomas thompson tillman toma tomas tomecek tomkova torp torphy torres toth towne toy tran trantow tremblay treutel tromp 
truter turcotte turek turner ugarak ullrich upton urban urbanek urbaniak valente valentova valle vandervort vanek varga vasile venter veres veum villa 
visser vlach vlachova vogel vojtek volkman vonrueden vos vracar vucevac waelchi wagenaar wagner walker walsh walter ward waters watsica weber wehner 
weimann weiss weissnat welch white widmer wiegand wilderman wilkinson will williamson willms windler winkler wintheiser wisoky wisozk witting wiza 
wolf wolff wuckert wunsch wyman yost yundt zach zajac zak zapletal zboncak zelenka zemlak ziemann zieme zima zimmerman zimova zondi zulauf zuma zungu 
zurek
`;

export const SURNAMES: readonly string[] = NAMES.trim().split(/\s+/);
