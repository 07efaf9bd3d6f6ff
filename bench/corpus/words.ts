/** English words that the synthetic prose is made of. Those in front of a list are the most frequent. */

const list = (words: string): readonly string[] => [...new Set(words.trim().split(/\s+/))];

/** Things that a text can be about, in the singular. Each takes a plural "s". */
export const NOUNS = list(`
  project programme school agreement student teacher meeting community network report course partner region office
  harbour library workshop river bridge market garden museum clinic laboratory archive theatre factory railway village
  council committee delegation exhibition festival survey study lecture seminar scholarship grant budget contract
  training curriculum textbook classroom campus dormitory kitchen orchard vineyard forest reservoir canal lighthouse
  observatory greenhouse granary mill quarry mine foundry shipyard warehouse terminal station tunnel highway airport
  ferry vessel cargo engine turbine battery sensor satellite telescope microscope instrument machine device tool
  material fabric ceramic timber concrete steel mineral crystal fossil glacier volcano island peninsula coast delta
  wetland meadow desert plateau valley canyon cave waterfall lagoon reef species habitat forester farmer fisher miner
  nurse doctor surgeon engineer architect painter sculptor composer singer dancer actor writer poet editor translator
  printer publisher journalist historian geologist botanist chemist physicist economist lawyer judge mayor governor
  minister ambassador senator delegate chairman director manager secretary treasurer auditor inspector consultant
  adviser expert volunteer apprentice graduate researcher scholar lecturer professor dean rector principal pupil
  family household neighbourhood district province county capital border settlement colony monument temple chapel
  cathedral monastery palace castle tower gate wall square street avenue park fountain statue mural mosaic portrait
  manuscript map atlas catalogue dictionary journal newspaper magazine pamphlet novel poem song opera symphony play
  film photograph recording broadcast interview speech debate election referendum treaty alliance protocol charter
  statute regulation licence permit patent standard guideline policy strategy plan proposal draft summary review
  assessment evaluation audit forecast estimate measurement experiment trial sample dataset model theory method
  technique process procedure system structure framework platform application website database server signal
  frequency current voltage circuit antenna cable pipeline valve pump filter furnace boiler oven loom spindle
  tractor plough harvest crop cereal vegetable herb seed root blossom pasture herd flock poultry dairy fishery
  hatchery nursery sawmill bakery brewery tannery pottery smithy studio gallery arcade pavilion stadium arena
  gymnasium pool court track trail camp shelter hostel hotel restaurant canteen pharmacy hospital ward vaccine
  medicine therapy diagnosis symptom infection epidemic outbreak wound fracture allergy nutrient vitamin protein
  enzyme hormone cell tissue organ muscle nerve membrane genome bacterium virus parasite insect beetle butterfly
  spider sparrow falcon heron salmon trout lobster oyster whale dolphin otter beaver badger squirrel antelope
  elephant leopard tiger tortoise lizard serpent orchid lily tulip fern moss willow maple cedar pine birch oak
  bank fund loan mortgage pension insurance tax tariff subsidy donation investment dividend invoice receipt account
  ledger currency coin banknote merchant retailer supplier customer tenant landlord broker trader craftsman weaver
  tailor shoemaker carpenter mason plumber electrician mechanic driver pilot sailor captain soldier officer guard
  ceremony anniversary holiday parade procession banquet reception tour excursion voyage expedition pilgrimage
  migration census register certificate diploma degree thesis dissertation essay article chapter paragraph footnote
  comet planet orbit eclipse meteor galaxy storm flood drought earthquake landslide avalanche tide current breeze
`);

/** First halves of words like "riverbank" and "millstone". */
export const FRONTS = list(`
  river mill stone wood iron salt sand snow wind fire water rain sun moon star sea lake field hill marsh moor reed
  birch oak pine ash elm thorn rose clover barley wheat flax wool silk copper silver gold tin coal chalk clay flint
  amber pearl glass brick slate tile rope sail ship boat ferry harbour dock bridge road rail wheel wagon cart horse
  ox sheep lamb goat deer fox wolf bear hawk crow swan goose duck hen bee moth fish eel crab market town church bell
  gate wall tower hall house barn yard garden orchard meadow brook spring well ditch dyke bank shore cliff cave
  frost ice mist cloud storm thunder night day summer winter north south east west high low long broad black white
  red green grey brown old new king queen bishop monk knight smith miller baker weaver fisher shepherd ploughman
  book paper ink letter print song drum horn pipe lamp candle torch clock map chart court guild law tax coin
`);

/** Second halves of the same words. */
export const BACKS = list(`
  bank stone field wood land side bed head way path road gate bridge works wright maker keeper man craft house yard
  mill pond pool well spring brook ford mouth shore cliff ridge crest top fall slope hollow dale marsh moor heath
  garden bush tree leaf root bark seed berry flower grass weed thorn wheel shaft beam post rail board plank peg pin
  nail hook chain rope cord thread cloth bag sack box chest case cage pen fold stall barn loft roof wall door window
  hall room court ward tower bell horn drum song tale book leaflet print mark sign light lamp fire smoke ash dust
  sand clay brick tile glass ware pot jar bowl cup plate knife blade axe hammer saw plough rake net trap line bait
  boat ship sail mast deck dock port berth load freight toll rent share price trade fair market day night tide wind
`);

