/// What the seller makes, before colours.
struct Goods {
    /// How its SKUs begin.
    let prefix: String
    let english: String
    let german: String
    /// Cents of the base price in the seller's own currency.
    let cents: Int64

    /// Whether they cut: a policy may be about that.
    var isBlade: Bool { prefix.hasPrefix("KN-") || prefix.hasPrefix("SC-2") }

    static let all: [Goods] = [
        Goods(prefix: "HB-750", english: "Insulated bottle 750 ml", german: "Isolierflasche 750 ml", cents: 3_100),
        Goods(prefix: "TB-350", english: "Travel mug 350 ml", german: "Thermobecher 350 ml", cents: 2_450),
        Goods(
            prefix: "LB-2", english: "Lunch box with two compartments", german: "Brotdose, zwei Fächer", cents: 2_290),
        Goods(prefix: "KT-17", english: "Electric kettle 1.7 l", german: "Wasserkocher 1,7 l", cents: 4_990),
        Goods(prefix: "TP-1", english: "Teapot with strainer 1 l", german: "Teekanne mit Sieb 1 l", cents: 2_790),
        Goods(prefix: "FP-8", english: "French press, 8 cups", german: "Kaffeebereiter, 8 Tassen", cents: 3_490),
        Goods(prefix: "KN-12", english: "Chef's knife 20 cm", german: "Kochmesser 20 cm", cents: 3_990),
        Goods(prefix: "KN-3", english: "Paring knives, set of 3", german: "Schälmesser, 3er-Set", cents: 1_690),
        Goods(prefix: "CB/L", english: "Chopping board, large", german: "Schneidebrett, groß", cents: 2_850),
        Goods(prefix: "CB/S", english: "Chopping board, small", german: "Schneidebrett, klein", cents: 1_750),
        Goods(prefix: "PP-24", english: "Frying pan 24 cm", german: "Bratpfanne 24 cm", cents: 3_650),
        Goods(prefix: "PP-28", english: "Frying pan 28 cm", german: "Bratpfanne 28 cm", cents: 4_290),
        Goods(prefix: "SP-3", english: "Saucepan with lid 3 l", german: "Stieltopf mit Deckel 3 l", cents: 3_890),
        Goods(prefix: "BW-3", english: "Mixing bowls, set of 3", german: "Rührschüsseln, 3er-Set", cents: 2_990),
        Goods(prefix: "MC-5", english: "Measuring cups, set of 5", german: "Messbecher, 5er-Set", cents: 1_490),
        Goods(prefix: "SC-5", english: "Kitchen scale up to 5 kg", german: "Küchenwaage bis 5 kg", cents: 2_190),
        Goods(prefix: "PM-1", english: "Pepper mill", german: "Pfeffermühle", cents: 1_990),
        Goods(prefix: "SR-12", english: "Spice rack for 12 jars", german: "Gewürzregal für 12 Gläser", cents: 2_590),
        Goods(prefix: "JR-6", english: "Storage jars, set of 6", german: "Vorratsgläser, 6er-Set", cents: 3_290),
        Goods(prefix: "BB-1", english: "Bread bin", german: "Brotkasten", cents: 3_790),
        Goods(prefix: "OG-1", english: "Oven gloves, pair", german: "Ofenhandschuhe, Paar", cents: 1_590),
        Goods(prefix: "AP-1", english: "Apron with pocket", german: "Schürze mit Tasche", cents: 1_890),
        Goods(prefix: "TT-3", english: "Tea towels, set of 3", german: "Geschirrtücher, 3er-Set", cents: 1_390),
        Goods(prefix: "DR-1", english: "Dish rack", german: "Abtropfgestell", cents: 2_690),
        Goods(prefix: "SB 1", english: "Soap dispenser", german: "Seifenspender", cents: 1_290),
        Goods(prefix: "LT-55", english: "Desk lamp 55 cm", german: "Schreibtischleuchte 55 cm", cents: 4_490),
        Goods(prefix: "WC-30", english: "Wall clock 30 cm", german: "Wanduhr 30 cm", cents: 2_390),
        Goods(prefix: "LB-40", english: "Laundry basket 40 l", german: "Wäschekorb 40 l", cents: 2_990),
        Goods(prefix: "HG-10", english: "Clothes hangers, set of 10", german: "Kleiderbügel, 10er-Set", cents: 1_690),
        Goods(prefix: "BM-1", english: "Bath mat", german: "Badematte – rutschfest", cents: 2_090),
        Goods(prefix: "TW-2", english: "Bath towels, set of 2", german: "Badetücher, 2er-Set", cents: 3_190),
        Goods(prefix: "PL-5", english: "Plant pots, set of 5", german: "Blumentöpfe, 5er-Set", cents: 2_890),
        Goods(prefix: "KN-20", english: "Bread knife 20 cm", german: "Brotmesser 20 cm", cents: 2_890),
        Goods(prefix: "SC-21", english: "Kitchen scissors", german: "Küchenschere", cents: 1_590),
        Goods(prefix: "GR-4", english: "Box grater, 4 sides", german: "Vierkantreibe", cents: 1_890),
        Goods(prefix: "PE-1", english: "Vegetable peeler", german: "Sparschäler", cents: 990),
        Goods(prefix: "CO-28", english: "Colander 28 cm", german: "Durchschlag 28 cm", cents: 2_190),
        Goods(prefix: "RP-1", english: "Rolling pin", german: "Nudelholz", cents: 1_790),
        Goods(prefix: "BK-12", english: "Muffin tin, 12 cups", german: "Muffinform, 12 Mulden", cents: 1_990),
        Goods(prefix: "CT-26", english: "Springform tin 26 cm", german: "Springform 26 cm", cents: 2_290),
        Goods(prefix: "CS-32", english: "Casserole 3.2 l", german: "Schmortopf 3,2 l", cents: 5_490),
        Goods(prefix: "WK-30", english: "Wok 30 cm", german: "Wok 30 cm", cents: 4_590),
        Goods(prefix: "SA-24", english: "Salad bowl 24 cm", german: "Salatschüssel 24 cm", cents: 2_490),
        Goods(prefix: "PL-27", english: "Dinner plates, set of 4", german: "Speiseteller, 4er-Set", cents: 3_590),
        Goods(prefix: "MG-35", english: "Mugs 350 ml, set of 2", german: "Becher 350 ml, 2er-Set", cents: 1_890),
        Goods(prefix: "GL-6", english: "Tumblers, set of 6", german: "Trinkgläser, 6er-Set", cents: 2_690),
        Goods(prefix: "JG-15", english: "Water jug 1.5 l", german: "Wasserkaraffe 1,5 l", cents: 2_390),
        Goods(prefix: "TR-45", english: "Serving tray 45 cm", german: "Serviertablett 45 cm", cents: 2_590),
        Goods(prefix: "PM-6", english: "Placemats, set of 6", german: "Tischsets, 6er-Set", cents: 1_990),
        Goods(prefix: "TC-14", english: "Tablecloth 140 cm", german: "Tischdecke 140 cm", cents: 2_790),
        Goods(prefix: "EG-6", english: "Egg cups, set of 6", german: "Eierbecher, 6er-Set", cents: 1_490),
        Goods(prefix: "BD-5", english: "Butter dish", german: "Butterdose", cents: 1_690),
        Goods(prefix: "OL-5", english: "Oil dispenser 500 ml", german: "Ölspender 500 ml", cents: 1_790),
        Goods(prefix: "KR-1", english: "Kitchen roll holder", german: "Küchenrollenhalter", cents: 1_590),
        Goods(prefix: "CD-6", english: "Coat hooks, set of 6", german: "Garderobenhaken, 6er-Set", cents: 1_990),
        Goods(prefix: "SR-3", english: "Shoe rack, 3 tiers", german: "Schuhregal, 3 Ebenen", cents: 3_490),
        Goods(prefix: "UM-1", english: "Umbrella stand", german: "Schirmständer", cents: 2_990),
        Goods(prefix: "DM-60", english: "Door mat 60 cm", german: "Fußmatte 60 cm", cents: 2_190),
        Goods(
            prefix: "CU-45", english: "Cushion cover 45 cm, pair", german: "Kissenhülle 45 cm, 2er-Set", cents: 1_890),
        Goods(prefix: "BL-15", english: "Throw blanket 150 cm", german: "Kuscheldecke 150 cm", cents: 3_290),
        Goods(prefix: "SH-18", english: "Shower curtain 180 cm", german: "Duschvorhang 180 cm", cents: 2_290),
        Goods(prefix: "TB-1", english: "Toothbrush holder", german: "Zahnbürstenhalter", cents: 1_190),
        Goods(prefix: "WB-30", english: "Waste bin 30 l", german: "Abfalleimer 30 l", cents: 3_990),
        Goods(prefix: "ST-60", english: "Storage box 60 l", german: "Aufbewahrungsbox 60 l", cents: 2_690),
    ]
}
