import FlywheelKit
import Testing

@Suite struct StatusTests {
    @Test(arguments: [
        ("BUYABLE,DISCOVERABLE", nil), ("BUYABLE", Catalog.Trouble.notDiscoverable),
        ("DISCOVERABLE", .notBuyable), ("NOT_BUYABLE", .notBuyable), ("[\"Discoverable\"]", .notBuyable),
        ("DELETED", nil), ("Not published", nil), ("aktiv", nil), ("", nil), ("停止中", nil),
    ])
    func amazonsWordsTellWhatIsWrong(status: String, trouble: Catalog.Trouble?) {
        #expect(Catalog.trouble(ofStatus: status) == trouble)
    }

    @Test(arguments: ["PUBLISHED RETIRED", "UNPUBLISHED/ARCHIVED", "draft", "BUYABLE, DELETED"])
    func whatTheSellerGaveUpIsToldByAnyOfItsWords(status: String) {
        #expect(Catalog.isGivenUp(status))
    }

    @Test(arguments: [nil, "", "Active", "Drafted", "Inactivé"])
    func nothingElseIsGivenUp(status: String?) {
        #expect(!Catalog.isGivenUp(status))
    }

    @Test(arguments: [
        ("Nicht_Aktiv", ["nicht", "aktiv"]), ("INATTIVO (prezzo)", ["inattivo", "prezzo"]), ("出品 停止中", ["出品", "停止中"]),
        ("Désactivé\u{A0}été", ["désactivé", "été"]), ("2 – 3", []), ("Bloqué…Actif", ["bloqué", "actif"]),
    ])
    func wordsAreLettersOfAnyScript(status: String, words: [Substring]) {
        #expect(Catalog.words(ofStatus: status) == words)
    }
}