/** Words that describe a thing. */
export const ADJECTIVES = list(`
  new local national international regional public joint annual technical digital rural urban coastal early modern
  historic industrial agricultural medical academic cultural environmental financial legal social voluntary
  independent permanent temporary experimental practical theoretical advanced basic common rare large small narrow
  broad deep shallow ancient recent former current future central northern southern eastern western remote nearby
  mountainous tropical maritime tidal seasonal daily weekly monthly quarterly official informal private municipal
  provincial federal royal military civil scientific historical geographic electrical mechanical chemical biological
  botanical marine aerial electronic acoustic optical thermal solar nuclear hydraulic magnetic structural decorative
  wooden metallic ceramic woven printed painted carved restored abandoned crowded quiet fertile arid humid frozen
  fragile durable flexible rigid portable automatic manual affordable costly efficient reliable complex simple careful
  ambitious modest prominent controversial successful promising unusual familiar foreign bilingual multilingual
  vocational elementary secondary postgraduate clinical dental surgical veterinary nutritional organic synthetic
  renewable sustainable inclusive accessible confidential preliminary interim final comprehensive detailed brief
`);

/** What somebody did to something, in the past. */
export const VERBS = list(`
  supported described improved opened built studied planned visited reviewed presented published organised restored
  extended launched prepared discussed developed designed introduced measured examined compared documented collected
  repaired replaced expanded completed inspected supervised financed sponsored promoted monitored evaluated approved
  adopted revised translated catalogued digitised photographed mapped surveyed excavated preserved protected managed
  operated maintained upgraded modernised relocated inherited purchased acquired donated leased renovated decorated
  dedicated inaugurated commissioned coordinated hosted attended recorded analysed tested calibrated simulated
  modelled predicted estimated calculated audited certified accredited recognised celebrated commemorated questioned
  criticised defended endorsed rejected postponed suspended resumed accelerated simplified standardised reorganised
  merged divided transferred distributed delivered assembled manufactured produced harvested planted cultivated
  irrigated drained fenced reinforced illuminated heated insulated cleaned polished engraved bound printed exhibited
`);

/** In front of a verb, or at the end of a clause. */
export const ADVERBS = list(`
  carefully quickly gradually jointly formally quietly recently partly largely repeatedly successfully independently
  regularly temporarily permanently directly openly thoroughly reluctantly eagerly systematically cautiously publicly
  privately efficiently consistently voluntarily locally abroad steadily promptly
`);

/** Fields of study and work. */
export const FIELDS = list(`
  hydrology carpentry nursing oceanography typography metallurgy forestry horticulture pedagogy linguistics
  archaeology cartography beekeeping seismology ceramics weaving navigation bookbinding astronomy acoustics nutrition
  midwifery dentistry aquaculture viticulture geology meteorology robotics optics statistics demography ethnography
  musicology calligraphy welding plumbing tailoring cookery tourism logistics accounting taxation diplomacy
  journalism photography cinematography choreography sculpture engraving landscaping irrigation soil-science
  epidemiology toxicology pharmacology genetics microbiology entomology ornithology zoology botany mycology
  cryptography telecommunications electronics hydraulics ergonomics urbanism conservation librarianship museology
`);

export const GIVEN_NAMES = list(`
  Anna Karen Thomas Helen Peter Maria Daniel Ruth Samuel Clara Martin Esther George Laura Henry Alice Robert Emma
  Walter Nora Edwin Grace Arthur Julia Simon Beatrice Leonard Irene Victor Sylvia Oscar Hannah Felix Martha Hugo
  Adele Conrad Flora Ivan Greta Jasper Ingrid Kenneth Joan Lionel Judith Marcus Lydia Neville Miriam Oliver Naomi
  Patrick Olive Quentin Paula Rupert Rachel Stanley Rosa Tobias Sarah Ulric Teresa Vernon Una Wilfred Vera Adrian
  Wanda Basil Yvonne Cedric Zelda Duncan Agnes Edgar Bridget Frederick Cecily Gilbert Dorothy Harold Edith Isaac
  Frances Jerome Gwen Kevin Harriet Lewis Ida Matthew Jane Nathan Kate Owen Louise Philip Mabel Ralph Nancy Sidney
  Linh Minh Hoa Lan Huong Tuan Dung Mai Thao Nam Phuong Quang Trang Long Ngoc Bao Chau Duc Giang Hai Khanh Loan
`);

/** Halves of surnames and of places: "Ash" and "ford". */
export const NAME_FRONTS = list(`
  Ash Whit Thorn Black Brad Cald Dun East Fair Gold Hart Hazel Holm Kirk Lang Lin Marsh Mil Nor Oak Pem Quin Red Rock
  Sel Stan Strat Sut Tarn Thorp Up Wal War Wes Wick Wil Win Wood York Al Ban Bur Carl Chad Cran Dal Den Elm Ever Fen
  Far Gran Green Had Har Hol Hun Ing Kel Ken King Lam Led Long Love Lud Mans Mel Mor Nash New Old Os Pad Pres Rad Rams
  Rath Ros Rush Sal Sand Shef Sher Sib Skel Som Stam Stock Swan Tem Tor Tres Tun Ul Ven Wad Wake Weather Wen Wing Wor
`);

export const NAME_BACKS = list(`
  ford ton ham ley worth field more wood bridge brook bury by combe cott croft dale den don er gate grave hurst ing
  land ling low man mere mont mouth ness over port ridge rick rigg sby set shaw side stead stoke stone stow ter
  thwaite vale ville wade wall ward water way well wick win wold wright yard burn cliffe cross ditch edge fell garth
  heath hill holt house lake leigh lock march mill minster moor pool quay sett sley street thorpe tree wyn
`);

/** Kinds of institutions, after a name. */
export const INSTITUTIONS = [
  "Institute",
  "University",
  "College",
  "Foundation",
  "Society",
  "Museum",
  "Trust",
  "Council",
  "Academy",
  "Laboratory",
  "Association",
  "Archive",
  "Hospital",
  "Conservatory",
  "Observatory",
] as const;

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
