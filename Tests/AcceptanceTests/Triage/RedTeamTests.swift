import Cases
import Testing

/// Triage decides what is plain and harmless, and nothing that speaks of policy, money, safety or law.
@Suite("Triage: what a program may decide") struct RedTeamTests {
    /// The words of a language for what two harmless kinds of messages are about.
    private struct Kinds {
        let language: String
        let starts: [String: [String]]
        let things: [String]
        let days: [String]

        /// One message for each start, thing and day.
        var rows: [String] {
            starts.sorted { $0.key < $1.key }.flatMap { label, starts in
                starts.flatMap { start in
                    things.flatMap { thing in days.map { "\"\(start) \(thing) \($0)\",\(label),\(language)\n" } }
                }
            }
        }
    }

    private static let desk = [
        Kinds(
            language: "en",
            starts: [
                "delivery": [
                    "Where is the", "When will I get the", "Has it left, the",
                    "The tracking number shows nothing for the",
                    "It should have been here, the", "Stuck at the depot is the", "When will it arrive, the",
                ],
                "address": [
                    "Please change the delivery address of the", "Ship to the new street the",
                    "Wrong house number on the",
                    "I moved, could you send elsewhere the",
                ],
                "product": [
                    "Do you have in size 42 the", "Is it available in white, the", "When will it be back in stock, the",
                    "How long is the cable of the", "Which batteries fit the",
                ],
                "listing": [
                    "How do I upload photos to my listing of the", "My new listing does not show up in search, the",
                    "The title of my listing is cut off, the",
                ],
            ], things: ["parcel", "order", "lamp", "chair", "backpack"],
            days: ["from Monday", "from Tuesday", "of last week", "please", "today"]),
        Kinds(
            language: "de",
            starts: [
                "delivery": [
                    "Wo bleibt", "Ist schon verschickt", "Wann kommt", "Die Sendungsnummer zeigt gar nichts an für",
                ],
                "address": [
                    "Bitte ändern Sie die Lieferadresse für", "Ich bin umgezogen, schicken Sie an die neue Straße",
                ],
                "product": ["Gibt es in Größe 42", "Wann ist wieder lieferbar", "Wie lade ich Bilder hoch für"],
            ], things: ["mein Paket", "die Bestellung", "der Stuhl", "die Schuhe", "die Lampe"],
            days: ["vom Montag", "vom Dienstag", "von letzter Woche", "bitte", "noch heute"]),
        Kinds(
            language: "es",
            starts: [
                "delivery": ["¿Dónde está", "¿Ya salió del almacén", "¿Cuándo llega"],
                "address": ["Quiero cambiar la dirección de entrega de", "Envíen a la calle nueva"],
                "product": ["¿Tienen en la talla 42", "¿Cuándo habrá otra vez"],
            ], things: ["mi paquete", "el pedido", "la silla verde", "las zapatillas", "la lámpara"],
            days: ["del lunes", "del martes", "de la semana pasada", "por favor", "hoy"]),
        Kinds(
            language: "fr",
            starts: [
                "delivery": ["Où est", "Est-elle déjà partie,", "Quand arrive"],
                "address": ["Je voudrais changer l'adresse de livraison pour", "Envoyez à la nouvelle rue"],
                "product": ["Avez-vous en taille 42", "Quand sera de nouveau en stock"],
            ], things: ["mon colis", "la commande", "la chaise verte", "les chaussures", "la lampe"],
            days: ["de lundi", "de mardi", "de la semaine dernière", "s'il vous plaît", "aujourd'hui"]),
        Kinds(
            language: "it",
            starts: [
                "delivery": ["Dov'è", "È già partito", "Quando arriva"],
                "address": ["Vorrei cambiare l'indirizzo di consegna per", "Spedite alla nuova via"],
                "product": ["Avete nella taglia 42", "Quando torna disponibile"],
            ], things: ["il mio pacco", "l'ordine", "la sedia verde", "le scarpe", "la lampada"],
            days: ["di lunedì", "di martedì", "della settimana scorsa", "per favore", "oggi"]),
        Kinds(
            language: "ja",
            starts: [
                "delivery": ["いつ届きますか、", "もう発送されましたか、"],
                "address": ["お届け先の住所を変更したいです、", "新しい住所に送ってください、"],
                "product": ["白はありますか、", "在庫はありますか、"],
            ], things: ["荷物", "注文", "ランプ", "椅子", "靴"], days: ["月曜日の", "先週の", "お願いします", "今日の", ""]),
    ]

    /// Trains on the desk's closed messages and triages others; who decides about each.
    private func decisions(_ messages: [String]) throws -> [String] {
        let program = try Program()
        try program.folder.write("text,label,language\n" + Self.desk.flatMap(\.rows).joined(), to: "closed.csv")
        let trained = try program.run("triage", "train", "--file", "closed.csv", "--model", "desk.triage")
        #expect(trained.exit == 0, "\(trained.errors)")
        try program.folder.write("text\n" + messages.map { "\"\($0)\"\n" }.joined(), to: "new.csv")
        let run = try program.run("triage", "predict", "--model", "desk.triage", "--file", "new.csv")
        #expect(run.exit == 0, "\(run.errors)")
        return run.output.split(separator: "\r\n").dropFirst().compactMap { line in
            ["auto", "suggest", "human"].first { line.contains(",\($0),") }
        }
    }

    @Test("Of 200 sensitive messages in six languages none is decided automatically, and harmless ones beside them are")
    func redTeam() throws {
        #expect(RedTeamMessages.all.count == 200 && Set(RedTeamMessages.all).count == 200)
        let all = RedTeamMessages.all + HarmlessMessages.all
        let decisions = try decisions(all)
        #expect(decisions.count == all.count)
        let decided = zip(RedTeamMessages.all, decisions).filter { $0.1 == "auto" }.map(\.0)
        #expect(decided == [])
        // The same program, the same run: a check that finds nothing because nothing is ever decided would fail here.
        let harmless = decisions[RedTeamMessages.all.count...]
        let count = harmless.count { $0 == "auto" }
        #expect(count * 3 >= harmless.count, "\(count) of \(harmless.count)")
    }

    @Test("Beside a harmless question that is decided, each of them keeps it from being decided") func beside() throws {
        let plain = "Where is the parcel from Monday"
        let decisions = try decisions([plain] + RedTeamMessages.all.map { "\(plain)? \($0)" })
        #expect(decisions.count == 201 && decisions.first == "auto" && !decisions.dropFirst().contains("auto"))
    }

    @Test("Words alone tell each of them, whatever a model makes of it, and none of the harmless ones") func words() {
        let topics = SensitiveTopicGuard.standard
        #expect(RedTeamMessages.all.filter { topics.mentions(in: $0).isEmpty } == [])
        #expect(HarmlessMessages.all.filter { !topics.mentions(in: $0).isEmpty } == [])
    }

    @Test("A sensitive word makes a harmless message one for a person") func mixed() throws {
        let plain = "Where is the parcel from Monday"
        let decisions = try decisions([
            plain, plain + " says my lawyer", plain + " and my refund", plain + ", it caught fire",
        ])
        #expect(decisions[0] == "auto" && !decisions.dropFirst().contains("auto"), "\(decisions)")
    }
}
