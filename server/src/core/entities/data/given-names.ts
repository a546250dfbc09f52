/**
 * Given names of many cultures, in lower case without diacritics: evidence, not proof, that a capitalised word names
 * a person.
 * Source: the person lists of @faker-js/faker 9 (MIT licence), reduced to names that occur in two or more of its
 * languages or are short and common in one; with romanised Arabic, Asian, Slavic and African names added by hand.
 */
const NAMES = `
aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aaliyah aalok aamod aanand aaron aarya aaryan aasa aasha aatmaj aatmaja aatreya aba abagail 
abani abayomi abbey abbie abbigail abby abdel abdelfattah abdelmadjid abdiel abdon abdoulaye abdul abdulaziz abdulhamid abdulla abdullah abdulrahman 
abe abebi abeiku abel abelard abelardo abena abeni abhaidev abhaya abhijit abhirath abigail abigale abigayle abimbola abiodun abiola abiona abisola 
abisoye abiy abner abosede abraham abyasa achille achintya achyut ada adah adalbert adalberta adalberto adaline adam adama adan adaugo addie addison 
ade adebiyi adebola adeboye adedayo adedeji adedoyin adegoke adekitan adekola adekunle adel adela adelaida adelaide adelbert adele adeleke adelia 
adelin adelina adeline adell adella adelle adem adenike adeniyi adeola adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke 
adetoun adeyi adheesh adhiarja adhiraj adhrit adi adiarja adigun adika adikara adikavi adil adina adinata adinath aditeya aditya adnan adolf adolfo 
adolph adolphus adonis adrain adriaan adrian adriana adrianna adriano adriel adrien adrienne adrijana adunni advaya adwitiya adwoa afia afolarin afra 
afton afua agasti agastya agata agaton aglae agnes agnesa agneya agnivesh agostinho agrata agus agustin agustina ahalya ahilya ahmad ahmed ahmet aida 
aidan aiden aileen aiman aimee aisha aishani aisyah aiyana ajala ajani ajeet ajeng ajiman ajimat ajimin ajiono ajit ajoke akande akanmu akanni 
akarsana akeem akihito akinlabi akinwale akinwumi akofa akorfa akos akosua akram akroor aksel akshaj akshat akshata akshita akua akufo akula akumaa 
akunna akwasi akwesi ala alaba alade alain alaina alambana alamu alan alana alanis alanna alassane alayna alba alban albert alberta alberte albertha 
albertina albertine alberto albin albina alcibiade alcide alda alden aldo alea alec aleen alejandra alejandrin alejandro alek aleksa aleksandar 
aleksander aleksandra alena alene ales alessandra alessandro alessia alessio aletha alex alexa alexander alexandr alexandra alexandre alexandrea 
alexandria alexandrine alexandro alexane alexanne alexei alexej alexey alexia alexie alexis alexys alexzander aleyna alf alfons alfonso alfonzo alford 
alfred alfreda alfredo ali alia alica alice alicia alida alika alikhan alima alina aline alisa alisha alison alissa alivia aliya aliyah aliyev aliza 
alize alka allan allegra allen allene allie allison ally alma almira alois alojz alok alonzo alparslan alpha alphonso alta althea alton alva alvah 
alvena alvera alverta alvin alvina alvis alya alyce alycia alysa alysha alyson alyssa alysson alzbeta amadou amahle amal amalia amalie amalija amanda 
amani amar amara amaresh amari amarnath amata amaya ambar amber ambra ambrose ambroz amelia amelie amely america americo ameyatma ami amie amilcar 
amin amina aminat aminu amir amira amish amiya amodini amogh amoke among amope amos amparo amr amrit amrita amy amya ana anaadi anabel anabela 
anabelle anagh anahi anais anal anala anamika anand ananda anang ananta anar anas anasooya anastacio anastasia anastasija anasuya anatol anatolie 
anatoly anda andel andela andelin andelina anders anderson andras andre andrea andreane andreanne andreas andrei andrej andres andrew andrii andrija 
andrina andriy andy anele aneta anezka angela angelica angelina angeline angelique angelita angelo anggun angie angus ani anibal anica anies anika 
anil anila anilaabh anilabh anis anish anissa anita aniya aniyah anja anjali anjaneya anjushri anka ankal ann anna annabel annabell annabelle annalise 
annamae annamarie anne anneli annelie annetta annette anni annie annika anom anouk ansel anshula ansley antea antero anthony antigone antoine 
antoinette anton antone antonella antonetta antonette antoni antonia antonie antonietta antonin antonina antonio antony antwan antwon anuja anunay 
anura anuraag anurag anusuya anwar anwesha anya apollo apsara ara araceli aracely arcadie arch archan archibald archie arda ardella arden ardith arely 
argono ari ariadna arian ariana ariane arianna aric arie ariel arielle arif arike arindam arinola aris aristide arjun arlene arlie arlo armand armando 
armani armida armin arnaldo arne arnesh arno arnold arnoldo arnulfo aron arpad arsenie arta artanto artawan artemisa arthur artur arturo artus arun 
aruna arvel arvid arvilla arwen arya aryan aryanna aryeh asa asad asake asha ashlee ashleigh ashlesh ashley ashly ashlynn ashok ashton ashtyn asia 
asif asim asirwada asja aslesha aslijan asmadi asman asmianto asmuni assunta astrid astrida aswani asya athena atila atinuke atma atmaja atmanand 
atreyee atreyi atsushi attila aubree aubrey audie audra audreanne audrey augusta augustin augustina augustine augustus aulia aung aura aurel aurelia 
aurelian aurelie aurelio aurora aurore austen austin austyn autumn ava avadhesh avani avantika avery avigdor avis avraham awero awesi axel axelle aya 
ayan ayana ayanda ayaz aydan ayden ayinde ayinke ayize ayla aylin ayman ayodeji ayodele ayoka ayomide ayomikun ayotude ayoub ayu azalea azali aziz 
azra azubuike baaba baala babasola babawale baby bader baek bafana bagas bagiya bagus bagya bahaa bahula baidehi bailee bailey bajragin bakda 
bakhtiyar bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktiono bakula bala balamani balangga balapati balgopal balidin balijan 
bambang bamir banara banawa banawi bancar bandhu bandhul bangizwe banji bankim bankole baran barbara barbora barham baris barnabas barney baron 
barrett barry bart bartholome bartolomej barton basanti bashar bashir basil bassam bastian basuki batuhan baylee bayu beata beatrice beatriz beau 
beaulah becky behram behruz bela belinda bell bella belle ben benedict benedikt beniamin benito benjamin bennett bennie benny bent bente benton berat 
berenice berit berkay bernadette bernadine bernard bernardo berneice bernhard bernice bernie berniece bernita berry bert berta bertha bertram bertrand 
beryl bessie betania beth bethany bethel betina betsy bette bettie bettina betty bettye beulah beverly bezalel bezos bhaasvan bhaaswar bhadra bhadrak 
bhadran bhagvan bhagwati bhamini bharat bhardwaj bhargava bhargavi bhasvan bhaswar bhaumik bhavani bhaves bheeshma bhima bhisham bhishma bhoj bhoopat 
bhoopati bhooshan bhooshit bhramar bhudev bhudeva bhupati bhupen bhushan bhushit bianca bianka bibiana bilal bilawal bill billie billy bilva bilwa bin 
birdie birjesh bishnu bjorn blahoslav blair blaise blake blanca blanche blanka blaze blazej blazena bless blessing bo bob bobbie bobby bodhan bogdan 
bogdana bohdan bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bojan bojana bola bolatito boleslav bongbong bonifac bonita bonnie bora boris 
borka borut boubacar boyd bozena bozica bozidar bozidara brad braden bradford bradley bradly brady braeden brahma brahmdev brain brajesh brandi brando 
brandon brandt brandy brandyn branimir branimira branislav branislava branka brankica brannon branson brant braulio braxton brayan breana breanna 
breanne brenda brendan brenden brendon brenna brennan brennon brent bret brett bria brian briana brianne brice bridget bridgette bridie brielle 
brigita brigitta brigitte brijesh brionna brisa britney britt brittany brock broderick brody bronislava brook brooke brooklyn brooks brown bruce bruna 
bruno bryan bryana bryant bryce brycen bryon buchi buck bucur bud buddhana buddy budhil budi budimir buford buhle bukola bulah bunmi burak burdette 
burley burnice busayo busisiwe buster byron byung cade caden caesar cagak cager cahya cahyadi cahyanto cahyo cahyono caio caitlin caitlyn caket cale 
caleb caleigh cali calista callie callum calvin camden camelia cameron camil camila camilla camille camren camron camryn camylle can candace 
candelario candice candida candido candra capa cara caraka carey carina carissa carl carla carlee carleton carley carli carlie carlo carlos carlota 
carlotta carlton carmel carmela carmella carmelo carmen carmine carol carolanne carole carolina caroline carolyn carolyne carrie carroll carson carter 
carub cary casandra casey casimer casimir caslav casper cassandra cassandre cassidy cassie cataleya catalina caterina catharina catharine catherine 
cathrine cathryn cathy catur cawisadi cawisono cawuk cayadi cayla ceasar cecelia cecep cecil cecile cecilia cecilie cedric cedrick cedrik celeste 
celestin celestine celestino celia celina celine cellou cem cemani cemeti cemplunk cengkal cengkir cesar ceyda ceyla ceylin cezar chad chadd chadrick 
chaim chaitan chakor chakrika chanakya chance chanda chandak chandan chandani chandi chandini chandira chandler chandni chandra chandran chanel 
chanelle chang chantal chapal chapala charak charity charl charlene charles charley charli charlie charlotte charvi chase chasity chaten chatur 
chatura chauncey chaya chaz cheikh chelsea chelsey chelsie chen cheng cherechi cheryl chesley chester chet chetan cheyanne cheyenne chiamaka chiara 
chinedu chinh chinyere chisom chitrali chizoba chloe chris christ christa christelle christian christiana christiane christie christin christina 
christine christop christophe christopher christy chrystia chukwu chung chyna ciara cicero cici cielo cierra cindy cinta cinthia citlalli citra clair 
claire clara clarabelle clare clarence clarissa clark claud claude claudia claudie claudine claudio clay clayton clelia clemens clement clemente 
clementina clementine clemmie cleo cleopatra cleora cleta cletus cleve cleveland clifford clifton clint clinton cloe clotilde clovis cloyd clyde coby 
cody colby cole coleman colin colins colleen collin colt colten colton columbus comfort concepcion conner connie connor conor conrad constance 
constantin consuelo cooper cora coralie corbin cordelia cordell cordia cordie corene corey corine corinna corinne cornelia cornelius cornell corrine 
cortez cortney corvin cory cosima coty courtney coy craig crawford creola cristal cristian cristiana cristiano cristina cristobal cristopher cruz 
crystal crystel ctibor cullen curt curtis cydney cynthia cyprian cyril cyrus dacin dadap dadi dado dae daevi daevika dagel dagmar dagmara dahlia daija 
daisaku daisha daisy daiwik dakota daksha dale dalia dalibor dalibora daliborka dalida dalila dalima daliman dalimin daliono dallas dallin dalton 
damar damaris dameon damian damiana damien damife damilare damilola damion damir damla damodara damola damon damu dan dana danang dandak dandre dane 
dangelo dani danial danica daniel daniela daniele daniella danielle danijela danika danilo danjuma danka dannie danny dante danu danuja danyka danylo 
daphne daphnee daphney darasimi darby darcy daren daria darian dariana dariati darien darija darijan darimin darin darina darinka dario darion darius 
darko darla darlene darmaji darman darmana darmanto darnell daron darrel darrell darren darrick darrin darrion darron darryl darshan darsirah dartono 
daru daruna darwin daryani daryl dasa dashawn dasia datta dave davi david davide davin davion davon davonte davor daw dawn dawson dax dayaamay dayana 
dayna dayne dayton dea dean deangelo deanna debbie debora deborah debra declan dedric dedrick dee deeksha deepak deepali deepan deepesh deevakar defne 
deion deja dejah dejon dejuan delaney delbert delfina delia delilah dell della delmer delores delpha delphia delphine delta demarco demarcus demario 
demetris demetrius demilade demond dena denis denisa denise deniz dennis denys deon deondre deontae deonte dereck derek derick deron derrick deshaun 
deshawn desiree desmond dessie destany destin destinee destiney destini destiny devadatt devagya devak devan devani devante devasree devdan deven 
devesh devi devika devin devon devonte devvrat devyn dewayne dewey dewi dewitt dexter dezider dhana dhanesh dhanpati dhanu dhanvin dhara dharani 
dharitri dharmendra dhatri dhruv dhyanesh diah diamond dian diana diane dianna dianne didier diego digambar digdaya diksha dilan dilara dillan dillon 
dilma dimas dimaz dimitri dina dinakar dinda dinesh dinkar dino dion dionyz dipa dipali dipankar dipendra dipesh diptendu dirja ditya divaakar divakar 
divjot divna divya dixie djibril dmitri dmitriy dmitry dmytro dobromila dobroslav dobroslava dock dodo dolly dolores domenic domenica domenick 
domenico domingo dominic dominick dominik dominika dominique don donald donat donata donato donavon dong donna donnell donnie donny dono dora dorcas 
doreen dorian dorina doris dorota dorotea dorothea dorothy dorris dortha dorthy doug douglas dovie doyle draga drahomir drahomira drahoslav drahoslava 
drajat drake draupadi drazen drew dron drona droupadi dua duane duanne dubravka dudley duduzile dulari dulce dumisani duncan dunja durga durodola 
durward dusan dusana dustin dusty dwayne dwi dwight dyah dylan earl earlene earline earnest earnestine easter easton ebba ebiere ebiowei ebony ebrahim 
ed eda edd eddie eddy eden edgar edgardo edi edison edita edith edmond edmund edna eduard eduarda eduardo edvin edward edwardo edwin edwina edyth 
edythe efe effie efrain efrem efren ega ehud eileen einar eino eja eka ekaaksh ekadant ekaksh ekalavya ekaling ekaterina ekdant eko ekow ekrem 
ekundayo ela eladio elaina elaine elakshi elbert elda eldon eldora eldred eldridge elea eleanor eleanora eleanore eleazar electa elena eleni elenor 
elenora eleonora eleonore elfrida elfrieda eli elia eliabeth eliah elian eliana eliane eliano elias eliezer elif elijah elin elina eline elinor 
elinore elio elisa elisabeth elise eliseo elisha eliska elissa eliza elizabeth ella ellen elli ellie elliot elliott ellis ellsworth elly elma elmar 
elmer elmira elmo elmore elna elnora elnur elodie elody eloisa eloise elon elouise eloy elroy elsa else elsie elta elton eluh elva elvera elvie elvin 
elvina elvira elvis elwin elwyn elyse elyssa elza ema eman emanuel emanuela emas embuh emeka emelia emelie emely emerald emerson emery emie emil emile 
emilia emilian emiliano emilie emilija emilio emily emin emine emir emma emmalee emmanuel emmanuelle emmerson emmet emmett emmie emmitt emmy emomali 
emong emory empluk emre ena enakshi endah endra enea enes enid eniola ennio enoch enola enos enrico enrique ensar enteng enya enzo ephraim era eray 
erdal eren eriberto eric erica erich erick ericka erik erika erin erling erma erna ernest ernestina ernestine ernesto ernie ernst ervin erwin eryn 
esha eshana eshita esma esmeralda esperanza esra esse essie esta esteban estefania estel estela estell estella estelle ester estera estevan esther 
estiawan estiono estrella esupofo etela etha ethan ethel ethelyn ethyl etienne ettie eudora eugen eugene eugenia eugenie eula eulah eulalia eulalie 
euna eunice eusebia eusebie eusebio eva evalyn evan evangeline evans evarist eve evelin evelina eveline evelyn evelyne everardo everett everette evert 
evie evy ewald ewatomi ewell eymen eyram ezekiel ezequiel ezio ezra fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fadekemi faderera fae 
faisal faith faiz faizah fannie fanny fanyana fara farah fares farhad faruk fathonah fatih fatima fatma fatou faustino fausto favian fay faye fayez 
febi febriana febrina federico fedor fedora felicia feliciano felicie felicita felicity felipa felipe felix felton femke ferdinand fermin fern 
fernanda fernando ferne fibikemi fidan fidel fiifi fikayomi filemon filiberto filip filipa filipe filippa filippo filiz filomena finja finley finn 
finnley fiona fitri fitria fitriani flavia flavie flavio fleta fletcher fleur flo flora flore florence florencio florentin florentina florian floriana 
florida florina florine flossie floy floyd flynn folu ford forest forrest foster fouad frances francesca francesco francis francisca francisco franco 
francois francoise frank frankie franklin frantisek frantiska franz fred freda freddie freddy frederic frederick frederik frederique fredrick fredrik 
fredy freeda freeman freida freya frida fridolin frieda friedrich fritz fuad fumio funani furkan furman fynn gabe gabin gabino gabriel gabriela 
gabriele gabriella gabrielle gabrijela gada gadang gadi gading gadis gaduh gael gaetano gage gaia gail gaiman gajabahu gajadhar gajbaahu gal galak 
galang galar galih galina galiono galit galuh galur gaman gamani gamanto gambira gamblang ganak ganaka ganapati ganda gandewa gandharv gandi ganep 
ganesh ganesha gangesh gangsa gangsar ganjaran gantar gara garan garang garda gardner garett garfield garikoi garland garnet garnett garret garrett 
garrick garrison garry garth garud garuda gary gaspar gasti gaston gati gatik gatot gatra gatsha gauraang gaurang gauranga gautam gautama gautami 
gavin gawati gayatri gayle gbadebo gbolahan gbowoade gedeon geeta gejza gemine gemini gemma gene general genesis geneva genevieve genki gennaro 
genoveva genta geo geoffrey georg george georges georgette georgia georgiana georgianna georgina geovanni geovanny geovany gerald geraldine gerard 
gerardo gerda gerhard germaine german gerrit gerry gerson gertruda gertrude ghani ghassan ghita gia giacomo giada gian gianluca gianni gibran gideon 
gifty gilad gilang gilbert gilberto gilda giles gilles gillian gina ginger gino gioele gioia giorgi giorgia giorgio giovani giovanna giovanni giovanny 
giri girija girik girika girindra giriraaj giriraj girish girja gisela gisselle gita gitanas giulia giuliana giuliano giulio giuseppe gizela gladyce 
gladys gleb glen glenda glenn glenna glennie gloria gobinda godfrey golda golden gong gonzalo gopaal gopal gopee gopi goran gordan gordana gordon 
goswamee goswami gotabaya gotum gouranga goutam govinda grace gracie graciela grady graham grant granville grayce grayson green greg gregg gregor 
gregoria gregorio gregory greta gretchen greyson grgur griffin griselda grover guadalupe gudakesa gudrun guido guillermo guiseppe gulcin guler gun 
gunay gunnar gunner gurdev guru gus gussie gust gustav gustave gustavo guterres guy gwen gwendolyn habib habiba hadi hadley hafsa hafshah hage hailee 
hailey hailie haitham hakainde hakan hakim hal haleigh haley halie halil halim halima halle hallie hamad hamdok hamid hamima hamish hamsini hamza 
hamzah han hana hani hank hanna hannabel hannah hanne hannes hans harald hardana hardi hardy hari haris harit harita harja harjasa harjaya harjo 
harley harmon harmony harold harriet harrison harry harsana harsanto harsaya hartaka hartana harto haruki harvey hasan hashim hasim haskell hasna 
hassan hassie hasta hatem hattie haven hayashi hayden haylee hayley haylie hazel hazle heath heather heaven heber hector hedi heema heidi helen helena 
helene helga helin hellen helmer helmut heloise henderson hendra hendri hendrik henri henrie henrieta henrietta henriette henrik henry herbert herman 
hermann hermina hermine herminia herminio hershel herta hertha heru heryanto hester hesti hettie hichem hideki hideo hilario hilbert hilda hildegard 
hillard hillary hilma hilton himadri himani himanta himawan hipolito hira hiram hiranmay hiranya hiroshi hisham hlengiwe hobart holden hollie hollis 
holly homer hope horace horacio hortense hosea hossein houston howard howell hoyt hubert hudson hugh hugo hulda hulya humaira humberto hun hunter 
hussain hussein hyman hyun ian ibidapo ibironke ibrahim ibrahima ibrani ibun icha ichiro icie ida idell idella idowu idris idriss ifa ifeoluwa ifeoma 
ifunanya ige ignac ignacio ignacy ignatius igor ihor ihsan ika ike ikenna ikeoluwa ikhidie ikhsan ikin ila ilaria ilarion ilay ilayda ileana ilene 
ilenia ilham ilhan ilia iliana ilias ilija ilja ilona ilsa ilyas ima imam imani imelda imke immanuel imogen imogene imran ina inara inaya indah inder 
indira indra ines inesa inez inga ingrid ingrida inioluwa inka inna intan inyoni iolanda ira irakli irawati irem iremide irena irene ireti irfan 
iriana irina iris irma irnanto irsad irvin irving irwan irwin iryna isa isaac isabeau isabel isabela isabell isabella isabelle isac isadora isadore 
isai isaiah isaias isak iseoluwa ishola isidora isidro isioma isis isisa isla ismael ismail ismaila isobel isom isra israel issac itamar itzel iva 
ivah ivan ivana ivanka ivanna ivar iveta ivica ivo ivona ivory ivy iwan iyabode iyadunni izabela izabella izaiah izidor izolda jabal jabari jabulile 
jace jacey jacinthe jacinto jack jackeline jackie jacklyn jackson jacky jaclyn jaco jacob jacobus jacqueline jacquelyn jacques jacynthe jada jade 
jaden jadesola jadon jadranka jadranko jadyn jaeden jaeman jaga jagadish jagapati jagaraga jagathi jagdeep jagdish jagmeet jahnu jaida jaiden jail 
jailyn jaiman jaime jaimini jairo jais jaishankar jaka jakaya jakayla jake jakob jakov jakub jale jaleel jalen jalon jalyn jamaal jamal jamalia jamar 
jamarcus jamel james jameson jamey jamie jamil jamila jamir jamison jammie jan jana janae jane janelle janessa janet janice janick janie janina janine 
janis janiya janka janna janne jannie jannik jannis janosch jany jaquan jaquelin jaqueline jara jared jaren jari jarmila jarne jarod jarolim jaromir 
jaron jaroslav jaroslava jarred jarrell jarret jarrett jarrod jarvis jarwa jarwadi jarwi jasen jasmani jasmin jasmina jasmine jasna jason jasper 
jaswadi jati jatmiko jaunita javas javier javon javonte jawad jay jaya jayadi jayce jaycee jayda jayde jayden jaydon jayeng jaylan jaylen jaylin 
jaylon jayme jayne jayson jazlyn jazmin jazmyn jazmyne jean jeanette jeanie jeanne jeannette jeannie jed jedediah jedidiah jeff jefferey jeffery 
jeffrey jeffry jefri jela jelena jelica jelita jena jenifer jenna jennie jennifer jennings jenny jennyfer jens jensen jeong jeppe jerad jerald jeramie 
jeramy jerel jeremiah jeremias jeremie jeremy jermain jermaine jermey jerod jerome jeromy jerrell jerrod jerrold jerry jesper jess jesse jessica 
jessie jessika jessy jessyca jesus jett jette jettie jevon jewel jewell ji jia jian jiang jibril jil jill jillian jim jimmie jimmy jin jinawi jindra 
jinnah jinping jitender jitendra jo joachim joah joakim joan joana joanie joann joanna joanne joannie joanny joany joao joaquim joaquin job jocelyn 
jodi jodie jody joe joel joelle joesph joey johan johann johanna johanne johannes johathan john johnathan johnathon johnnie johnny johnpaul johnson 
joko jolana jolanda jolayemi jolie jolien joline jon jona jonah jonas jonatan jonathan jonathon jong jono joojo joon joost jordan jordane jordi jordon 
jordy jordyn jorge jorgen joris jose josef josefa josefin josefina josefine joseph josephine josh joshua joshuah josiah josiane josianne josie josue 
jovan jovana jovani jovanny jovany joy joyce jozef jozefina jozue juan juana juanita juda judah judd jude judge judita judith judson judy jule jules 
juli julia julian juliana julianne julie julien juliet julieta juliette julio julius jumadi jumari juna jung junior junius juri justen justin justina 
justine juston justus justyn justyna juvenal juwan juwon jyoti jyotis jyotsana kaan kacey kaci kacie kacper kacung kade kaden kadin kadir kaela kaelyn 
kagame kagiso kai kaia kailash kailee kailey kailyn kairav kaitlin kaitlyn kaj kaja kajen kala kale kaleb kaleigh kaley kali kalim kalinda kallie 
kalpana kalyani kama kamal kamala kamalesh kamaria kambali kameron kamidin kamil kamila kamille kamina kamla kamlesh kamran kamren kamron kamryn kanak 
kanaka kanchan kanda kane kani kania kanishka kannan kannen kanti kara karan kardi kareem karelle karen kari kariane karianne karim karimah kariman 
karin karina karine karja karl karla karlee karley karli karlie karma karman karmela karna karol karolann karolina karoline karsa karsana karson karta 
karthik kartik kartika karya kasandra kasey kashyap kashyapi kasim kasiran kasiyah kasper kassandra kassym kasusra katarina kate katelin katelyn 
katelynn katharina katherine katheryn kathleen kathlyn kathryn kathryne kathy katie katlyn katlynn katrin katrina katrine katryn kattie katy kavon 
kawaca kawaya kay kaya kaycee kayden kayla kaylah kaylee kayleigh kayley kayli kaylie kaylin kayode kayun kazimir kazuo keagan keano keanu keara 
keaton keegan keeley keely keenan keerti kehinde keiko keir keira keisha keith keji kellen kelley kelli kellie kelly kelsi kelsie kelton kelvin kemal 
kemba kemi ken kenan kenari kendall kendra kendrick kenes kenna kennedi kennedy kenneth kennith kenny kent kenton kenya kenyatta kenyon kenza kenzie 
kenzo keon keqiang kerem kerim kerry keshaun keshawn keven kevin kevon keyon keyshawn kezia kgabu khadija khaled khalid khalifa khalil khethiwe kian 
kiana kiandra kianna kiara kiarra kiel kiera kieran kikelomo kiley kilian kim kimberly kip kira kiran kirana kirk kirsten kirstin kirti kishida kitty 
kjell klaas klara klaudia klaus klemens klement klementyna kleopatra kobe koby kody kofi koichi koji kojo koko kolawole kolby kole koloman konrad 
konstantin konstantyn kopano koray korbin korede korey kornel kornelia kory kraig kris krishna krista kristen kristi kristian kristie kristijan 
kristin kristina kristine kristof kristofer kristoffer kristopher kristy krystal krystel krystina kubra kubura kujoe kumar kumari kumuda kuncara 
kunthara kurnia kurt kurtis kusuma kvetoslava kwabena kwadwo kwaku kwame kwamena kwasi kweku kwesi kyan kyla kyle kylee kyleigh kyler kylie kyra 
kyriakos kyung laal labuh lacey lachlan lacy lada ladarius ladislau ladislav lafayette lai laila laisha laksana lakshman lakshmi laksita lala lale 
lalita lamar lambert lamia lamont lana lanang lance landen lane laney langa langgeng lanjar lantar lara laras larisa larissa laron larry lars larue 
lasmanto lasmono lasse laswi laszlo latif latika latoya laura laure laurel lauren laurence laurens laurent lauretta lauri lauriane laurianne laurie 
laurin laurine laury lauryn lavada lavanya lavern laverna laverne lavina lavinia lavon lavonne lavrov lawrence lawson laxman laxmi layla layne lazar 
lazaro lazarus lea leah lean leana leander leandra leandro leann leanna leanne leatha leda lee leela lega legawa lei leif leigh leila leilani leke 
lela lelah leland lelia leman lembah lempi lemuel len lena lene leni lenia lenka lenn lenna lennart lennert lennie lennox lenny lenora lenore lenya 
leo leola leon leona leonard leonardo leone leonel leoni leonid leonida leonidas leonie leonor leonora leontina leontine leopold leopoldina leopoldo 
leora lera lerato lere leroy lesley leslie lesly lessie lestari lester leta letha leticia letitia letizia lev levent levi levin lew lewis lexi lexie 
lexus leyla li lia liam lian liana lias libbie libby lidia lidija lidya lien lila lili lilia lilian liliana liliane lilla lillian lilliana lillie 
lilly lilou lily lilyan liman limar lina lincoln linda lindsay lindsey line linn linnea linnie lino lintang linus linwood lio lion lionel lisa 
lisandro lisanne lisbeth lise liselotte lisette litzy liv liva livia livio liya liyana liz liza lize lizeth lizzie ljiljana ljuba ljubica lkhagva 
llewellyn lloyd loan logan lois lola lolade lolita loma lon london lonie lonnie lonny lonzo lora loraine loredana loren lorena lorene lorenz lorenza 
lorenzo loretta lori lorin lorine loris lorna lorraine lotta lotte lottie lou louay louie louis louisa louise lourdes louvenia lowell loy loyal loyce 
luan luana lubomir lubomira lubor lubos luboslav luboslava luc luca lucas luce lucia lucian luciana luciano lucie lucien lucienne lucija lucile 
lucille lucinda lucio lucious lucius lucy ludie ludmila ludovic ludovica ludwig lue luella luena luhung luigi luis luisa luise luiza lujza luka lukas 
luke lukhona lukita lukman lula lulu luluh lulut luna lungelo luong lupe lura lurhur lurline lutfan lutfi luther luthfi luvsannamsrai luwar luwes luz 
lwandle lya lyam lyda lydia lydie lyla lyle lynda lynette lynn lynne lyric lysanne lyudmila mabel mabelle mable mac macey maci macie mack mackenzie 
macky macy madaline madalyn maddison madeleine madeline madelyn madelynn madge madhuri madie madilyn madina madisen madison madisyn madonna mads 
madyson mae maegan maeve mafalda magali magda magdalen magdalena maggie magnolia magnus maha mahamat mahamoud mahathir mahdi mahendra mahesa mahesh 
maheswar mahfud mahinda mahir mahmoud mahmud mai maia maida maimunah maira maiya maja majid makara makayla makenna makenzie makinwa maksim makuta mala 
malachi malala malati malcolm malena malia malik malika malin malina malinda mallie mallory malou malti malvina mamadou maman mamie manah mandla mandy 
manel manfred mangala mangalya mani manik manikya manisha manjusha manley manmohan manohar manoj manon mansour mansur manuel manuela mara maras marc 
marcel marcela marcelina marcelino marcella marcelle marcellus marcelo marcia marco marcos marcus mare marek maren margana margaret margareta 
margarete margarett margaretta margarette margarita margaux marge margie margita margot margret marguerite mari maria mariadi mariah mariam marian 
mariana mariane marianna marianne mariano maribel marica marie mariela mariella marielle marietta marika marilena marilie marilou marilyn marilyne 
marin marina marino mario marion marisa marisol marit marita maritza marius marjolaine marjorie marjory mark marko markus marlee marlen marlena 
marlene marley marlin marlo marlon marques marquis marquise marsha marshall marsito marsudi marta martaka martana martani martha marthe martim martin 
martina martine marty marut marvin marwa marwan marwata mary maryadi maryam maryann maryanto maryjane maryse masa mason masoud massimo mate matej 
mateja mateo mateus mateusz mathew mathias mathieu mathilda mathilde mathis mathuys matias matilda matilde matis mats matt matteo matthew matthias 
matthis matti mattia mattie mattis matyas matylda maud maude maudie maureen maurice mauricio maurine mauro maverick mavis mawuena mawusi max maxie 
maxim maxima maxime maximilian maximillia maximillian maximo maximus maxine maxwell maya maybell maybelle maye maymie maynard mayoor mayra mazie 
mckayla mckenna mckenzie meagan meaghan meda medard medina meena megan megane meggie meghan meghnad meghnath mehmet mehriban meike mekhi melani 
melania melanie melany melba melek melike melina melinda melis melisa melissa mellie melody melvin melvina melyna melyssa menaka menka mercedes 
meredith merl merle merlin merritt mert mertie merve mervin meryem meta mete metod metsola mette mevlut mhambi mia mian micaela micah micha michael 
michaela michal michale micheal michel michele michelle mick miguel mika mikael mikail mikayla mike mikel mikhail mikkel mikulas mila milada milan 
milana mildred mile milena miles milford milic milica milivoj milla miller millie milo milorad milos miloslav miloslava milota milton milutin min mina 
minakshi mindy minerva ming minh minnie mira mirabela mirac miracle miran miranda miray mirco mireille mirela mirella mireya miriam mirka mirko mirna 
miro miron miroslav miroslava mirza misael missouri misty mitchel mitchell mitra mittie mladen mobolaji modest modesta modesto modupe moeed mohamad 
mohamed mohammad mohammed mohan mohana mohinder mohini moira moises mojisola mojmir mollie molly mona monde monica monika monique monroe monserrat 
monserrate montana monte monty moon moradeke morayo morenike morgan morgana moriah moric moritz morne morolake morris morten mortimer morton mose 
moses moshe mossie moussa moustapha moyosore mozell mozelle mpho mpilo msizi mthunzi muhammad muhammadu muhammed muhsin muhyiddin mujur mukesh mukhriz 
mukul mullah mulya mulyanto mulyono mumpuni muni murat muriel murl murphy murray mursinin mursita murti musa museveni mustafa mustika mustofa mutia 
muyiwa mya myah myla mylan mylene myles myra myriam myrl myrna myron myrtice myrtie myrtis myrtle myung nabih nabil nabila nada nadezda nadia nadine 
nadir naftali nahid nahil nail naim najam najib najla najwa nakia nalar naledi nalini name nana nancy nanda nandi nangolo nannie naomi naomie napoleon 
naradi narayan narcis narcisa narciso nardi narendra narinder narji nasab nash nasim nasir nasrullah nasser nat natalia natalie natalija nataliya 
natalya natan natanael natasa natasha nate nath nathalie nathan nathanael nathanial nathaniel nathen naura naval naveen navin nawaf nawal nayef nayeli 
nayib nazif nazim ndleleni neal ned neda nedra neha neil nela nelda neli nella nelle nelli nellie nelly nels nelson nena neo neoma nerea nestor nettie 
neva neven nevena nevin nevio newell newton nguyen nia nicholas nicholaus nichole nick nicklaus nickolas nico nicola nicolai nicolas nicole nicoleen 
nicolette niels nigar nigel nika nike nikita nikki nikko niklas niko nikodem nikol nikola nikolai nikolas nil nila nilam nils nimakoah nimas nimit 
nina nine nino niranjan nirbhay nirmala niro nisa nisreen niyaga nkanyezi nkosenye nnamdi noa noah noam noan noble nobuo noe noel noelia noelle noemi 
noemie noemy nofoto nola nolan nolwazi nomvula nona noor nora norah norbert norberto norene norina norma norman norris norval norwood nour nouri nova 
novella novi noviana novita nozipho nqobile nrima ntokozo nugraha nur nuria nurlan nursultan nurul nya nyah nyana nyasia nyoman oba obie obioma oceane 
ocie octavia oda odell odessa odie odin odon odunayo ofelia ogooluwa ojaswini oke okey okiki okta okto ola oladara oladare olaf olaide olakunle 
olamide olansile olaoluwa olayinka oldrich ole oleg oleh oleksandr oleksii oleksiy olen olena oleta olga olha olimpia olin oliva olive oliver olivia 
olivier oliwia oliwier ollie ololade olufunke olufunmi olumide olusegun olusola oluwole oluwunmi olympia oma oman omana omar omari omawunmi omer 
omodunni omolara omolola omotara omotayo omotola omotoun omowumi ona ondrej oni onie onome onoriode onur oormila opal opalina opaline opan opemipo 
opeoluwa opeyemi ophelia opung ora oral oran oren oreofe orie orin orion orland orlando orlo ornella orpha orrin orval orville osama osbaldo osborne 
oscar oskar osman osunleke osvaldo oswald oswaldo otha otho otilia otis oto ottilie ottis otto oumar ousmane ova owen oxana oyenike ozella ozy pablo 
padma padmi paige paiman palma palmira pam pamela panca pandu pangeran pangestu panji pankrac pansy pantaleon paola paolo param paramita pardi paris 
park parker parman parvati pascal pascale pasquale pat patience patrice patricia patrick patrik patrizia patrushev patsy patti pattie patty paul paula 
paulette paulin paulina pauline pavel pavlina paxton payton pearl pearlie pearline pedro peggie peggy pelagia pelagie pelumi penelopa penelope penny 
per percival percy peri perkasa perla pero perry petar pete peter petra petro petronela peyton phil phila philani philip philipp philippe phillip 
phoebe phoenix phuc phyllis pia pierce pierre pieter pietro pilar pink pinkie pio piotr piper pius piyush platon polly poornima poppy porter praba 
prabawa prabowo prabu prakosa pramila pran pranab pranata pranawa pranay prasad prasanna prasetya prasetyo pratiwi pravoslav prayag prayitna prayoga 
prayogo prayut prayuth precious preity prem prema presley preston prima princess prisca priscilla priska prita priya priyala prokop promise prosper 
providenci prudence puji puneet puput purnima purwa purwadi purwanto pushti puspa puspita puti putri putu qadir qais qasem qin qori queen queenie 
quentin quieta quincy quinn quinten quinton rachael rached rachel rachelle radeke raden radha radika radislav radit raditya radmila radomir rados 
radoslav radovan raduz rae raegan rafael rafaela rafi rafic rafid raghad raharja rahayu raheem rahel rahim rahman rahmat rahmi rahsaan rahul raif 
raihan raila raina rainer raisa raj rajan rajendra rajinder rajiv rajko rajnath rakesh raleigh ralph ram rama ramaa ramesh ramin ramiro ramon ramona 
ramos ramtane rana randal randall randi randolf randolph randy rangga rania ranil ranjeet ranjit ranko ransom raoul raphael raphaelle rapulane raquel 
rashad rashawn rasheed rashid rashida rasmus rastislav rati ratih ratna rauf raul raven ravi ray rayan rayen raymond raymundo reagan reanna reba 
rebeca rebecca rebeka rebekah recep reece reed reem reese regan reggie regina reginald reid reilly reina reinhold reksa remington remo remus renat 
renata renate renato rendy rene renee renette respati ressie restu reta retha retno retta reuben reva rex rey reyes reymundo reyna reynold reza rhea 
rhett rhianna rhiannon rhoda rhonda ria riaan riana ricardo riccardo richard richie richmond rick rickey rickie ricky rico ridwan rigard rigoberto 
rika riley rina rini rino rita ritesh river rizki roan robb robbie robert roberta roberto robin robinson robyn rocco roch rochelle rocio rocky rod 
roderick rodger rodney rodolfo rodrick rodrigo roel rogelio roger rogers rohan rohana rohit roksana roland rolando rolf rollin roma romaine roman 
romana romeo romina romuald romulus romy ron ronald ronaldo ronja ronke ronnie ronny roosevelt rory rosa rosalee rosalia rosalie rosalina rosalind 
rosalinda rosalyn rosamond rosamunda rosana rosanna rosario roscoe rose rosella roselyn rosemarie rosemary rosendo rosetta rosie rosina roslyn rosman 
ross rossie rostislav rotimi rowan rowena rowland roxana roxane roxanne roy royce roza rozalia rozella rozina ruben rubie ruby rubye rudi rudolf 
rudolph rudra rudy rufina rufus ruhollah rukhmani rukmin rumen rupert rupinder ruslan rusman russ russel russell rustam rustem rusty ruta ruth ruthe 
ruthie ruya ruza ruzena ryan ryann ryder rylan rylee ryleigh ryley ryu saad saadat saba sabah sabar sabina sabine sabri sabrina sabryna sachin sadie 
sadina sadio sadye sadyr saeed safa safina safira safiya sagar sage said saif saiful saige sajid saka sakie sakti sakura salah salam saleh salem salih 
salim salimah sallie sally salma salman salome salomea salomey salomon salva salvador salvatore salwa sam samanta samantha samara sameer sameh sami 
samia samiah samir samira sammie sammy samson samsul samuel samuele sana sanae sanda sandeep sander sandra sandrine sandro sandy sanele sanford sanja 
sanjay sanka sanna sanne santiago santina santino santos sanya sara sarada sarah sarai sarala sari sarina sarisha sarla saroja sartika sarvin sasa 
sasha saskia satish satya satyen saul sauli sava savanah savanna savannah savina savion scarlett schuyler scot scott scottie scotty seamus sean 
sebastian sedrick segilola seiko sekinat selena selene selim selin selina selma selmer semih sena septi serafin serafina serena serenity serge sergei 
sergej sergey sergii sergio serhii serhiy servac seth setya seung severin seydou seye sfiso shad shade shahbaz shaina shaka shakhboot shakila shakira 
shakti shalewa shana shane shanel shanelle shania shanie shaniya shankar shanna shannon shanny shanon shantanu shanti shany sharda shari sharmila 
sharon shashi shaun shavkat shawn shawna shaylee shayna shayne shea sheela shehbaz sheikh sheila shekoni sheldon shelia shelley shelly shemar sher 
sheri sheridan sherly sherman sherri sherry sherwood sheryl shigeru shimon shinzo shirley shiv shloka shmuel shobhana shola shresth shresthi shreya 
shridevi shrishti shubha shukri shwet shyann shyanne sibusiso sibyl sid siddarth siddhi siddhran sidiq sidney sidonia sidonie sienna sierra sifiso 
sigmund sigrid sigurd sijuade silas silje silvan silvana silvia silvija silvio sim simeon simisola simon simona simone sina sinan sincere sintia 
siphiwe sipho sirajuddin siro siska sister sitara sitharaman siti siyanda sizakele sizani skye skyla skylar slamet slava slavek slavica slavka 
slavomir sloka smita smriti sname sofia sofie sofija solange soledad soleh solih solomon solon solveig soma somnath somu sona sonia sonja sonny sonya 
soo sophia sophie soraya soren souleymane sowande spencer srettha srinivasan stacey stacy stan stanford stanislav stanislava stanko stanley stanton 
stasa stef stefan stefana stefania stefanie stela stella stepan stephan stephane stephania stephanie stephany stephen stephon sterling steve steven 
stevie stewart stig stojan stone stuart su subhash subodh subomi subrahmanyam sucheta suci sudeva sue suga sujata suk sukanya sukhbaatar suleiman 
sultan suma suman sumayyah sumitra summer sunita sunny suresh surya susan susana susanna susanne susheel sushil sushma susie suzana suzanne svatopluk 
sven svetlana svetozar swami swapnil swara swarup sweta syahrini syble sydnee sydney sydni sydnie sylvan sylvester sylvia sylvie tabea tabitha tad 
tade tadeas tae taeb taha tahir tahlia tahnoun taiwo takeshi talal talia talon tamara tami tamia tamim tammy tania tanirika tanja tanner tantri 
tanushri tanya tapan tara taras tari tarik tariq tarja taro tarun taryn tasdik tasha tasnim taswir tate tatiana tatsuo tatum tatyana taufan taufik 
taur taurean tavares taya taylor tayyip tea teagan ted teddy tedi tedros teguh tejas tejumola tekla telly temidayo temitope teo teodor teodora teodoro 
teofil teona terence teresa tereza teri terrance terrell terrence terri terrill terry tess tessa tessie tevin thabisa thabo thaci thad thaddeus thadie 
thalia thando tharman thea thelma themba theo theodor theodora theodore theresa therese theresia theron theunis theuns thiago thobeka thomas thora 
thulani thurman tia tiago tiana tianna tiara tibor tichomir tidjane tierra tiffany tihomir till tillman tim timbul timea timmothy timmy timo timon 
timotej timoteo timothy timur tina tira tirta titi titilayo titilope titin tito titus tobias tobiloba tobin toby tod todd toke toki tokunbo tolulope 
toluwani tom toma tomas tomasa tome tomi tomiloba tomislav tommie tommy tomori toney toni tony tonya tope torey torrance torrey toshihiro toshimitsu 
toy trace tracey traci tracy tran travis travon tre tremaine tremayne trent trenton tressa tressie treva trever trevion trevor trey tri tricia trilok 
triloki trine trinity trisha tristan tristian tristin triston troy trudie truong trycia trystan tsabita tsai tuana tugiman turner tushar twila tyler 
tyra tyree tyreek tyrel tyrell tyrese tyrique tyron tyrone tyshawn tyson tzachi tzipi ubaldo uchita uda udai udit ugo uhuru ujjawal ujjwal uli ulices 
ulises ulker ulrich ulrika ulva ulwazi ulya uma umang umar umaro umay umaya umi umut una unggul unique unjani upendra upik urban uriah uriel urmila 
ursula usha usman usyi utama uttam uzodimma vaclav vada vadim vadym vaidehi vaishno vaishvi vala valdemar valdis valentin valentina valentine 
valentino valeria valerie valerii valerija valeriy vallie valter vance vanda vanesa vanessa vania vanja vanya vasanti vasco vasil vasilisa vasudev 
vasudeva vasudha vasyl vaughn vavrinec veda vedang vedanga vedanshi vega velaphi velda velimir vella velma velva vena vendelin venera venkaiah vera 
verda verdie verena vergie verica verla verlie vern verna verner vernice vernie vernon vero verona veronica veronika veronique vesna vesta viacheslav 
vicenta vicente vicki vickie vicky victor victoria vida vidal vidhur vidhya vidur vidya viggo vijay viktor viktoria viktoriia vilma vimal vimala viman 
vinay vince vincent vincenza vincenzo vinnie vino vinod vinsen viola violet violeta violette virgie virgil virginia virginie virman vishnu vit vita 
vito vittoria viva vivi vivian viviana viviane vivianne vivien vivienne vjosa vladana vladimir vladimira vladislav vladislava vlasta vlastimil 
vlastimir vojtech volodymyr vratislav vrinda vrund vsevolod vucic vuk vusumuzi vyacheslav vyas wade wadi wael wage wahyu waino wakiman waldo wale 
walker wallace walter walton waluyo wanda wang wani ward wardaya wardi warji warren warsa warsita warta wasim wasis watson wava wavel wawan waylon 
wayne webster wei weldon wellington wen wendell wendy werner wesley wessel westley weston whitney widya wiktoria wilber wilbert wilbur wilburn wiley 
wilford wilfred wilfredo wilfrid wilhelm wilhelmina wilhelmine will willa willard willem william willie willis willow willy wilma wilmer wilson wilton 
winda winfield winifred winnie winnifred winona winston wira wirda wisnu wm woodrow wulan wuraola wyatt wyman xanana xander xaver xavier xenia xi xia 
xiao xiaoping xin xzavier yadira yago yahya yair yakubu yance yang yani yannick yannik yannis yara yaron yasin yasmeen yasmin yasmine yasser yassin 
yassine yasuo yazmin yejide yesenia yessenia yessi yetunde yevhen yewande yi yigal yitzhak yoav yoga yogendra yogesh yoginder yoko yolanda yolande 
yong yono yoon yosef yoshihide yoshiko yoshimasa yossi younes yousef youssef yoweri yulia yuliana yuliia yuna yuni yunita yunus yuri yuriko yuriy 
yusuf yves yvette yvonne zachariah zachary zachery zack zackary zackery zaenab zafir zahra zaid zainab zaira zakaria zakary zaki zakir zalindra zalmay 
zamira zander zane zanele zaneta zara zaria zayd zayed zdenka zdenko zdeslava zechariah zehra zeid zelaya zelda zella zelma zelmira zena zeno zenobia 
zenzele zetta zeyd zeynep zhang zhao zhen ziad zina zinaida zine zion zita ziva ziyad ziyanda zizi zlata zlatica zlatko zobuhle zoe zoey zofia zoie 
zoila zoja zola zoltan zora zoran zorka zula zulaikha zulfa zulfikar zuzana zuzanna zvonimir
`;

export const GIVEN_NAMES: readonly string[] = NAMES.trim().split(/\s+/);
